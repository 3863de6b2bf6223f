import { newId } from '@school/contract'
import { Button, DateField, Dialog, Form, RadioGroup, showToast, SideBySide, TextArea } from '@school/ui'
import { keyOf, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { getStudentToday, listAbsences, listExcuses, putExcuse } from '../../../contract/index.ts'
import { useT } from '../diary-week/words.ts'

interface Props { schoolId: string; studentId: string; date: string; open: boolean; onClose: () => void }

/** A parent says why the child was or will be absent; the class teacher decides. */
export function ExcuseDialog({ open, onClose, ...of }: Props) {
  const t = useT()
  return <Dialog open={open} onClose={onClose} title={t.excuse.title}><ExcuseForm {...of} onDone={onClose} /></Dialog>
}

function ExcuseForm({ schoolId, studentId, date, onDone }: Omit<Props, 'open' | 'onClose'> & { onDone: () => void }) {
  const t = useT()
  const params = { schoolId, studentId }
  const [excuseId] = useState(newId)
  const [days, setDays] = useState({ from: date, to: date })
  const [reason, setReason] = useState<'illness' | 'excused'>('illness')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const put = useCommand(putExcuse, {
    stale: () => [keyOf(listExcuses, { params }), keyOf(listAbsences, { params }), keyOf(getStudentToday, { params })],
    onDone: () => { showToast({ tone: 'ok', text: t.excuse.sent }); onDone() }, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const wrongDays = days.from === '' || days.to === '' || days.to < days.from
  const send = () => {
    setTried(true)
    if (!wrongDays && text.trim() !== '') put.mutate({ params: { ...params, excuseId }, body: { ...days, reason, text: text.trim() } })
  }
  return (
    <Form onSubmit={send} foot={<><Button onClick={onDone}>{t.excuse.cancel}</Button><Button look="primary" type="submit" busy={put.isPending}>{t.excuse.send}</Button></>}>
      <SideBySide>
        <DateField label={t.excuse.from} value={days.from} onChange={(from) => setDays((all) => ({ from, to: all.to < from ? from : all.to }))} required />
        <DateField label={t.excuse.to} value={days.to} onChange={(to) => setDays((all) => ({ ...all, to }))} required error={tried && wrongDays ? t.excuse.wrongDays : null} />
      </SideBySide>
      <RadioGroup label={t.excuse.why} value={reason} onChange={(next) => setReason(next as 'illness' | 'excused')} options={[{ value: 'illness', label: t.excuse.illness }, { value: 'excused', label: t.excuse.excused }]} inRow />
      <TextArea label={t.excuse.text} value={text} onChange={setText} rows={3} maxLength={300} required hint={t.excuse.hint} error={tried && text.trim() === '' ? t.excuse.noText : null} />
    </Form>
  )
}

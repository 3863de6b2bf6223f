import { Button, DateField, Dialog, Form, Row, Rows, Section, SelectField, showToast, SideBySide, StatusWord, TextField } from '@school/ui'
import { dayText, keyOf, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { getClassPromotion, putDebtAttempt, type AcademicDebt } from '../../../contract/index.ts'
import { usePromotionWords } from './words.ts'

interface Props { schoolId: string; debts: readonly AcademicDebt[]; today: string; nameOf?: (studentId: string) => string; may: boolean }
type Value = '2' | '3' | '4' | '5' | 'pass' | 'fail'

/** Failed years with their days and attempts. */
export function Debts({ schoolId, debts, today, nameOf, may }: Props) {
  const t = usePromotionWords()
  const [open, setOpen] = useState<AcademicDebt | null>(null)
  if (debts.length === 0) return null
  return (
    <Section title={t.debts} lined>
      <Rows label={t.debts}>{debts.map((debt) => {
        const next = debt.settledOn ? null : debt.attempts.length + 1
        const late = next !== null && (next > 2 || (next === 1 ? debt.firstDue : debt.secondDue) < today)
        const words = t.debt(debt.subject.name, debt.year, t.values[debt.value] ?? debt.value)
        return (
          <Row key={`${debt.studentId}${debt.subject.id}${debt.year}`} top title={nameOf ? `${nameOf(debt.studentId)}. ${words}` : words}
            sub={[t.due(dayText(debt.firstDue), dayText(debt.secondDue)), ...debt.attempts.map((one) => t.attempted(one.attempt, dayText(one.date), t.values[one.value] ?? one.value))].join('; ')}
            end={<span className="wrap">{debt.settledOn ? <StatusWord tone="ok">{t.settled(dayText(debt.settledOn))}</StatusWord> : <StatusWord tone={late ? 'bad' : 'warn'}>{late ? t.overdue : t.open}</StatusWord>}{may && next !== null && next <= 2 ? <Button size="sm" onClick={() => setOpen(debt)}>{t.put}</Button> : null}</span>} />
        )
      })}</Rows>
      {open ? <Attempt schoolId={schoolId} debt={open} attempt={open.attempts.length + 1} today={today} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

function Attempt({ schoolId, debt, attempt, today, onClose }: { schoolId: string; debt: AcademicDebt; attempt: number; today: string; onClose: () => void }) {
  const t = usePromotionWords()
  const [date, setDate] = useState(today)
  const [value, setValue] = useState<Value>(debt.value === 'fail' ? 'pass' : '3')
  const [protocolNumber, setNumber] = useState('')
  const put = useCommand(putDebtAttempt, { stale: () => [keyOf(getClassPromotion)], onDone: onClose, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) } })
  const ready = date !== '' && (attempt === 1 || protocolNumber.trim() !== '')
  const send = () => { if (ready) put.mutate({ params: { schoolId, studentId: debt.studentId, year: debt.year, subjectId: debt.subject.id, attempt }, body: { date, value, ...(protocolNumber.trim() ? { protocolNumber: protocolNumber.trim() } : {}), basedOn: null } }) }
  return (
    <Dialog open onClose={onClose} title={t.attempt(attempt)}>
      <Form onSubmit={send} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" busy={put.isPending} disabled={!ready}>{t.save}</Button></>}>
        <SideBySide><DateField label={t.date} value={date} required onChange={setDate} /><SelectField label={t.value} value={value} onChange={(next) => setValue(next as Value)} options={(['5', '4', '3', '2', 'pass', 'fail'] as const).map((one) => ({ value: one, label: t.values[one] ?? one }))} /></SideBySide>
        <TextField label={t.commission} value={protocolNumber} maxLength={40} onChange={setNumber} {...(attempt === 2 ? { required: true } : { optional: true })} />
      </Form>
    </Dialog>
  )
}

import { Button, Dialog, Form, Row, Rows, Section, showToast, TextField } from '@school/ui'
import { daysText, keyOf, problemText, shortName, useCommand } from '@school/web'
import { useState } from 'react'
import { classAbsences, decideExcuse, getAbsentToday, type Excuse } from '../../../contract/index.ts'
import { useT } from './words.ts'

interface Props { schoolId: string; excuses: readonly Excuse[]; names: ReadonlyMap<string, string>; may: boolean }

/** What families wrote and wait to be answered: accepted at once, declined with an answer. */
export function Inbox({ schoolId, excuses, names, may }: Props) {
  const t = useT()
  const [declining, setDeclining] = useState<Excuse | null>(null)
  const [answer, setAnswer] = useState('')
  const decide = useCommand(decideExcuse, {
    stale: () => [keyOf(classAbsences), keyOf(getAbsentToday)], onDone: () => { setDeclining(null); setAnswer('') },
    onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const decided = (one: Excuse, accept: boolean, words: string) => decide.mutate({ params: { schoolId, studentId: one.studentId, excuseId: one.id }, body: { accept, answer: words } })
  return (
    <Section title={t.inbox} count={excuses.length} lined>
      <Rows label={t.inbox}>{excuses.map((one) => (
        <Row key={one.id} top title={[names.get(one.studentId), daysText(one.from, one.to)].filter(Boolean).join(', ')} sub={<>{t.reasons[one.reason]}: {one.text}{one.by ? <><br />{shortName(one.by)}</> : null}</>}
          end={may ? <span className="wrap"><Button size="sm" busy={decide.isPending} onClick={() => decided(one, true, '')}>{t.accept}</Button><Button size="sm" look="text" onClick={() => setDeclining(one)}>{t.decline}</Button></span> : null} />
      ))}</Rows>
      <Dialog open={declining !== null} onClose={() => setDeclining(null)} title={t.declineTitle}>
        <Form onSubmit={() => { if (declining) decided(declining, false, answer.trim()) }} foot={<><Button onClick={() => setDeclining(null)}>{t.cancel}</Button><Button look="danger" type="submit" busy={decide.isPending} disabled={answer.trim() === ''}>{t.decline}</Button></>}>
          <TextField label={t.answer} value={answer} onChange={setAnswer} hint={t.answerHint} maxLength={300} required />
        </Form>
      </Dialog>
    </Section>
  )
}

import { Button, Row, Rows, Section, showToast, StatusWord } from '@school/ui'
import { daysText, keyOf, problemText, shortName, useCan, useCommand, whenText } from '@school/web'
import { decideExcuse, getDiaryWeek, listAbsences, listExcuses, type Excuse } from '../../../contract/index.ts'
import { capital } from '../capital.ts'
import { ownZone, useT } from '../diary-week/words.ts'
import css from './Absences.module.css'

const tones = { asked: 'warn', accepted: 'ok', declined: 'bad' } as const

/** What the family said of absences and what was answered; the class teacher answers here. */
export function ExcuseList({ schoolId, excuses }: { schoolId: string; excuses: readonly Excuse[] }) {
  const t = useT()
  const decides = useCan('journal.reason.put')
  return (
    <Section title={t.excuse.list} lined>
      <Rows>{excuses.map((one) => (
        <Row key={one.id} top title={daysText(one.from, one.to)} end={<StatusWord tone={tones[one.state]}>{t.excuse.state[one.state]}</StatusWord>} sub={
          <>{capital(t.reason[one.reason])}: {one.text}{one.answer ? <><br />{t.excuse.answer}: {one.answer}</> : null}<br />{[one.by ? shortName(one.by) : '', whenText(one.at, ownZone())].filter(Boolean).join(', ')}{decides && one.state === 'asked' ? <Decision schoolId={schoolId} excuse={one} /> : null}</>} />
      ))}</Rows>
    </Section>
  )
}

function Decision({ schoolId, excuse }: { schoolId: string; excuse: Excuse }) {
  const t = useT()
  const params = { schoolId, studentId: excuse.studentId }
  const decide = useCommand(decideExcuse, {
    stale: () => [keyOf(listExcuses, { params }), keyOf(listAbsences, { params }), keyOf(getDiaryWeek, { params })],
    onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const answer = (accept: boolean) => decide.mutate({ params: { ...params, excuseId: excuse.id }, body: { accept } })
  return <span className={css.decision}><Button size="sm" look="outlined" busy={decide.isPending} onClick={() => answer(true)}>{t.excuse.accept}</Button><Button size="sm" look="text" busy={decide.isPending} onClick={() => answer(false)}>{t.excuse.decline}</Button></span>
}

import { Button, Callout, Empty, MarkTile, PageBody, PageHeader, Section, StatusWord, Tag, Waiting } from '@school/ui'
import { ask, dateTimeText, dayWithWeekday, fullName, Loaded, shortName, useMe, useQuery } from '@school/web'
import { useState } from 'react'
import { getPupilHomework, type PupilHomework as Homework } from '../../contract/index.ts'
import { AnswerForm } from '../parts/answers/AnswerForm.tsx'
import { AnswerText } from '../parts/answers/AnswerText.tsx'
import css from '../parts/answers/Answers.module.css'
import { useT } from '../parts/answers/words.ts'
import { ownZone, usePupil, useT as useDiary } from '../parts/diary-week/words.ts'

const tones = { sent: 'info', returned: 'warn', accepted: 'ok' } as const

/** One homework of a pupil: what to do, the answer, what the teacher said. */
export function PupilHomework({ studentId: named, homeworkId }: { studentId?: string; homeworkId: string }) {
  const { schoolId, studentId, view } = usePupil(named)
  const t = useT()
  const diary = useDiary()
  const query = useQuery(ask(getPupilHomework, { params: { schoolId, studentId, homeworkId } }))
  return (
    <PageBody>
      <Loaded query={query} waiting={<Waiting title rows={4} />}>
        {(given) => (
          <>
            <PageHeader title={t.title(given.subject.name)} sub={[t.due(dayWithWeekday(given.homework.dueDate)), t.givenOn(dayWithWeekday(given.givenOn))].join(', ')} back={{ href: view(), label: diary.title }} />
            <Section title={t.task}><AnswerText text={given.homework.text} links={given.homework.links} /></Section>
            {given.homework.answers ? <Own given={given} params={{ schoolId, studentId, homeworkId }} /> : <Empty compact>{t.notWanted}</Empty>}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function Own({ given, params }: { given: Homework; params: { schoolId: string; studentId: string; homeworkId: string } }) {
  const t = useT()
  const me = useMe()
  const { answer } = given
  const [writing, setWriting] = useState(false)
  const label = me?.person.id === given.student.id ? t.own : t.ofPupil(fullName(given.student))
  const done = () => setWriting(false)
  if (!answer && !given.can.answer) return <Section title={label}><Empty compact>{t.nothing}</Empty></Section>
  if (!answer) return <Section title={label}><AnswerForm params={params} answer={null} label={label} onDone={done} /></Section>
  return (
    <>
      <Section title={label} action={<StatusWord tone={tones[answer.state]}>{t.state[answer.state]}</StatusWord>}>
        {answer.state !== 'sent' && (answer.review || answer.mark) ? (
          <Callout tone={tones[answer.state]} title={answer.reviewedBy ? `${t.review}: ${shortName(answer.reviewedBy)}` : t.review}>
            {answer.review ? <p className={css.text}>{answer.review}</p> : null}
            {answer.mark ? <p className="row"><MarkTile value={answer.mark.value} /> {t.mark(answer.mark.value, answer.mark.work)}</p> : null}
          </Callout>
        ) : null}
        {writing ? <AnswerForm params={params} answer={answer} label={label} onDone={done} onCancel={done} /> : (
          <>
            <AnswerText text={answer.text} links={answer.links} />
            <p className="small muted">{t.sentAt(dateTimeText(answer.sentAt, ownZone()))} {answer.late ? <Tag tone="warn">{t.late}</Tag> : null}</p>
            {given.can.answer ? <div className={css.foot}><Button look={answer.state === 'returned' ? 'primary' : 'outlined'} onClick={() => setWriting(true)}>{t.change}</Button></div> : null}
          </>
        )}
      </Section>
      {given.steps.length > 1 ? (
        <Section title={t.history}>
          <ol className={css.steps}>{given.steps.slice(1).map((step) => <li key={step.revision}><p className="small muted">{[t.step[step.state], dateTimeText(step.at, ownZone()), step.by ? shortName(step.by) : ''].filter(Boolean).join(', ')}</p>{step.state === 'sent' ? <AnswerText text={step.text} links={step.links} /> : <p className={css.text}>{step.review}</p>}</li>)}</ol>
        </Section>
      ) : null}
    </>
  )
}

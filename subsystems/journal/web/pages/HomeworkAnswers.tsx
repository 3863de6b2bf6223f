import { Empty, MarkTile, PageBody, PageHeader, Row, Rows, Section, StatusWord, Tag, Waiting } from '@school/ui'
import { ask, dayWithWeekday, listName, Loaded, useContextOfPage, useQuery, useTo, useUrlValue } from '@school/web'
import { listAnswers, type HomeworkAnswers as Answers } from '../../contract/index.ts'
import { AnswerText } from '../parts/answers/AnswerText.tsx'
import { Review } from '../parts/answers/Review.tsx'
import { useT } from '../parts/answers/words.ts'

type Given = Answers['rows'][number]
const order = { sent: 0, returned: 2, accepted: 3 } as const
const rank = ({ answer }: Given) => (answer ? order[answer.state] : 1)

/** Who handed homework in: first what waits to be looked at. */
export function HomeworkAnswers({ homeworkId }: { homeworkId: string }) {
  const t = useT()
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const [open, setOpen] = useUrlValue('pupil', '')
  const params = { schoolId: schoolId ?? '', homeworkId }
  const query = useQuery(ask(listAnswers, { params }))
  return (
    <PageBody>
      <Loaded query={query} waiting={<Waiting title rows={8} height={56} />}>
        {(list) => {
          const rows = list.rows.toSorted((a, b) => rank(a) - rank(b))
          const sent = rows.filter((one) => one.answer)
          const at = sent.findIndex((one) => one.student.id === open)
          return (
            <>
              <PageHeader title={t.answersTitle(list.subject.name, list.group)} sub={t.counted(rows.length, sent.length, sent.filter((one) => one.answer?.state === 'sent').length)} back={{ href: to(`/lessons/${list.homework.lessonId}`), label: dayWithWeekday(list.givenOn) }} />
              <Section title={t.due(dayWithWeekday(list.homework.dueDate))}><AnswerText text={list.homework.text} links={list.homework.links} /></Section>
              {rows.length === 0 ? <Empty>{t.nobody}</Empty> : <Section title={t.all}><Rows>{rows.map((one) => <Pupil key={one.student.id} one={one} onOpen={() => setOpen(one.student.id)} />)}</Rows></Section>}
              {at >= 0 && sent[at]?.answer ? <Review key={sent[at].student.id} list={list} one={sent[at]} answer={sent[at].answer} params={params} onClose={() => setOpen('')} {...(sent[at - 1] ? { onPrev: () => setOpen(sent[at - 1]!.student.id) } : {})} {...(sent[at + 1] ? { onNext: () => setOpen(sent[at + 1]!.student.id) } : {})} /> : null}
            </>
          )
        }}
      </Loaded>
    </PageBody>
  )
}

const tones = { sent: 'info', returned: 'warn', accepted: 'ok' } as const

function Pupil({ one: { student, done, answer }, onOpen }: { one: Given; onOpen: () => void }) {
  const t = useT()
  if (!answer) return <Row title={listName(student)} sub={done ? t.ticked : ''} end={<span className="muted small">{t.notSent}</span>} />
  return (
    <Row title={listName(student)} sub={<span className="ellipsis">{answer.text || answer.links.map((link) => link.title).join(', ')}</span>} onOpen={onOpen}
      end={<span className="row">{answer.late ? <Tag tone="warn">{t.late}</Tag> : null}{answer.mark ? <MarkTile value={answer.mark.value} /> : null}<StatusWord tone={tones[answer.state]}>{t.state[answer.state]}</StatusWord></span>} />
  )
}

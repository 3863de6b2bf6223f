import { IconChevronRight, Section } from '@school/ui'
import { ask, useContextOfPage, useMessages, useQuery, useTo } from '@school/web'
import { listWaitingAnswers } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Home.module.css'

const shownAtMost = 5

/** Homework handed in that this teacher has not looked at; nothing waits, nothing is shown. */
export function AnswersWait() {
  const { answers: t } = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const found = useQuery(ask(listWaitingAnswers, { params: { schoolId: schoolId ?? '' } })).data ?? []
  if (found.length === 0) return null
  return (
    <Section title={t.waiting} count={found.reduce((sum, one) => sum + one.waiting, 0)}>
      <ul className={css.todo}>{found.slice(0, shownAtMost).map((one) => (
        <li key={one.homeworkId}><a href={to(`/journal/homework/${one.homeworkId}`)} data-plain=""><div><p className="ellipsis"><b>{one.subject}, {one.group}</b></p><p className="muted small ellipsis">{one.text}</p></div><span className="need">{t.waitingOf(one.waiting)}</span><IconChevronRight size={18} /></a></li>
      ))}</ul>
    </Section>
  )
}

import { cx, IconCheck, IconPaperclip, showToast, Tick } from '@school/ui'
import { addDays, dayWithWeekday, durationText, keyOf, problemText, useCan, useCommand } from '@school/web'
import { getDiaryWeek, getStudentToday, tickHomework, type StudentToday } from '../../../contract/index.ts'
import { useT as useAnswerWords } from '../answers/words.ts'
import { useT } from '../diary-week/words.ts'
import { ChildPart } from './ChildPart.tsx'
import css from './Today.module.css'

/** What is due on the next school day; a pupil ticks it off, a parent sees the ticks. */
export function Due({ today, schoolId, studentId, to }: { today: StudentToday; schoolId: string; studentId: string; to: (path: string) => string }) {
  const t = useT()
  const { link: answers } = useAnswerWords()
  const ticks = useCan('journal.homework.done')
  const params = { schoolId, studentId }
  const tick = useCommand(tickHomework, { stale: () => [keyOf(getStudentToday, { params }), keyOf(getDiaryWeek, { params })], onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) } })
  const { next } = today
  if (!next) return null
  const title = next.date === addDays(today.today, 1) ? t.tomorrow : t.forDay(dayWithWeekday(next.date))
  const shown = (id: string, done: boolean) => tick.isPending && tick.variables.params.homeworkId === id ? tick.variables.body.done : done
  return (
    <ChildPart title={title} end={next.minutes > 0 ? durationText(next.minutes) : null}>
      {next.due.length === 0 ? <p className="muted small">{t.nothingDue}</p> : (
        <ul className={css.due}>{next.due.map((one) => (
          <li key={one.id}>
            {ticks ? <Tick label={t.tick(one.subject)} checked={shown(one.id, one.done)} onChange={(done) => tick.mutate({ params: { ...params, homeworkId: one.id }, body: { done } })} /> : <span className={cx(css.box, one.done && css.ticked)} role="img" aria-label={one.done ? t.done : t.notDone}>{one.done ? <IconCheck size={14} /> : null}</span>}
            <div><b>{one.subject}</b>{one.text}{one.links.length > 0 ? <div>{one.links.map((link) => <a key={link.href} className="link" href={link.href} {...(link.href.startsWith('/') ? {} : { target: '_blank', rel: 'noreferrer' })}><IconPaperclip size={16} />{link.title}</a>)}</div> : null}{one.answer ? <div><a className="link" href={to(`/diary/homework/${one.id}`)}>{answers[one.answer]}</a></div> : null}</div>
            {one.minutes === null ? null : <span className={css.when}>{durationText(one.minutes)}</span>}
          </li>
        ))}</ul>
      )}
    </ChildPart>
  )
}

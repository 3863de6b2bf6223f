import { IconChevronRight, Section, Waiting } from '@school/ui'
import { addDays, ask, dayText, Loaded, useContextOfPage, useMessages, useQuery, useTo } from '@school/web'
import { getTeacherDay, listUnfilled } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { capital } from '../capital.ts'
import css from './Home.module.css'

const shownAtMost = 5

/** What this teacher has not filled in, newest first, and own classes with absences nobody explained. */
export function Unfilled() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const params = { schoolId: schoolId ?? '' }
  const query = useQuery(ask(listUnfilled, { params }))
  const day = useQuery(ask(getTeacherDay, { params, query: {} }))
  const today = day.data?.today ?? ''
  const when = (date: string) => date === today ? t.day.today : date === addDays(today || date, -1) ? t.day.yesterday : capital(dayText(date))
  return (
    <Loaded query={query} waiting={<Waiting title rows={3} height={48} />}>
      {({ lessons }) => (
        <Section title={t.day.unfilled} {...(lessons.length > 0 ? { count: lessons.length } : {})} action={<a className="link small" href={to('/journal')}>{t.day.allPages}</a>}>
          {lessons.length === 0 ? <p className="muted small">{t.day.allDone}</p> : (
            <ul className={css.todo}>
              {lessons.slice(0, shownAtMost).map((lesson) => (
                <li key={lesson.id}><a href={to(`/lessons/${lesson.id}`)} data-plain=""><div><p className="ellipsis"><b>{lesson.subject}, {lesson.group}</b></p><p className="muted small">{t.day.on(when(lesson.date), lesson.number)}</p></div><span className="need" title={lesson.missing.map((one) => t.missing[one]).join(', ')}>{lesson.missing[0] ? t.missingShort(t.missing[lesson.missing[0]], lesson.missing.length - 1) : null}</span><IconChevronRight size={18} /></a></li>
              ))}
            </ul>
          )}
          {day.data?.classes.filter((one) => one.withoutReason > 0).map((one) => <p key={one.classId} className={`${css.note} muted small`}>{t.day.withoutReason(one.name, one.withoutReason)}</p>)}
        </Section>
      )}
    </Loaded>
  )
}

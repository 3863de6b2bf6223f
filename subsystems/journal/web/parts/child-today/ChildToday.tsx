import { Avatar, Button, Waiting } from '@school/ui'
import { ask, dayWithWeekday, initials, kept, Loaded, pathAs, todayIn, useCan, useQuery, type Ahead } from '@school/web'
import { getStudentToday, type StudentToday } from '../../../contract/index.ts'
import { capital } from '../capital.ts'
import { ownZone, useT } from '../diary-week/words.ts'
import { useClock } from '../diary-week/use-clock.ts'
import { Absences } from './Absences.tsx'
import { childrenOf, useChildren } from './children.ts'
import { Due } from './Due.tsx'
import { momentOf } from './lesson-line.ts'
import { NewMarks } from './NewMarks.tsx'
import css from './Today.module.css'

interface Props { role: string; scopeId: string; schoolId: string | null }
interface Of { schoolId: string; studentId: string; to: (path: string) => string }

const todayOf = (schoolId: string, studentId: string) => kept(ask(getStudentToday, { params: { schoolId, studentId } }))
export const ahead: Ahead = ({ me, acting }) => childrenOf(me, acting.role, acting.scopeId, acting.schoolId).map((one) => todayOf(one.schoolId, one.studentId))

/** The day of a pupil; a parent sees every child side by side, parted by one line. */
export function ChildToday({ role, scopeId, schoolId }: Props) {
  const children = useChildren(role, scopeId, schoolId)
  return (
    <>
      <h1 tabIndex={-1}>{capital(dayWithWeekday(todayIn(ownZone())))}</h1>
      <div className={css.children}>
        {children.map((one) => <Child key={`${one.schoolId} ${one.studentId}`} schoolId={one.schoolId} studentId={one.studentId} to={(path) => pathAs(role, one.scopeId, path)} />)}
      </div>
    </>
  )
}

function Child({ schoolId, studentId, to }: Of) {
  const t = useT()
  const found = useQuery(todayOf(schoolId, studentId))
  return (
    <section className={css.child} aria-label={found.data?.student.firstName}>
      <Loaded query={found} waiting={<Waiting title rows={8} height={51} />}>
        {(today) => (
          <>
            <header className={css.head}>
              <Avatar initials={initials(today.student)} size="large" />
              <div><h2>{today.student.firstName}</h2><p>{[today.className, today.homeroom ? t.homeroom(today.homeroom) : ''].filter(Boolean).join(', ')}</p></div>
              <Button look="outlined" size="sm" href={to('/diary')}>{t.openDiary}</Button>
            </header>
            <NowLine today={today} toldAt={found.dataUpdatedAt} />
            <Absences today={today} schoolId={schoolId} studentId={studentId} to={to} />
            <NewMarks title={t.newMarks} marks={today.newMarks.filter((one) => one.value !== 'debt')} none={t.noNewMarks} to={to} />
            {today.debts.length > 0 ? <NewMarks title={t.debts} marks={today.debts} none="" to={to} /> : null}
            <Due today={today} schoolId={schoolId} studentId={studentId} />
          </>
        )}
      </Loaded>
    </section>
  )
}

function NowLine({ today, toldAt }: { today: StudentToday; toldAt: number }) {
  const t = useT()
  const own = useCan('journal.homework.done')
  const moment = momentOf(today.lessons, useClock(today.now, toldAt))
  const place = (one: { subject: string; room: string | null }) => [one.subject, one.room ? t.room(one.room) : ''].filter(Boolean).join(', ')
  if (moment.kind === 'none') return <p className={css.line}><b>{t.noLessonsToday}</b></p>
  if (moment.kind === 'over') return <p className={css.line}><b>{t.over}</b></p>
  if (moment.kind === 'lesson') return <p className={css.line}><b>{t.lessonNow(moment.lesson.number)}</b> {place(moment.lesson)}. {own && moment.next ? `${t.next(place(moment.next))} ` : ''}{t.until(moment.ends)}</p>
  if (moment.kind === 'before') return <p className={css.line}><b>{t.beginsAt(moment.first.starts)}</b> {place(moment.first)}. {t.until(moment.ends)}</p>
  return <p className={css.line}><b>{t.breakUntil(moment.next.starts)}</b> {t.next(place(moment.next))} {t.until(moment.ends)}</p>
}

import { Avatar, Button, Segmented, Waiting } from '@school/ui'
import { ask, dayWithWeekday, initials, kept, Loaded, pathAs, todayIn, useCan, useQuery, useUrlValue, type Ahead } from '@school/web'
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
  const t = useT()
  const children = useChildren(role, scopeId, schoolId)
  const [chosen, choose] = useUrlValue('child')
  const shown = children.some((one) => one.studentId === chosen) ? chosen : ''
  return (
    <>
      <h1 tabIndex={-1}>{capital(dayWithWeekday(todayIn(ownZone())))}</h1>
      {children.length > 1 ? <div className={css.turn}><Segmented label={t.missing.everyone} value={shown} onChange={choose} options={[{ value: '', label: t.missing.everyone }, ...children.map((one) => ({ value: one.studentId, label: one.name }))]} /></div> : null}
      <div className={css.children}>
        {children.filter((one) => shown === '' || one.studentId === shown).map((one) => <Child key={`${one.schoolId} ${one.studentId}`} schoolId={one.schoolId} studentId={one.studentId} to={(path) => pathAs(role, one.scopeId, path)} />)}
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
            <div><NowLine today={today} toldAt={found.dataUpdatedAt} /><Lessons lessons={today.lessons} /></div>
            <Absences today={today} schoolId={schoolId} studentId={studentId} to={to} />
            <NewMarks title={t.newMarks} marks={today.newMarks.filter((one) => one.value !== 'debt')} none={t.noNewMarks} to={to} />
            {today.debts.length > 0 ? <NewMarks title={t.debts} marks={today.debts} none="" to={to} all={{ path: '/diary/missing', words: t.missing.title }} /> : null}
            <Due today={today} schoolId={schoolId} studentId={studentId} to={to} />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Folded, so that what is new stays in sight. */
function Lessons({ lessons }: { lessons: StudentToday['lessons'] }) {
  const t = useT()
  if (lessons.length === 0) return null
  const off = (state: string) => (state === 'cancelled' ? t.cancelled : state === 'moved' ? t.moved : state === 'replaced' ? t.substitute : '')
  return (
    <details className={css.lessons}>
      <summary>{t.missing.lessons(lessons.filter((one) => one.state !== 'cancelled' && one.state !== 'moved').length)}</summary>
      <ol>{lessons.map((one) => <li key={one.id} value={one.number}><time>{one.starts}</time> <span>{[one.subject, one.room ? t.room(one.room) : '', off(one.state)].filter(Boolean).join(', ')}</span></li>)}</ol>
    </details>
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

import { Button, Empty, IconButton, IconChevronLeft, IconChevronRight, PageBody, PageHeader, PrintButton, QuickSelect, Segmented, Waiting } from '@school/ui'
import { addDays, ask, daysText, dayText, listName, Loaded, mondayOf, todayIn, useCan, useContextOfPage, useQuery, useTo, useUrlValue, weekdayText } from '@school/web'
import type { Reply } from '@school/contract'
import { useState } from 'react'
import { lessonPickers, lessonsOfWeek } from '../../contract/index.ts'
import type { Lesson } from '../../contract/lessons.ts'
import { LessonDialog } from '../parts/LessonDialog.tsx'
import { FeedDialog } from '../parts/FeedDialog.tsx'
import { useSchoolId, useT } from '../parts/words.ts'
import css from './Timetable.module.css'

/** Those who keep the school rather than teach in it: they begin with the first class, their own week would be empty. */
const office: readonly string[] = ['schoolAdmin', 'principal', 'deputyHead']

/** A week of lessons: one's own, or those of a class, a teacher or a room. */
export function Timetable() {
  const t = useT()
  const { childId, role } = useContextOfPage()
  const schoolId = useSchoolId()
  const now = mondayOf(todayIn('Europe/Moscow'))
  const [week, setWeek] = useUrlValue('week', now)
  const keeps = office.includes(role)
  const pickers = useQuery({ ...ask(lessonPickers, { params: { schoolId } }), enabled: useCan('schedule.timetable.read') })
  const [asWished, setWhose] = useUrlValue('of', '')
  const first = keeps ? pickers.data?.classes[0] : undefined
  const whose = asWished || (first ? `classId:${first.id}` : '')
  const [kind, id] = whose.split(':') as [string, string | undefined]
  const asked = id ? { [kind]: id } : childId ? { studentId: childId } : {}
  const found = useQuery({ ...ask(lessonsOfWeek, { params: { schoolId }, query: { week: mondayOf(week), ...asked } }), enabled: !keeps || whose !== '' || pickers.data !== undefined })
  const staff = useCan('schedule.timetable.read')
  const changes = useCan('schedule.lesson.change')
  const to = useTo()
  const [open, setOpen] = useState<Lesson | null>(null)
  return (
    <PageBody>
      <PageHeader title={t.timetable} sub={`${daysText(mondayOf(week), addDays(mondayOf(week), 5))}${found.data?.title ? `, ${found.data.title}` : ''}`} actions={
        <>
          {staff ? <Whose pickers={pickers.data} own={!keeps} value={whose} onChange={setWhose} /> : null}
          {changes ? <Button look="text" href={to('/timetable/substitutions')}>{t.substitutions.title}</Button> : staff ? <Button look="text" href={to('/timetable/changes')}>{t.substitutions.daySheet}</Button> : null}
          {staff ? <Button look="text" href={to('/timetable/rooms')}>{t.rooms}</Button> : null}
          <FeedDialog studentId={childId} />
          <IconButton label={t.previousWeek} onClick={() => setWeek(addDays(mondayOf(week), -7))}><IconChevronLeft size={20} /></IconButton>
          <Button look="outlined" onClick={() => setWeek(now)}>{t.today}</Button>
          <IconButton label={t.nextWeek} onClick={() => setWeek(addDays(mondayOf(week), 7))}><IconChevronRight size={20} /></IconButton>
          <span className="only-wide"><PrintButton /></span>
        </>} />
      <Loaded query={found} waiting={<Waiting rows={8} height={48} />}>
        {({ lessons, free, can }) => lessons.length === 0 && free.length === 0 ? <Empty>{t.noLessonsWeek}</Empty> : <Week own={kind === 'classId' || !staff ? usualGroup(lessons) : undefined} week={mondayOf(week)} lessons={lessons} free={free} onOpen={can.change ? setOpen : null} />}
      </Loaded>
      {open ? <LessonDialog lesson={open} onClose={() => setOpen(null)} /> : null}
    </PageBody>
  )
}

function Whose({ pickers, own, value, onChange }: { pickers: Reply<typeof lessonPickers> | undefined; own: boolean; value: string; onChange(value: string): void }) {
  const t = useT()
  const options = [
    ...(own ? [{ value: '', label: t.mine }] : []),
    ...(pickers?.classes ?? []).map((one) => ({ value: `classId:${one.id}`, label: one.name, group: t.class })),
    ...(pickers?.teachers ?? []).map((one) => ({ value: `teacherId:${one.id}`, label: listName(one), group: t.teacher })),
    ...(pickers?.rooms ?? []).map((one) => ({ value: `roomId:${one.id}`, label: one.name, group: t.room })),
  ]
  return <QuickSelect label={t.whose} value={value} onChange={onChange} options={options} />
}

/** In the week of a class or a pupil the name of the class says nothing; the names of groups do. */
function usualGroup(lessons: readonly Lesson[]): string | undefined {
  const times = new Map<string, number>()
  for (const { group } of lessons) times.set(group.name, (times.get(group.name) ?? 0) + 1)
  return [...times].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function Week({ own, week, lessons, free, onOpen }: { own: string | undefined; week: string; lessons: readonly Lesson[]; free: readonly { date: string; name: string }[]; onOpen: ((lesson: Lesson) => void) | null }) {
  const t = useT()
  const days = Array.from({ length: lessons.some((one) => one.date === addDays(week, 5)) ? 6 : 5 }, (_, i) => addDays(week, i))
  const today = todayIn('Europe/Moscow')
  const [chosen, setChosen] = useUrlValue('day', '')
  const shown = days.includes(chosen) ? chosen : days.includes(today) ? today : days[0]!
  return (
    <>
      <div className={css.days}><Segmented label={t.day} value={shown} onChange={setChosen} options={days.map((day) => ({ value: day, label: `${weekdayText(day, 'short')} ${Number(day.slice(8))}` }))} /></div>
      <div className={css.week}>
        {days.map((day) => {
          const ofDay = lessons.filter((one) => one.date === day)
          const off = free.find((one) => one.date === day)
          return (
            <section key={day} className={css.day} data-today={day === today ? '' : undefined} data-shown={day === shown ? '' : undefined} aria-label={`${weekdayText(day)}, ${dayText(day)}`}>
              <h2><b>{weekdayText(day)}</b> <span>{dayText(day)}</span></h2>
              {ofDay.length === 0 ? <p className="muted small">{off?.name || t.noLessons}</p> : <ol>{ofDay.map((one) => <li key={one.id}><LessonLine own={own} lesson={one} onOpen={onOpen} /></li>)}</ol>}
            </section>
          )
        })}
      </div>
    </>
  )
}

function LessonLine({ own, lesson, onOpen }: { own: string | undefined; lesson: Lesson; onOpen: ((lesson: Lesson) => void) | null }) {
  const t = useT()
  const substitute = lesson.teachers.find((one) => one.substitute)
  const body = (
    <>
      <span className={css.number}>{lesson.number}</span>
      <span className={css.time}>{lesson.starts}</span>
      <span className={css.what}>
        <b data-cancelled={lesson.state === 'cancelled' ? '' : undefined}>{lesson.subject.name}</b>
        <span className="muted small">{[lesson.group.name === own ? '' : lesson.group.name, lesson.teachers.map(listName).join(', '), lesson.room ? t.cab(lesson.room.name) : ''].filter(Boolean).join(' · ')}</span>
        {t.states[lesson.state] && lesson.state !== 'held' ? <span className={css.state}>{t.states[lesson.state]}</span> : substitute ? <span className={css.state}>{t.substitute}</span> : null}
      </span>
    </>
  )
  return onOpen ? <button type="button" className={css.line} onClick={() => onOpen(lesson)} title={t.changeLesson}>{body}</button> : <div className={css.line}>{body}</div>
}

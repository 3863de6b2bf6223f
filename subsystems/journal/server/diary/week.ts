import { addresses } from '@school/contract'
import { notFound, Problem, type Kit, type Read, type Work } from '@school/server'
import { weekAcknowledged, type DiaryWeek } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { dayAfter, daysBetween, isDay, isMonday, mondayOf } from '../lessons/rules.ts'
import { periodOn } from '../pages/page.ts'
import { noteOffice, type ReadablePupil } from './access.ts'
import { dueLessonOf, presentHomework, presentLesson } from './present.ts'
import { findPupil, listHomework, listLessons, listWorks, saveAcknowledgement, type HomeworkRow, type LessonRow, type PupilRow, type WorkRow } from './store.ts'

/** A week of a pupil's diary, from its Monday; the week of today when none is named. */
export async function weekOf(kit: Kit, read: Read, studentId: string, asked: string | undefined): Promise<DiaryWeek> {
  if (asked !== undefined && !(isDay(asked) && isMonday(asked))) throw new Problem(400, 'journal.not_monday')
  const pupil = await findPupil(read, studentId, asked ?? null)
  if (!pupil) throw notFound()
  await noteOffice(kit, read, studentId)
  const week = asked ?? mondayOf(pupil.today)
  const sunday = dayAfter(week, 6)
  const [lessons, homework, works] = await Promise.all([listLessons(read, studentId, week, sunday), listHomework(read, studentId, week, sunday), listWorks(read, studentId, week, sunday)])
  const kind = kindOf(read)
  return {
    studentId, student: pupil.student, className: pupil.class_name, week, weekNumber: weekNumberOf(pupil, week), period: weekPeriod(pupil, week, sunday), today: pupil.today, now: pupil.clock,
    days: daysOf(week, lessons, homework, works), acknowledgements: pupil.acknowledgements ?? [],
    can: { acknowledge: kind === 'parent' && week <= pupil.today, tick: kind === 'pupil' },
  }
}

function daysOf(week: string, lessons: readonly LessonRow[], homework: readonly HomeworkRow[], works: readonly WorkRow[]): DiaryWeek['days'] {
  const due = Map.groupBy(homework, (one) => dueLessonOf(one, lessons))
  const given = Map.groupBy(homework, (one) => one.lesson_id)
  const ofLesson = Map.groupBy(works, (one) => one.lesson_id)
  const days = Array.from({ length: 7 }, (_, i) => dayAfter(week, i)).map((date) => ({
    date,
    lessons: lessons.filter((lesson) => lesson.date === date).map((lesson) => presentLesson(lesson, due.get(lesson.id) ?? [], given.get(lesson.id) ?? [], ofLesson.get(lesson.id) ?? [])),
    otherDue: (due.get(null) ?? []).filter((one) => one.due_date === date).map(presentHomework),
  }))
  const sunday = days[6]!
  return sunday.lessons.length + sunday.otherDue.length > 0 ? days : days.slice(0, 6)
}

/** Weeks are counted from the one in which the first period begins. */
function weekNumberOf(pupil: PupilRow, week: string): number | null {
  const [first, last] = [pupil.periods?.[0], pupil.periods?.at(-1)]
  if (!first || !last || dayAfter(week, 6) < first.starts || week > last.ends) return null
  return daysBetween(mondayOf(first.starts), week) / 7 + 1
}

const weekPeriod = (pupil: PupilRow, week: string, sunday: string) => {
  const touching = (pupil.periods ?? []).filter((one) => one.starts <= sunday && one.ends >= week)
  return touching.length > 0 ? periodOn(touching, pupil.today >= week && pupil.today <= sunday ? pupil.today : week) ?? touching[0]! : null
}

/** A parent signs a week that has begun; signing again changes nothing. */
export async function acknowledge(work: Work, pupil: ReadablePupil, week: string): Promise<{ week: string; at: string }> {
  if (!isDay(week) || !isMonday(week)) throw new Problem(400, 'journal.not_monday')
  if (week > pupil.today) throw new Problem(409, 'journal.week_ahead')
  const at = await saveAcknowledgement(work, pupil.studentId, week)
  work.audit('journal.week.acknowledged', { about: pupil.studentId, after: { week } })
  work.announce(weekAcknowledged, { schoolId: work.schoolId, studentId: pupil.studentId, week }, [addresses.family(pupil.studentId)])
  return { week, at: at.toISOString() }
}

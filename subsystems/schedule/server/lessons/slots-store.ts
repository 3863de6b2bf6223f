import type { Read } from '@school/server'

interface CalendarJson {
  year: { starts: string; ends: string; two_week: boolean; a_week_starts: string | null } | null
  vacations: { starts: string; ends: string; from_grade: number | null; to_grade: number | null }[]; special: { date: string; kind: 'off' | 'asWeekday'; as_weekday: number | null }[]
  schedules: { id: string; shift: number; building_id: string | null; weekday: number | null }[]; bells: { bell_schedule_id: string; number: number; starts: string; ends: string }[]
  /** The last day for which lessons were made. */
  made: string | null
}

const calendar = `
  select (select row_to_json(y) from (select starts, ends, two_week, a_week_starts from schedule.school_year where school_id = $1 and year = $2) y) as year,
    coalesce((select json_agg(json_build_object('starts', starts, 'ends', ends, 'from_grade', from_grade, 'to_grade', to_grade)) from schedule.vacation where school_id = $1 and year = $2), '[]') as vacations,
    coalesce((select json_agg(json_build_object('date', date, 'kind', kind, 'as_weekday', as_weekday)) from schedule.special_day where school_id = $1 and date between make_date($2, 7, 1) and make_date($2 + 1, 7, 1)), '[]') as special,
    coalesce((select json_agg(json_build_object('id', id, 'shift', shift, 'building_id', building_id, 'weekday', weekday)) from schedule.bell_schedule where school_id = $1), '[]') as schedules,
    coalesce((select json_agg(json_build_object('bell_schedule_id', bell_schedule_id, 'number', number, 'starts', to_char(starts, 'HH24:MI'), 'ends', to_char(ends, 'HH24:MI'))) from schedule.bell where school_id = $1), '[]') as bells,
    (select max(date)::text from schedule.lesson where school_id = $1 and date between make_date($2, 7, 1) and make_date($2 + 1, 7, 1) and entry_id is not null) as made`
export const findCalendar = async (read: Read, year: number): Promise<CalendarJson> => (await read.rows<CalendarJson>(calendar, [read.schoolId, year]))[0]!

export interface LessonSlotRow { course_id: string; id: string; date: string; number: number; state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced' }
export const listLessonsOfCourses = (read: Read, courseIds: readonly string[]): Promise<LessonSlotRow[]> => read.rows<LessonSlotRow>(
  'select course_id, id, date::text as date, number, state from schedule.lesson where school_id = $1 and course_id = any($2::uuid[]) order by date, number, id', [read.schoolId, courseIds])

import type { FetFile, FetWarningCode } from './fet.ts'

type Warn = (code: FetWarningCode, line: number, element: string, details: string) => void

/** Tells of names an activity uses but no list declares, and of lessons that run past the last hour of their day. */
export function checkReferences(file: FetFile, warn: Warn): void {
  if (file.days.length === 0) warn('no_days', 0, 'Days_List', '')
  if (file.hours.length === 0) warn('no_hours', 0, 'Hours_List', '')
  if (file.placements.every((placement) => placement.day === null)) warn('no_placements', 0, 'Time_Constraints_List', '')
  const named = { teachers: names(file.teachers), subjects: names(file.subjects), students: studentNames(file), rooms: names(file.rooms) }
  const told = new Set<string>()
  const once = (code: FetWarningCode, known: Set<string>, line: number, element: string, name: string) => {
    if (known.has(name) || told.has(code + name)) return
    told.add(code + name)
    warn(code, line, element, name)
  }
  const byId = new Map(file.activities.map((activity) => [activity.id, activity]))
  for (const activity of file.activities) {
    for (const teacher of activity.teachers) once('unknown_teacher', named.teachers, activity.line, 'Teacher', teacher)
    for (const students of activity.students) once('unknown_students', named.students, activity.line, 'Students', students)
    once('unknown_subject', named.subjects, activity.line, 'Subject', activity.subject)
  }
  for (const { activityId, hour, room } of file.placements) {
    const activity = byId.get(activityId)
    if (!activity) continue
    if (room !== null) once('unknown_room', named.rooms, activity.line, 'Room', room)
    if (hour !== null && hour + activity.duration > file.hours.length) warn('runs_past_day', activity.line, 'Activity', String(activityId))
  }
}

const names = (list: readonly { name: string }[]) => new Set(list.map(({ name }) => name))
const studentNames = (file: FetFile) =>
  names(file.years.flatMap((year) => [year, ...year.groups.flatMap((group) => [group, ...group.subgroups])]))

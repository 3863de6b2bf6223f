/** A timetable file of the free program FET, as far as a school needs it. */
export type FetFile = {
  version: string
  institution: string
  comments: string
  days: FetName[]
  hours: FetName[]
  subjects: FetName[]
  tags: FetName[]
  teachers: FetName[]
  years: FetYear[]
  buildings: FetName[]
  rooms: FetRoom[]
  activities: FetActivity[]
  placements: FetPlacement[]
  /** Constraints that say nothing about where a lesson stands, by kind. */
  otherConstraints: Record<string, number>
  warnings: FetWarning[]
}

export type FetName = { name: string; longName: string; comments: string }
export type FetStudents = { name: string; longName: string; students: number }
export type FetGroup = FetStudents & { subgroups: FetStudents[] }
export type FetYear = FetStudents & { groups: FetGroup[] }
export type FetRoom = { name: string; longName: string; building: string; capacity: number | null; virtual: boolean }

export type FetActivity = {
  id: number
  /** Activities of one group are parts of one weekly load; 0 stands alone. */
  groupId: number
  teachers: string[]
  subject: string
  students: string[]
  tags: string[]
  duration: number
  total: number
  active: boolean
  /** Old files could mark an activity as held every second week. */
  fortnightly: boolean
  comments: string
  line: number
}

export type FetPlacement = {
  activityId: number
  /** Places in `days` and `hours`; null when only the room is fixed. */
  day: number | null
  hour: number | null
  room: string | null
  realRooms: string[]
  /** Fixed by a person, not by the program. */
  locked: boolean
  /** 100 is a place, less is a wish. */
  weight: number
}

export type FetWarningCode =
  | 'no_days' | 'no_hours' | 'no_placements' | 'unknown_teacher' | 'unknown_subject' | 'unknown_students' | 'unknown_room' | 'unknown_activity'
  | 'unknown_day' | 'unknown_hour' | 'placed_twice' | 'repeated_activity' | 'not_a_number' | 'name_missing' | 'runs_past_day'
export type FetWarning = { code: FetWarningCode; line: number; element: string; details: string }

export type FetProblemCode =
  | 'too_large' | 'bad_encoding' | 'not_xml' | 'not_fet' | 'dtd_refused' | 'too_deep' | 'too_many'

/** Why a file could not be read at all, and where reading stopped. */
export class FetProblem extends Error {
  override readonly name = 'FetProblem'
  readonly code: FetProblemCode
  readonly line: number
  readonly element: string
  readonly details: string
  constructor(code: FetProblemCode, where: { line?: number; element?: string; details?: string } = {}) {
    super(`${code} at line ${where.line ?? 0}${where.element ? ` in <${where.element}>` : ''}${where.details ? `: ${where.details}` : ''}`)
    this.code = code
    this.line = where.line ?? 0
    this.element = where.element ?? ''
    this.details = where.details ?? ''
  }
}

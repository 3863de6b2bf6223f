import type { NameParts } from './workbook-rows.ts'

/** What a school's lists hold now. `ref` is any stable name of a person: an id, or the name a planned change gave. */
export type RosterState = {
  people: RosterPerson[]
  classes: RosterClass[]
  enrolments: { person: string; classTitle: string }[]
  employments: { person: string; position: string; teaches: boolean }[]
  guardians: { guardian: string; child: string; kind: string }[]
  groups: { title: string; classTitles: string[]; subject: string | null; members: string[] }[]
  loads: { students: string; subject: string; teacher: string | null; hours: number }[]
}
export type RosterPerson = NameParts & { ref: string; birthDate: string | null; gender: 'male' | 'female' | null; snils: string | null; email: string | null }
export type RosterClass = {
  title: string; parallel: number | null; letter: string | null; course: number | null; shift: number; daysPerWeek: number; building: string | null
  /** Who leads the class, as a ref. */
  homeroom: string | null
}

type Change<Kind extends string, Value> = Kind extends string ? { kind: Kind; key: string; sheet: string; row: number; before: Value | null; after: Value } : never
/** One thing an import would do. `before` is null when something new comes to be. */
export type RosterChange =
  | Change<'person.create' | 'person.update', RosterPerson>
  | Change<'class.create' | 'class.update', RosterClass>
  | Change<'enrol' | 'move', { person: string; classTitle: string }>
  | Change<'employ' | 'employ.update', { person: string; position: string; teaches: boolean }>
  | Change<'guardian', { guardian: string; child: string; kind: string }>
  | Change<'group.create' | 'group.update', { title: string; classTitles: string[]; subject: string | null }>
  | Change<'group.member', { title: string; person: string }>
  | Change<'load.create' | 'load.update', RosterState['loads'][number]>

export type RosterDoubt = { sheet: string; row: number; code: 'ambiguous_person' | 'unknown_teacher' | 'unknown_member' | 'name_differs' | 'guardian_incomplete'; value: string }
export type RosterPlan = { changes: RosterChange[]; doubts: RosterDoubt[] }

/** How a person of the file is recognised: by СНИЛС, else by the name with the birth date. */
export type Wanted = NameParts & { snils: string | null; birthDate: string | null }

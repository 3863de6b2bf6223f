// not messages: values of the workbook a school fills in
import { printSnils } from '@school/contract'
import type { FilledRows } from '../imports/workbook-template.ts'
import type { RosterPerson, RosterState } from '../imports/roster.ts'

type Line = Record<string, string | number | null>
const fullName = (one: Pick<RosterPerson, 'lastName' | 'firstName' | 'middleName'>) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')
const kinds: Record<string, string> = { guardian: 'опекун', custodian: 'попечитель', adopter: 'усыновитель', representative: 'representative' }

/** The lists of a school as rows of our workbook's sheets. */
export function filledRows(state: RosterState): Required<FilledRows> {
  const people = new Map(state.people.map((one) => [one.ref, one]))
  const posts = new Map(state.employments.map((one) => [one.person, one]))
  const places = new Map(state.enrolments.map((one) => [one.person, one.classTitle]))
  const guardians = Map.groupBy(state.guardians, (one) => one.child)
  const name = (ref: string | null) => { const found = ref === null ? undefined : people.get(ref); return found ? fullName(found) : null }
  const sorted = state.people.toSorted((a, b) => fullName(a).localeCompare(fullName(b), 'ru') || (a.ref < b.ref ? -1 : 1))
  return {
    people: sorted.flatMap((one): Line[] => [
      ...(posts.has(one.ref) ? [{ ...line(one), role: posts.get(one.ref)!.teaches ? 'учитель' : 'сотрудник', position: posts.get(one.ref)!.position }] : []),
      ...(places.has(one.ref) ? (guardians.get(one.ref) ?? [null]).map((guardian) => ({ ...line(one), role: 'ученик', className: places.get(one.ref)!, ...(guardian ? represented(people.get(guardian.guardian), guardian.kind) : {}) })) : []),
      ...(!posts.has(one.ref) && !places.has(one.ref) ? [{ ...line(one), role: 'родитель' }] : []),
    ]),
    classes: state.classes.map((one) => ({ title: one.title, parallel: one.parallel, letter: one.letter, course: one.course, shift: one.shift, daysPerWeek: one.daysPerWeek, building: one.building, homeroom: name(one.homeroom) })),
    groups: state.groups.map((one) => ({ title: one.title, classes: one.classTitles.join(', '), subject: one.subject, members: one.members.map(name).filter(Boolean).join('; ') })),
    loads: state.loads.filter((one) => one.hours > 0).map((one) => ({ students: one.students, subject: one.subject, teacher: name(one.teacher), hours: one.hours })),
  }
}

const day = (iso: string | null) => iso?.split('-').toReversed().join('.') ?? null

const line = (one: RosterPerson): Line => ({
  lastName: one.lastName, firstName: one.firstName, middleName: one.middleName, birthDate: day(one.birthDate), gender: one.gender === 'male' ? 'м' : 'ж', snils: one.snils ? printSnils(one.snils) : null, email: one.email,
})

const represented = (one: RosterPerson | undefined, kind: string): Line => (one ? { guardian: fullName(one), guardianSnils: one.snils ? printSnils(one.snils) : null, guardianBirthDate: day(one.birthDate), guardianKind: kinds[kind] ?? (one.gender === 'male' ? 'отец' : 'мать') } : {})

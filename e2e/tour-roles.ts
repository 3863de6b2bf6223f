import type { Someone } from './browser.ts'

/** Someone of the demo country as the list of the stand has them. */
export interface Listed { readonly oid: string; readonly hint?: string; readonly label: string; readonly school: string; readonly group: string }

/** Whose eyes the tour looks through: a person of the demo country and the role they act in; null looks at what is outside any role. */
export interface Visitor { readonly name: string; readonly role: string | null; readonly profile: Someone['profile']; readonly who: (one: Listed) => boolean; /** Also pages of the person outside any role: profile, consents, requests. */ readonly own?: true }

const big = (one: Listed) => one.school === 'Школа № 14'

/** Add a line for a new role; pages of new rooms come by themselves. */
export const visitors: readonly Visitor[] = [
  { name: 'operator', role: 'operator', profile: 'staff', who: (one) => one.label === 'федеральный оператор' },
  { name: 'region', role: 'regionalCurator', profile: 'staff', who: (one) => one.label.startsWith('куратор региона') },
  { name: 'municipality', role: 'municipalCurator', profile: 'staff', who: (one) => one.label.startsWith('муниципальный куратор') },
  { name: 'admin', role: 'schoolAdmin', profile: 'staff', who: (one) => one.label === 'администратор' && big(one) },
  { name: 'empty-school', role: 'schoolAdmin', profile: 'staff', who: (one) => one.label === 'администратор' && one.school === 'Новая школа' },
  { name: 'college', role: 'schoolAdmin', profile: 'staff', who: (one) => one.label === 'администратор' && one.school.includes('колледж') },
  { name: 'principal', role: 'principal', profile: 'staff', who: (one) => one.label === 'директор' && big(one) },
  { name: 'deputy', role: 'deputyHead', profile: 'staff', who: (one) => one.label === 'завуч' && big(one) },
  { name: 'homeroom', role: 'teacher', profile: 'staff', who: (one) => one.hint === 'классный руководитель 7Б' },
  { name: 'teacher', role: 'teacher', profile: 'staff', who: (one) => one.hint === 'ведёт алгебру в 7Б' },
  { name: 'parent', role: 'parent', profile: 'parent', who: (one) => one.hint === 'родитель ученика 7Б', own: true },
  { name: 'pupil', role: 'pupil', profile: 'pupil', who: (one) => one.hint === 'дневник 7Б' },
  { name: 'newcomer', role: null, profile: 'parent', who: (one) => one.label === 'родитель с ребёнком' },
]

/** Whose pages they are: those of a family differ from those of an office at the same address. */
export const eyesOf = ({ role }: Visitor): string =>
  role === 'parent' || role === 'pupil' ? 'family' : role === 'schoolAdmin' || role === 'principal' || role === 'deputyHead' ? 'office' : role?.endsWith('Curator') === true || role === 'operator' ? 'territory' : role ?? 'nobody'

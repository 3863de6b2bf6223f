import type { Role } from '@school/contract'

/** Groups of roles as people choose them; `null` is everyone, strangers included. */
export const groups = {
  everyone: null,
  staff: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'],
  families: ['parent', 'pupil'],
} as const satisfies Record<string, readonly Role[] | null>
export type Group = keyof typeof groups

/** The group whose roles these are; `chosen` for any other choice, which is kept as it is. */
export function groupOf(audience: readonly string[] | null): Group | 'chosen' {
  if (audience === null) return 'everyone'
  const same = (roles: readonly string[]) => roles.length === audience.length && roles.every((role) => audience.includes(role))
  return same(groups.staff) ? 'staff' : same(groups.families) ? 'families' : 'chosen'
}

/** The roles of a choice; a choice nobody can make here leaves what was. */
export const rolesOf = (group: Group | 'chosen', was: readonly string[] | null): Role[] | null => {
  const roles = group === 'chosen' ? was as readonly Role[] | null : groups[group]
  return roles === null ? null : [...roles]
}

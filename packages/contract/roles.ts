/** Every role a person can act in, from the country down to the family. */
export const roles = ['operator', 'regionalCurator', 'municipalCurator', 'schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher', 'pupil', 'parent'] as const
export type Role = (typeof roles)[number]

export type ScopeKind = 'federation' | 'region' | 'municipality' | 'school' | 'child'

/** The kind of scope a role is held in; a grant of any other kind is not honoured. */
export const scopeOfRole = {
  operator: 'federation', regionalCurator: 'region', municipalCurator: 'municipality',
  schoolAdmin: 'school', principal: 'school', deputyHead: 'school', teacher: 'school', homeroomTeacher: 'school', pupil: 'school', parent: 'child',
} as const satisfies Record<Role, ScopeKind>

/** The roles judged together when a person acts as the key: a class teacher is a teacher with more. */
export const actingRoles = (role: Role): readonly Role[] => (role === 'teacher' ? ['teacher', 'homeroomTeacher'] : [role])

/** A permission `room.noun.verb` with the roles that hold it; declared by its room. */
export interface Permission {
  readonly key: string
  readonly title: string
  readonly roles: readonly Role[]
  /** The row of the expected matrix this permission belongs to. */
  readonly row: string
}

/** Declares a permission; `title` is a message key, `row` the line of docs/access-matrix it is judged by. */
export const permission = (key: string, declared: Omit<Permission, 'key'>): Permission => ({ key, ...declared })

/** The scope id under which the federation is addressed in paths. */
export const federation = 'country'

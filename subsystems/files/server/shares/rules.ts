import type { ShareTo } from '../../contract/shares.ts'

/** Pupils share by link from this age on. */
export const linkAge = 14

/** The audience of a share as it is kept; a link's is the hash of its secret. */
export function audienceOf(to: ShareTo, linkHash: string): string {
  switch (to.kind) {
    case 'person': return `person:${to.personId}`
    case 'class': return `class:${to.classId}`
    case 'role': return `role:${to.schoolId}:${to.role}`
    case 'link': return `link:${linkHash}`
  }
}

/** Whether someone born on a day has reached the age on another. */
export function isOfAge(birthDate: string, today: string, age: number): boolean {
  return `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}` <= today
}

/** Whom one may share with in a school: staff with everyone, pupils and parents with those who work there; classmates are found by their class. */
export const rolesReached = (isStaff: boolean): readonly string[] => (isStaff
  ? ['teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin', 'pupil', 'parent']
  : ['teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'])

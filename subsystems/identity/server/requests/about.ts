import type { Named, Wish } from '../../contract/requests.ts'

/** What a request keeps of what was asked: the person it is about, where the data came from, and the wish itself. */
export interface About {
  readonly named: Named
  readonly fromEsia: boolean
  readonly kidOid: string | null
  readonly role: string
  readonly position: string | null
  readonly wish: string | null
  readonly basis: 'parent' | 'adopter' | 'guardian' | 'custodian' | 'representative' | null
  readonly classId: string | null
  readonly className: string | null
}

/** The wish in the form it is kept. */
export function aboutOf(wish: Wish, named: Named, fromEsia: boolean, className: string | null): About {
  const nothing = { named, fromEsia, kidOid: null, position: null, wish: null, basis: null, classId: null, className }
  if (wish.kind === 'staff') return { ...nothing, role: wish.staff.role, position: wish.staff.position.trim(), wish: wish.staff.wish.trim() || null }
  if (wish.kind === 'pupil') return { ...nothing, role: 'pupil', classId: wish.pupil.classId }
  return { ...nothing, role: wish.child.basis === 'parent' || wish.child.basis === 'adopter' ? 'parent' : wish.child.basis, basis: wish.child.basis, kidOid: wish.child.kidOid, classId: wish.child.classId }
}

/** «Павлова Ксения, 7 «Б»», «Медицинская сестра», «10 «А»». */
export function aboutText(kind: string, about: About): string {
  if (kind === 'staff') return about.position ?? ''
  if (kind === 'pupil') return about.className ?? ''
  return [`${about.named.lastName} ${about.named.firstName}`, about.className].filter(Boolean).join(', ')
}

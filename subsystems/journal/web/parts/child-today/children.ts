import { useMe, type Me } from '@school/web'

export interface ChildOf { readonly scopeId: string; readonly schoolId: string; readonly studentId: string; readonly name: string }

/** Every child of a parent, each in the own school; for a pupil the reader alone. */
export function useChildren(role: string, scopeId: string, schoolId: string | null): readonly ChildOf[] {
  const me = useMe()
  return me ? childrenOf(me, role, scopeId, schoolId) : []
}

export function childrenOf(me: Me, role: string, scopeId: string, schoolId: string | null): readonly ChildOf[] {
  const own = me.contexts.find((one) => one.role === role && one.schoolId === schoolId)?.recordId ?? me.person.id
  if (role !== 'parent') return schoolId ? [{ scopeId, schoolId, studentId: own, name: me.person.firstName }] : []
  return me.contexts.flatMap((one) => one.role === 'parent' && one.schoolId && one.childId ? [{ scopeId: one.scopeId, schoolId: one.schoolId, studentId: one.childId, name: one.title.split(' ')[1] ?? one.title }] : [])
}

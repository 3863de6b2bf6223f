import type { Role, ScopeKind } from '@school/contract'

/** One right to act: a role in a scope. `schoolId` is set for every role that works inside a school, a child's school included. */
export interface Grant {
  readonly role: Role
  readonly scopeKind: ScopeKind
  readonly scopeId: string
  readonly schoolId: string | null
  /** The class of a class teacher or of a pupil. */
  readonly classId?: string | null
  /** The record by which that school knows the person, when it is another than the person's own: two records of one human being were merged. */
  readonly recordId?: string
}

/** Who is signed in, with every right in force now. */
export interface Session {
  readonly id: string
  readonly personId: string
  readonly grants: readonly Grant[]
  /** How strongly the person proved who they are: 'esia', 'ds' or 'ukep'. */
  readonly acr: string
}

/** The person of one request, in the role in which the request was judged. */
export interface Actor {
  readonly personId: string
  /** The role that carried the permission; null for routes that need only a sign-in. */
  readonly role: Role | null
  /** The grants that gave it, in the scope of the request. */
  readonly acting: readonly Grant[]
  readonly grants: readonly Grant[]
  readonly sessionId: string
  readonly acr: string
}

/** Nobody in particular: the system itself (timed work, listeners) or a visitor of a public page. */
export const nobody: Actor = { personId: '00000000-0000-0000-0000-000000000000', role: null, acting: [], grants: [], sessionId: '', acr: '' }

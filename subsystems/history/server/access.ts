import { notFound, type Read } from '@school/server'

declare const granted: unique symbol
/** A pupil whose looks this reader may see: oneself, or a child one represents in the acting context. */
export type WatchedPupil = string & { readonly [granted]: 'looks' }

/** The pupil, if it is the reader or a child of the acting grants. */
export function watchedPupil(read: Read, studentId: string): WatchedPupil {
  const own = read.by.role === 'pupil' && read.by.personId === studentId
  const child = read.by.role === 'parent' && read.by.acting.some((grant) => grant.scopeId === studentId)
  if (!own && !child) throw notFound()
  return studentId as WatchedPupil
}

/** The schools in which this person works or has children today. */
export const ownSchools = (read: Read): string[] => [...new Set(read.by.grants.flatMap((grant) => grant.schoolId ?? []))]

import type { Acting } from '@school/web'
import type { Notice } from '../../contract/index.ts'

type Place = Pick<Acting, 'role' | 'scopeId' | 'schoolId' | 'childId'>

export interface Way { readonly place: Place; readonly path: string }

/** Where a notice leads: its path in the context it is about, the open one before any other; null when the person no longer has that context. */
export function wayOfNotice(notice: Pick<Notice, 'link' | 'data' | 'schoolId'>, contexts: readonly Place[], here: Place): Way | null {
  const of = notice.data['studentId']
  const territory = notice.data['scopeId']
  const fits = (one: Place) => territory !== undefined ? one.scopeId === territory : (one.role === 'parent' ? one.childId === of : one.role === 'pupil' || of === undefined) && (notice.schoolId === null || one.schoolId === notice.schoolId)
  const found = fits(here) ? here : contexts.find(fits)
  return found ? { place: found, path: pathOf(notice.link) } : null
}

/** A week of the diary is a view of one page. */
function pathOf(link: string): string {
  const week = /^\/diary\/(\d{4}-\d\d-\d\d)$/.exec(link)
  return week ? `/diary?week=${week[1]}` : link
}

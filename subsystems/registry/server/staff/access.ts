import { notFound, Problem, type Work } from '@school/server'
import type { EmploymentTable } from '../tables.ts'
import { lockEmployment } from './store.ts'

declare const granted: unique symbol
/** An employment of this school that its administrator may change; made only by `changeableEmployment`. */
export type ChangeableEmployment = EmploymentTable & { readonly [granted]: 'employment' }

/** The employment, unless it is that of an administrator: those are appointed and dismissed by curators. */
export async function changeableEmployment(work: Work, id: string): Promise<ChangeableEmployment> {
  const row = await lockEmployment(work, id)
  if (!row) throw notFound()
  if (row.role === 'schoolAdmin') throw new Problem(409, 'registry.admin_appointed_elsewhere')
  return row as ChangeableEmployment
}

export const mayChangeEmployment = (role: string | null, row: { role: string; valid_to: string | null }): boolean => role === 'schoolAdmin' && row.role !== 'schoolAdmin' && row.valid_to === null

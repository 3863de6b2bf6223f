import { notFound, Problem, type Work } from '@school/server'
import { lockClass } from '../classes/store.ts'
import type { ClassTable, EnrolmentTable } from '../tables.ts'
import { lockEnrolment } from './store.ts'

declare const granted: unique symbol
/** An enrolment of this school that has not ended; made only by `changeableEnrolment`. */
export type ChangeableEnrolment = EnrolmentTable & { readonly [granted]: 'enrolment' }
/** A class of this school that takes pupils; made only by `openClass`. */
export type OpenClass = ClassTable & { readonly [granted]: 'class' }

export async function changeableEnrolment(work: Work, id: string): Promise<ChangeableEnrolment> {
  const row = await lockEnrolment(work, id)
  if (!row) throw notFound()
  if (row.valid_to !== null) throw new Problem(409, 'registry.already_ended')
  return row as ChangeableEnrolment
}

export async function openClass(work: Work, id: string): Promise<OpenClass> {
  const row = await lockClass(work, id)
  if (!row) throw notFound()
  if (row.closed_on !== null) throw new Problem(409, 'registry.class_closed', { since: row.closed_on })
  return row as OpenClass
}

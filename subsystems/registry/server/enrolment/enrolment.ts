import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { EndReason, Enrolment } from '../../contract/enrolment.ts'
import { enrolmentChanged, rightsChanged } from '../../contract/facts.ts'
import { closeAllMembership, closeMembershipOutside, openMembership } from '../classes/group-store.ts'
import { listGuardianIds } from '../guardians/store.ts'
import { presentName } from '../people/present.ts'
import type { EnrolmentTable } from '../tables.ts'
import { dayBefore } from '../time-zone.ts'
import type { ChangeableEnrolment, OpenClass } from './access.ts'
import { findEnrolment, lockEnrolment, lockLatestEnrolment, saveEnrolment, type NamedEnrolment } from './store.ts'

export interface Order { readonly orderNumber: string; readonly orderDate: string | null }
export interface Enrol extends Order { readonly id: string; readonly studentId: string; readonly validFrom: string }
export interface Transfer extends Order { readonly newId: string; readonly validFrom: string }
export interface Withdraw extends Order { readonly validTo: string; readonly reason: Exclude<EndReason, 'transferred'> }

/** Enrols a pupil in a class by order; who was here before returns. A repeat with the same id changes nothing. */
export async function enrol(work: Work, into: OpenClass, given: Enrol): Promise<void> {
  const same = await lockEnrolment(work, given.id)
  if (same && (same.student_id !== given.studentId || same.class_id !== into.id)) throw new Problem(409, 'registry.changed_meanwhile', { revision: same.revision })
  const latest = same ? undefined : await lockLatestEnrolment(work, given.studentId)
  if (latest && latest.valid_to === null) throw new Problem(409, 'registry.already_enrolled', { classId: latest.class_id })
  if (latest?.valid_to && given.validFrom <= latest.valid_to) throw new Problem(400, 'registry.dates_wrong', { field: 'validFrom', from: latest.valid_to })
  const row = same ?? begun(work, given.id, given.studentId, into.id, given, latest ? 'returned' : 'enrolled')
  if (!same) {
    await saveEnrolment(work, row)
    await openMembership(work, into.id, [given.studentId], given.validFrom)
  }
  work.audit(`registry.enrolment.${row.begun_by === 'returned' ? 'return' : 'begin'}`, { about: given.studentId, before: same && auditOf(same), after: auditOf(row) })
  await announceEnrolment(work, row, row.class_id, null)
}

/** Moves a pupil to another class: the old enrolment and its groups end the day before, the new class's group begins. */
export async function transfer(work: Work, from: ChangeableEnrolment, into: OpenClass, given: Transfer): Promise<void> {
  if (from.class_id === into.id) throw new Problem(409, 'registry.same_class')
  if (given.validFrom <= from.valid_from) throw new Problem(400, 'registry.dates_wrong', { field: 'validFrom', from: from.valid_from })
  const lastDay = dayBefore(given.validFrom)
  await saveEnrolment(work, ended(from, lastDay, 'transferred', given))
  await closeMembershipOutside(work, from.student_id, into.id, lastDay)
  const row = begun(work, given.newId, from.student_id, into.id, given, 'transferred')
  await saveEnrolment(work, row)
  await openMembership(work, into.id, [from.student_id], given.validFrom)
  work.audit('registry.enrolment.transfer', { about: from.student_id, before: auditOf(from), after: auditOf(row) })
  await announceEnrolment(work, row, row.class_id, from.class_id)
}

/** Withdraws a pupil by order; every group of the school ends on the same day, what was before stays. */
export async function withdraw(work: Work, from: ChangeableEnrolment, given: Withdraw): Promise<void> {
  if (given.validTo < from.valid_from) throw new Problem(400, 'registry.dates_wrong', { field: 'validTo', from: from.valid_from })
  const row = ended(from, given.validTo, given.reason, given)
  await saveEnrolment(work, row)
  await closeAllMembership(work, from.student_id, given.validTo)
  work.audit('registry.enrolment.withdraw', { about: from.student_id, before: auditOf(from), after: auditOf(row) })
  await announceEnrolment(work, row, null, from.class_id)
}

const begun = (work: Work, id: string, studentId: string, classId: string, given: Order & { validFrom: string }, begun_by: EnrolmentTable['begun_by']): EnrolmentTable => ({
  school_id: work.schoolId, id, student_id: studentId, class_id: classId, order_number: given.orderNumber.trim(), order_date: given.orderDate, begun_by, valid_from: given.validFrom, valid_to: null,
  end_reason: null, end_order_number: '', end_order_date: null, revision: 1,
})

const ended = (row: EnrolmentTable, valid_to: string, end_reason: EndReason, order: Order): EnrolmentTable =>
  ({ ...row, valid_to, end_reason, end_order_number: order.orderNumber.trim(), end_order_date: order.orderDate, revision: row.revision + 1 })

async function announceEnrolment(work: Work, row: EnrolmentTable, classId: string | null, previousClassId: string | null): Promise<void> {
  const { student_id: studentId } = row
  work.announce(enrolmentChanged, { schoolId: work.schoolId, enrolmentId: row.id, studentId, classId, previousClassId }, [addresses.family(studentId), addresses.person(studentId), addresses.staff(work.schoolId)])
  const today = work.now.toISOString().slice(0, 10)
  for (const personId of [studentId, ...await listGuardianIds(work, studentId, today)]) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
}

const auditOf = (row: EnrolmentTable) => ({
  classId: row.class_id, orderNumber: row.order_number, orderDate: row.order_date, validFrom: row.valid_from, validTo: row.valid_to, endReason: row.end_reason, endOrderNumber: row.end_order_number, endOrderDate: row.end_order_date,
})

/** An enrolment as the reader may see it; orders are for those who see everything. */
export const presentEnrolment = (read: Read, row: NamedEnrolment, orders = true): Enrolment => ({
  id: row.id, student: presentName({ ...row, id: row.student_id }), classId: row.class_id, className: row.class_name, begunBy: row.begun_by,
  orderNumber: orders ? row.order_number : '', orderDate: orders ? row.order_date : null, validFrom: row.valid_from, validTo: row.valid_to, endReason: row.end_reason,
  endOrderNumber: orders ? row.end_order_number : '', endOrderDate: orders ? row.end_order_date : null, revision: row.revision, can: { change: read.by.role === 'schoolAdmin' && row.valid_to === null },
})

export async function getEnrolment(read: Read, id: string): Promise<Enrolment> {
  const row = await findEnrolment(read, id)
  if (!row) throw notFound()
  return presentEnrolment(read, row)
}

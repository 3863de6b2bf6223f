import { newId } from '@school/contract'
import { DateField, SelectField, showToast } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { getClass, listClasses } from '../../contract/classes.ts'
import { transferPupil, withdrawPupil, type Enrolment } from '../../contract/enrolment.ts'
import { getPerson, listPeople } from '../../contract/people.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { ClassSelect } from './ClassSelect.tsx'
import { OrderFields, orderOf } from './OrderFields.tsx'
import { useSchoolId, useToday } from './use-school.ts'
import { useT } from './words.ts'

interface Props { enrolment: Enrolment; onClose: () => void }
const staleAfter = (schoolId: string, { student, classId }: Enrolment) =>
  [keyOf(getPerson, { params: { schoolId, personId: student.id } }), keyOf(listPeople, { params: { schoolId } }), keyOf(listClasses, { params: { schoolId } }), keyOf(getClass, { params: { schoolId, classId } })]

/** Moves a pupil to another class by order. */
export function TransferDialog({ enrolment, onClose }: Props) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [id] = useState(newId)
  const [classId, setClass] = useState('')
  const [order, setOrder] = useState({ orderNumber: '', orderDate: '' })
  const [validFrom, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  const move = useCommand(transferPupil, { stale: () => staleAfter(schoolId, enrolment), onDone: () => { showToast({ text: t.transferred, tone: 'ok' }); onClose() } })
  const act = () => { setTried(true); if (classId && validFrom) move.mutate({ params: { schoolId, id: enrolment.id }, body: { newId: id, classId, ...orderOf(order), validFrom, basedOn: enrolment.revision } }) }
  return (
    <ActDialog open onClose={onClose} title={t.transferTitle} act={t.transfer} busy={move.isPending} problem={move.error} onAct={act}>
      <p className="muted">{t.transferNote}</p>
      <ClassSelect label={t.newClass} value={classId} onChange={setClass} without={enrolment.classId} error={tried && !classId ? t.chooseClass : null} />
      <OrderFields order={order} onChange={setOrder} />
      <DateField label={t.transferFrom} required value={validFrom} onChange={setFrom} error={errorOf(move.error, 'validFrom')} />
    </ActDialog>
  )
}

const reasons = ['otherSchool', 'graduated', 'expelled', 'academicLeave', 'familyEducation', 'other'] as const

/** Withdraws a pupil by order. */
export function WithdrawDialog({ enrolment, onClose }: Props) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [reason, setReason] = useState<(typeof reasons)[number]>('otherSchool')
  const [order, setOrder] = useState({ orderNumber: '', orderDate: '' })
  const [validTo, setTo] = useState(today)
  const leave = useCommand(withdrawPupil, { stale: () => staleAfter(schoolId, enrolment), onDone: () => { showToast({ text: t.withdrawn, tone: 'ok' }); onClose() } })
  const act = () => { if (validTo) leave.mutate({ params: { schoolId, id: enrolment.id }, body: { validTo, reason, ...orderOf(order), basedOn: enrolment.revision } }) }
  return (
    <ActDialog open danger onClose={onClose} title={t.withdrawTitle} act={t.withdraw} busy={leave.isPending} problem={leave.error} onAct={act}>
      <p className="muted">{t.withdrawNote}</p>
      <SelectField label={t.withdrawReason} value={reason} onChange={(value) => setReason(value as typeof reason)} options={reasons.map((value) => ({ value, label: t.reasons[value] ?? value }))} />
      <OrderFields order={order} onChange={setOrder} />
      <DateField label={t.lastDay} required value={validTo} onChange={setTo} error={errorOf(leave.error, 'validTo')} />
    </ActDialog>
  )
}

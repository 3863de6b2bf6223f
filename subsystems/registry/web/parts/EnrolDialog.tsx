import { newId } from '@school/contract'
import { DateField, showToast } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { getClass, listClasses } from '../../contract/classes.ts'
import { enrolPupil } from '../../contract/enrolment.ts'
import { listPeople } from '../../contract/people.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import type { Known } from './AlikeHint.tsx'
import { ClassSelect } from './ClassSelect.tsx'
import { OrderFields, orderOf } from './OrderFields.tsx'
import { emptyPerson } from './PersonFields.tsx'
import { useSchoolId, useToday } from './use-school.ts'
import { isWhoComplete, WhoFields, whoOf, type WhoDraft } from './WhoFields.tsx'
import { useT } from './words.ts'

/** Enrols a pupil; `known` is somebody who returns, `classId` the class the form was opened from. */
export function EnrolDialog({ onClose, known = null, classId: given = '' }: { onClose: () => void; known?: Known | null; classId?: string }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [id] = useState(newId)
  const [who, setWho] = useState<WhoDraft>(() => ({ id: newId(), known, draft: emptyPerson }))
  const [classId, setClass] = useState(given)
  const [order, setOrder] = useState({ orderNumber: '', orderDate: '' })
  const [validFrom, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  const enrol = useCommand(enrolPupil, {
    stale: () => [keyOf(listPeople, { params: { schoolId } }), keyOf(listClasses, { params: { schoolId } }), keyOf(getClass, { params: { schoolId, classId } })],
    onDone: () => { showToast({ text: t.enrolled, tone: 'ok' }); onClose() },
  })
  const act = () => {
    setTried(true)
    if (isWhoComplete(who) && classId && validFrom) enrol.mutate({ params: { schoolId, id }, body: { who: whoOf(who), classId, ...orderOf(order), validFrom } })
  }
  return (
    <ActDialog open onClose={onClose} title={t.enrol} act={t.enrol} busy={enrol.isPending} problem={enrol.error} onAct={act}>
      <WhoFields who={who} onChange={setWho} problem={enrol.error} tried={tried} />
      <ClassSelect label={t.classColumn} value={classId} onChange={setClass} error={tried && !classId ? t.chooseClass : null} />
      <OrderFields order={order} onChange={setOrder} />
      <DateField label={t.firstDay} required value={validFrom} onChange={setFrom} error={errorOf(enrol.error, 'validFrom')} />
    </ActDialog>
  )
}

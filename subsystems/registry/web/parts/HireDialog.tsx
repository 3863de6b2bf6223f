import { newId } from '@school/contract'
import { DateField, SelectField, showToast, SideBySide, TextField } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { putEmployment } from '../../contract/employment.ts'
import { listPeople } from '../../contract/people.ts'
import { ActDialog } from './ActDialog.tsx'
import { useSchoolId, useToday } from './use-school.ts'
import { isWhoComplete, useWho, WhoFields, whoOf } from './WhoFields.tsx'
import { useT } from './words.ts'

const roles = ['teacher', 'deputyHead', 'principal', 'staff'] as const

/** Takes an employee on. */
export function HireDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [id] = useState(newId)
  const [who, setWho] = useWho()
  const [role, setRole] = useState<(typeof roles)[number]>('teacher')
  const [position, setPosition] = useState('')
  const [validFrom, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  const put = useCommand(putEmployment, { stale: () => [keyOf(listPeople, { params: { schoolId } })], onDone: () => { showToast({ text: t.hired, tone: 'ok' }); onClose() } })
  const act = () => {
    setTried(true)
    if (isWhoComplete(who) && position.trim() && validFrom) put.mutate({ params: { schoolId, id }, body: { who: whoOf(who), role, position, validFrom, basedOn: null } })
  }
  return (
    <ActDialog open onClose={onClose} title={t.hire} act={t.hire} busy={put.isPending} problem={put.error} onAct={act}>
      <WhoFields who={who} onChange={setWho} problem={put.error} tried={tried} />
      <SideBySide>
        <SelectField label={t.role} value={role} onChange={(value) => setRole(value as typeof role)} options={roles.map((value) => ({ value, label: t.roles[value] ?? value }))} />
        <DateField label={t.firstDay} required value={validFrom} onChange={setFrom} />
      </SideBySide>
      <TextField label={t.position} required value={position} onChange={setPosition} error={tried && !position.trim() ? t.required : null} />
    </ActDialog>
  )
}

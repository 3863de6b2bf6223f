import { Button, Form, SelectField, TextArea, TextField } from '@school/ui'
import { useState } from 'react'
import type { Wish } from '../../contract/requests.ts'
import { useT } from './words.ts'

type Staff = Extract<Wish, { kind: 'staff' }>['staff']
const roles = ['teacher', 'deputyHead', 'principal', 'staff'] as const

/** Position and role of someone who works in the school. */
export function StaffForm({ busy, onSubmit }: { busy: boolean; onSubmit: (staff: Staff) => void }) {
  const t = useT()
  const [role, setRole] = useState<Staff['role']>('teacher')
  const [position, setPosition] = useState('')
  const [wish, setWish] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = position.trim().length < 2
  const submit = () => { setTried(true); if (!wrong) onSubmit({ role, position, wish }) }
  return (
    <Form onSubmit={submit} foot={<Button look="primary" type="submit" busy={busy}>{t.sendRequest}</Button>}>
      <SelectField label={t.role} value={role} onChange={(value) => setRole(value as Staff['role'])} options={roles.map((value) => ({ value, label: t.staffRoles[value] }))} />
      <TextField label={t.position} hint={t.positionHint} value={position} onChange={setPosition} required error={tried && wrong ? t.positionNeeded : null} />
      <TextArea label={t.subjectsWish} hint={t.subjectsWishHint} value={wish} onChange={setWish} optional maxLength={300} />
    </Form>
  )
}

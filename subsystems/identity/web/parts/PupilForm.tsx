import { Button, Form } from '@school/ui'
import { useState } from 'react'
import { ClassField } from './ClassField.tsx'
import { useT } from './words.ts'

/** «Прикрепить меня»: the account says who it is, only the class is asked. */
export function PupilForm({ schoolId, busy, onSubmit }: { schoolId: string; busy: boolean; onSubmit: (pupil: { classId: string | null }) => void }) {
  const t = useT()
  const [classId, setClass] = useState('')
  return (
    <Form onSubmit={() => onSubmit({ classId: classId || null })} foot={<Button look="primary" type="submit" busy={busy}>{t.sendRequest}</Button>}>
      <p className="muted">{t.dataFromAccount}</p>
      <ClassField schoolId={schoolId} value={classId} onChange={setClass} />
    </Form>
  )
}

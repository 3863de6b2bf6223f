import { Button, Dialog, Form, TextField } from '@school/ui'
import { problemText, type ProblemError } from '@school/web'
import { useEffect, useRef, useState } from 'react'
import { useT } from './words.ts'

interface Props { title: string; label: string; act: string; value: string; busy: boolean; problem: ProblemError | null; onSave: (name: string) => void; onClose: () => void }

/** Asks for a name; of a file its ending stays unselected. */
export function NameDialog({ title, label, act, value, busy, problem, onSave, onClose }: Props) {
  const t = useT()
  const [name, setName] = useState(value)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(0, /^(.+)\.[^.]{1,10}$/.exec(field.current.value)?.[1]?.length ?? field.current.value.length)
  }, [])
  const save = () => { setTried(true); if (name.trim() !== '') onSave(name.trim()) }
  const error = problem ? problemText(problem.code, problem.details) : tried && name.trim() === '' ? t.nameNeeded : null
  return (
    <Dialog open onClose={onClose} title={title} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" busy={busy} onClick={save}>{act}</Button></>}>
      <Form onSubmit={save} foot={null}>
        <TextField label={label} required maxLength={200} value={name} onChange={setName} error={error} ref={field} />
      </Form>
    </Dialog>
  )
}

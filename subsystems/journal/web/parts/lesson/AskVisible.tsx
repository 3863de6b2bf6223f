import { Button, DateField, Dialog, Form, SideBySide, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useState } from 'react'
import type { ru } from '../../messages/ru.ts'
import { instantOf } from './instant.ts'

/** Another hour from which families see the marks of a work. */
export function AskVisible({ date, until, onClose, onSay }: { date: string; until: string | null; onClose: () => void; onSay: (at: string) => void }) {
  const all = useMessages<typeof ru>('journal')
  const [day, setDay] = useState(until ? until.slice(0, 10) : date)
  const [clock, setClock] = useState('17:00')
  const [now] = useState(() => new Date().toISOString())
  const wrong = day === '' || clock === '' || instantOf(day, clock) <= now
  return (
    <Dialog open onClose={onClose} title={all.visible.title}>
      <Form onSubmit={() => { if (!wrong) onSay(instantOf(day, clock)) }} foot={<><Button onClick={onClose}>{all.cancel}</Button><Button look="primary" type="submit" disabled={wrong}>{all.save}</Button></>}>
        <SideBySide><DateField label={all.visible.day} value={day} onChange={setDay} required /><TextField label={all.visible.clock} type="time" value={clock} onChange={setClock} required error={wrong ? all.visible.over : null} /></SideBySide>
        <p className="muted small">{all.visible.note}</p>
      </Form>
    </Dialog>
  )
}

import { Button, Dialog, Form, IconButton, IconPlus, IconTrash, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useState } from 'react'
import type { JournalWork } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { wholeBetween } from '../settings/numbers.ts'
import css from './Lesson.module.css'

/** The criteria of a work with the most that each brings. */
export function EditCriteria({ criteria, busy, onClose, onSave }: { criteria: JournalWork['criteria']; busy: boolean; onClose: () => void; onSave: (criteria: JournalWork['criteria']) => void }) {
  const t = useMessages<typeof ru>('journal')
  const [rows, setRows] = useState(() => criteria.map((one) => ({ name: one.name, max: String(one.max) })))
  const set = (at: number, part: Partial<{ name: string; max: string }>) => setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))
  const read = rows.flatMap((row) => { const max = wholeBetween(row.max, [1, 100]); return max !== null && row.name.trim() !== '' ? [{ name: row.name.trim(), max }] : [] })
  const ready = rows.length > 0 && read.length === rows.length
  return (
    <Dialog open onClose={onClose} title={t.points.edit}>
      <Form onSubmit={() => { if (ready) onSave(read) }} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" busy={busy} disabled={!ready}>{t.save}</Button></>}>
        {rows.map((row, i) => (
          <div key={i} className={css.criterion}>
            <TextField label={t.points.name} value={row.name} maxLength={80} onChange={(name) => set(i, { name })} required />
            <TextField label={t.points.max} type="number" min={1} max={100} value={row.max} onChange={(max) => set(i, { max })} required />
            <IconButton label={t.points.remove(row.name)} disabled={rows.length === 1} onClick={() => setRows(rows.filter((_, at) => at !== i))}><IconTrash size={18} /></IconButton>
          </div>
        ))}
        {rows.length < 12 ? <Button size="sm" look="text" icon={<IconPlus size={18} />} onClick={() => setRows([...rows, { name: '', max: '5' }])}>{t.points.add}</Button> : null}
      </Form>
    </Dialog>
  )
}

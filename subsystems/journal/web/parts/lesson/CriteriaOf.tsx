import { Button, Dialog, Form, IconButton, IconPlus, IconTrash, showToast, TextField } from '@school/ui'
import { keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getLessonSheet, putWork, type JournalWork } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { wholeBetween } from '../settings/numbers.ts'
import css from './Lesson.module.css'
import { useWriting } from './writing.ts'

interface Props { schoolId: string; lessonId: string; work: JournalWork | undefined; mayPut: boolean; needsReason: boolean }

/** What a work is judged by; it stays once the work holds marks. */
export function CriteriaOf({ schoolId, lessonId, work, mayPut, needsReason }: Props) {
  const t = useMessages<typeof ru>('journal')
  const writing = useWriting()
  const [open, setOpen] = useState(false)
  const put = useCommand(putWork, { stale: () => [keyOf(getLessonSheet, { params: { schoolId, lessonId } }), ['journal.page']], onDone: () => setOpen(false), onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) } })
  if (work?.scale !== 'criteria') return null
  const words = t.points.open(work.criteria.length, work.criteria.reduce((sum, one) => sum + one.max, 0))
  if (!mayPut) return <small className={css.visible}>{words}</small>
  const save = async (criteria: JournalWork['criteria']) => {
    const reason = await writing.reason(needsReason)
    if (reason) put.mutate({ params: { schoolId, lessonId, workId: work.id }, body: { typeId: work.typeId, title: work.title, weight: work.weight, sort: work.sort, criteria, basedOn: work.revision, ...reason } })
  }
  return <><button type="button" className={css.visible} onClick={() => setOpen(true)}>{words}</button>{open ? <Edit criteria={work.criteria} busy={put.isPending} onClose={() => setOpen(false)} onSave={(next) => void save(next)} /> : null}</>
}

function Edit({ criteria, busy, onClose, onSave }: { criteria: JournalWork['criteria']; busy: boolean; onClose: () => void; onSave: (criteria: JournalWork['criteria']) => void }) {
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

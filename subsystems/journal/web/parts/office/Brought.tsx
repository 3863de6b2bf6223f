import { Button, DateField, Dialog, Empty, Form, IconPlus, MarkTile, Row, Rows, Section, SelectField, SideBySide, TextField } from '@school/ui'
import { ask, dayText, keyOf, problemText, useCommand, useMessages, useQuery } from '@school/web'
import { newId } from '@school/contract'
import { useState } from 'react'
import { listBroughtMarks, putBroughtMark, type BroughtMark } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { useFinalWords } from '../finals/words.ts'

interface Props { schoolId: string; studentId: string }

/** On the card of a pupil: marks of the record from another school; they count in final marks as the policy says. */
export function Brought({ schoolId, studentId }: Props) {
  const { brought: t } = useFinalWords()
  const [open, setOpen] = useState<BroughtMark | 'new' | null>(null)
  const found = useQuery(ask(listBroughtMarks, { params: { schoolId, studentId } }))
  if (!found.data) return null
  const { marks, subjects } = found.data
  return (
    <Section title={t.title} {...(marks.length > 0 ? { count: marks.length } : {})} action={<Button size="sm" icon={<IconPlus size={18} />} onClick={() => setOpen('new')}>{t.add}</Button>}>
      {marks.length === 0 ? <Empty compact>{t.none}</Empty> : <Rows>{marks.map((one) => <Row key={one.id} onOpen={() => setOpen(one)} lead={<MarkTile value={one.value} weight={one.weight} />} title={one.subject.name} sub={`${dayText(one.date)}, ${one.source}`} />)}</Rows>}
      {open ? <BroughtDialog key={open === 'new' ? 'new' : open.id} schoolId={schoolId} studentId={studentId} mark={open === 'new' ? null : open} like={marks.at(-1) ?? null} subjects={subjects} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

function BroughtDialog({ schoolId, studentId, mark, like, subjects, onClose }: Props & { mark: BroughtMark | null; like: BroughtMark | null; subjects: readonly BroughtMark['subject'][]; onClose: () => void }) {
  const { brought: t, take } = useFinalWords()
  const { cancel, save } = useMessages<typeof ru>('journal')
  const [id] = useState(() => mark?.id ?? newId())
  const [draft, setDraft] = useState({ subjectId: mark?.subject.id ?? like?.subject.id ?? '', date: mark?.date ?? '', value: mark?.value ?? '', weight: String(mark?.weight ?? 1), source: mark?.source ?? like?.source ?? '' })
  const put = useCommand(putBroughtMark, { stale: () => [keyOf(listBroughtMarks, { params: { schoolId, studentId } })], onDone: onClose })
  const weight = Number(draft.weight)
  const ready = draft.subjectId !== '' && draft.date !== '' && draft.value !== '' && draft.source.trim() !== '' && Number.isInteger(weight) && weight >= 1 && weight <= 20
  const send = (value: string) => put.mutate({ params: { schoolId, studentId, markId: id }, body: { subjectId: draft.subjectId, date: draft.date, value: value as '5', weight: Number.isInteger(weight) ? weight : 1, source: draft.source.trim(), basedOn: mark?.revision ?? null } })
  return (
    <Dialog open onClose={onClose} title={t.one}>
      <Form onSubmit={() => { if (ready) send(draft.value) }} foot={<>{mark ? <Button look="danger" busy={put.isPending} onClick={() => send('')}>{take}</Button> : null}<Button onClick={onClose}>{cancel}</Button><Button look="primary" type="submit" busy={put.isPending} disabled={!ready}>{save}</Button></>}>
        <SideBySide>
          <SelectField label={t.subject} value={draft.subjectId} required placeholder={t.choose} onChange={(subjectId) => setDraft({ ...draft, subjectId })} options={subjects.map((one) => ({ value: one.id, label: one.name }))} />
          <DateField label={t.date} value={draft.date} required onChange={(date) => setDraft({ ...draft, date })} />
        </SideBySide>
        <SideBySide>
          <SelectField label={t.mark} value={draft.value} required placeholder={t.choose} onChange={(value) => setDraft({ ...draft, value })} options={['5', '4', '3', '2'].map((value) => ({ value, label: value }))} />
          <TextField label={t.weight} type="number" min={1} max={20} value={draft.weight} onChange={(next) => setDraft({ ...draft, weight: next })} />
        </SideBySide>
        <TextField label={t.source} hint={t.sourceHint} value={draft.source} maxLength={200} required onChange={(source) => setDraft({ ...draft, source })} error={put.error ? problemText(put.error.code, put.error.details) : null} />
      </Form>
    </Dialog>
  )
}

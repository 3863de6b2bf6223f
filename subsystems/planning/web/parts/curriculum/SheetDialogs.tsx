import { newId } from '@school/contract'
import { listSubjects } from '@school/registry/contract'
import { Button, Callout, DataTable, DateField, Dialog, FileDrop, Form, PickField, SelectField, StatusWord, TextArea, TextField, type Column } from '@school/ui'
import { ask, callWithFile, ProblemError, todayIn, useQuery } from '@school/web'
import type { Reply } from '@school/contract'
import { useState } from 'react'
import { readCurriculumBook, type Curriculum, type Line } from '../../../contract/index.ts'
import { hoursText, tellProblem, useSchoolId, useT } from '../words.ts'
import { cellText, gradesOf, type DraftLine } from './grid-model.ts'

/** One more subject for a part of the plan. */
export function SubjectDialog({ lines, onAdd, onClose }: { lines: readonly DraftLine[]; onAdd(line: DraftLine): void; onClose(): void }) {
  const words = useT()
  const t = words.curricula
  const schoolId = useSchoolId()
  const [part, setPart] = useState<Line['part']>('school')
  const [subjectId, setSubject] = useState<string | null>(null)
  const [area, setArea] = useState('')
  const subjects = useQuery(ask(listSubjects, { params: { schoolId } }))
  const free = (subjects.data ?? []).filter((one) => !lines.some((line) => line.part === part && line.subjectId === one.id))
  const picked = free.find((one) => one.id === subjectId)
  const add = () => { if (picked) { onAdd({ id: newId(), part, area, subjectId: picked.id, subject: picked.name, advanced: false, cells: [] }); onClose() } }
  return (
    <Dialog open onClose={onClose} title={t.addSubject} foot={<Button look="primary" {...(picked ? {} : { why: words.fillAll })} onClick={add}>{t.addSubject}</Button>}>
      <Form onSubmit={add} foot={null}>
        <SelectField label={t.views} value={part} onChange={(value) => setPart(value as Line['part'])} options={(['core', 'school', 'extracurricular'] as const).map((one) => ({ value: one, label: t.parts[one] }))} />
        <PickField label={t.subject} value={subjectId} onChange={setSubject} busy={subjects.isPending} options={free.map((one) => ({ value: one.id, label: one.name }))} />
        <TextField label={t.area} optional value={area} onChange={setArea} />
      </Form>
    </Dialog>
  )
}

/** From which day a correction holds and why. */
export function CorrectionDialog({ sheet, busy, onMake, onClose }: { sheet: Curriculum; busy: boolean; onMake(validFrom: string, reason: string): void; onClose(): void }) {
  const words = useT()
  const t = words.curricula
  const [from, setFrom] = useState(todayIn('Europe/Moscow') > `${sheet.head.year}-09-01` ? todayIn('Europe/Moscow') : `${sheet.head.year}-09-01`)
  const [reason, setReason] = useState('')
  const make = () => onMake(from, reason)
  return (
    <Dialog open onClose={onClose} title={t.correction} foot={<Button look="primary" busy={busy} {...(from && reason.trim().length > 1 ? {} : { why: words.fillAll })} onClick={make}>{t.correction}</Button>}>
      <p className="muted">{t.correctionText}</p>
      <Form onSubmit={make} foot={null}><DateField label={t.from} value={from} onChange={setFrom} /><TextArea label={t.reason} value={reason} onChange={setReason} /></Form>
    </Dialog>
  )
}

/** Accepting by order; errors only with a reason. */
export function AcceptDialog({ sheet, busy, onAccept, onClose }: { sheet: Curriculum; busy: boolean; onAccept(orderNumber: string, despite: string): void; onClose(): void }) {
  const t = useT().curricula
  const words = useT()
  const [order, setOrder] = useState('')
  const [despite, setDespite] = useState('')
  const errors = sheet.findings.filter((one) => one.severity === 'error').length
  const accept = () => onAccept(order, despite)
  return (
    <Dialog open onClose={onClose} title={t.accept} foot={<Button look="primary" busy={busy} {...(order.trim() && (errors === 0 || despite.trim()) ? {} : { why: words.fillAll })} onClick={accept}>{t.accept}</Button>}>
      <p className="muted">{t.acceptText}</p>
      <Form onSubmit={accept} foot={null}>
        <TextField label={t.orderNumber} value={order} onChange={setOrder} />
        {errors > 0 ? <TextArea label={t.despite} hint={t.despiteNote(t.errors(errors))} value={despite} onChange={setDespite} /> : null}
      </Form>
    </Dialog>
  )
}

type Read = Reply<typeof readCurriculumBook>

/** A plan from a workbook: read first, looked at, then put into the draft. */
export function ImportDialog({ sheet, onTake, onClose }: { sheet: Curriculum; onTake(lines: readonly DraftLine[]): void; onClose(): void }) {
  const t = useT().curricula
  const schoolId = useSchoolId()
  const [read, setRead] = useState<Read | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (file: File) => {
    setBusy(true)
    try { setRead(await callWithFile(readCurriculumBook, { schoolId, id: sheet.head.id }, file)) } catch (error) { if (error instanceof ProblemError) tellProblem(error) } finally { setBusy(false) }
  }
  const known = (read?.lines ?? []).filter((line) => line.subjectId !== null)
  const take = () => { onTake(known.map(({ subjectId, part, area, subject, advanced, cells }) => ({ id: newId(), subjectId: subjectId!, part, area, subject, advanced, cells: cells.filter((cell) => cell.grade >= sheet.head.fromGrade && cell.grade <= sheet.head.toGrade) }))); onClose() }
  const columns: Column<Read['lines'][number]>[] = [
    { key: 'subject', head: t.subject, names: true, cell: (line) => <>{line.subject}{line.subjectId === null ? <> <StatusWord tone="warn">{t.importUnknown}</StatusWord></> : null}</> },
    ...gradesOf(sheet.head).map((grade): Column<Read['lines'][number]> => ({ key: String(grade), head: t.gradeHead(grade), align: 'right', width: 64, cell: (line) => cellText(line.cells.find((cell) => cell.grade === grade)) })),
  ]
  return (
    <Dialog open wide onClose={onClose} title={t.importTitle} foot={read && known.length > 0 ? <Button look="primary" onClick={take}>{t.importTake}</Button> : null}>
      <p className="muted">{t.importText}</p>
      {read === null ? <FileDrop label={t.importBook} accept=".xlsx" busy={busy} onFiles={([file]) => { if (file) void send(file) }} /> : (
        <div className="stack">
          <p>{t.importFound(read.lines.length)}</p>
          {read.faults.length > 0 ? <Callout>{read.faults.slice(0, 12).map((one) => `${t.row(one.row)}: ${t.readFaults[one.code] ?? one.code} ${one.value}`).join('; ')}</Callout> : null}
          <DataTable caption={t.importTitle} density="dense" columns={columns} rows={read.lines} rowKey={(line) => String(line.row)} empty={null} />
          <p className="muted small">{t.total}: {hoursText(read.lines.flatMap((line) => line.cells).reduce((sum, cell) => sum + cell.hours, 0))}</p>
        </div>
      )}
    </Dialog>
  )
}

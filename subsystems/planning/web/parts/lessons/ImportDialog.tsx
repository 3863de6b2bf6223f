import { newId } from '@school/contract'
import { Button, Callout, DataTable, Dialog, FileDrop, TextArea, type Column } from '@school/ui'
import { call, callWithFile, ProblemError } from '@school/web'
import { useState } from 'react'
import { readProgrammeBook, readProgrammeText, type ProgrammeItem, type ReadProgramme } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** Topics from a pasted table or a workbook: shown as they were understood, then added or put in place of all. */
export function ImportDialog({ has, busy, onTake, onClose }: { has: boolean; busy: boolean; onTake(items: readonly ProgrammeItem[], replace: boolean): void; onClose(): void }) {
  const t = useT().lessons
  const schoolId = useSchoolId()
  const [text, setText] = useState('')
  const [read, setRead] = useState<ReadProgramme | null>(null)
  const [reading, setReading] = useState(false)
  const ask = async (run: () => Promise<ReadProgramme>) => {
    setReading(true)
    try { setRead(await run()) } catch (error) { if (error instanceof ProblemError) tellProblem(error) } finally { setReading(false) }
  }
  const fromText = () => ask(() => call(readProgrammeText, { params: { schoolId }, body: { text } }))
  const fromFile = (file: File) => ask(() => callWithFile(readProgrammeBook, { schoolId }, file))
  const take = (replace: boolean) => onTake((read?.items ?? []).map(({ row: _row, ...item }) => ({ id: newId(), ...item })), replace)
  const foot = read === null
    ? <Button look="primary" busy={reading} {...(text.trim() === '' ? { why: t.paste } : {})} onClick={() => void fromText()}>{t.look}</Button>
    : <><Button look="text" onClick={() => setRead(null)}>{t.back}</Button><span className="push" />{has && read.items.length > 0 ? <Button look="outlined" busy={busy} onClick={() => take(false)}>{t.append}</Button> : null}{read.items.length > 0 ? <Button look="primary" busy={busy} onClick={() => take(true)}>{has ? t.replace : t.save}</Button> : null}</>
  return (
    <Dialog open wide onClose={onClose} title={t.importTitle} foot={foot}>
      {read === null ? (
        <div className="stack">
          <p className="muted">{t.importText}</p>
          <TextArea label={t.paste} value={text} onChange={setText} rows={10} />
          <FileDrop label={t.file} accept=".xlsx" busy={reading} onFiles={([file]) => { if (file) void fromFile(file) }} />
        </div>
      ) : <Preview read={read} />}
    </Dialog>
  )
}

function Preview({ read }: { read: ReadProgramme }) {
  const t = useT().lessons
  if (read.items.length === 0) return <Callout title={t.nothingRead} />
  const columns: Column<ReadProgramme['items'][number]>[] = [
    { key: 'section', head: t.section, width: 180, hidePhone: true, cell: (row) => <span className="muted">{row.section}</span> }, { key: 'topic', head: t.topic, names: true, cell: (row) => row.topic },
    { key: 'hours', head: t.hours, align: 'right', width: 70, cell: (row) => row.hours }, { key: 'control', head: t.control, width: 150, cell: (row) => row.control }, { key: 'homework', head: t.homework, width: 170, hidePhone: true, cell: (row) => <span className="muted">{row.homework}</span> },
  ]
  return (
    <div className="stack">
      <p><b>{t.preview(read.items.length, read.items.reduce((sum, one) => sum + one.hours, 0))}</b> <span className="muted">{t.nothingWritten}</span></p>
      {read.faults.length > 0 ? <Callout>{read.faults.slice(0, 15).map((one) => `${t.row(one.row)}: ${t.faults[one.code] ?? one.code} ${one.value}`).join('; ')}</Callout> : null}
      <DataTable caption={t.importTitle} density="dense" columns={columns} rows={read.items} rowKey={(row) => String(row.row)} empty={null} />
    </div>
  )
}

import { Dialog, Empty, PageBody, PageHeader, PrintButton, QuickSelect, Waiting } from '@school/ui'
import { ask, dayText, Loaded, useContextOfPage, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { getClassFinals, type ClassFinals as Page } from '../../contract/index.ts'
import { FinalCard } from '../parts/finals/late-card.ts'
import { leftNote, useFinalWords } from '../parts/finals/words.ts'
import css from '../parts/finals/Finals.module.css'
import { FinalsTable, type FinalColumn } from '../parts/finals/FinalsTable.tsx'

type Cell = Page['cells'][number]

/** Pupils × subjects of a class in a period or the year; every mark opens what it is made of. */
export default function ClassFinals({ classId }: { classId: string }) {
  const { schoolId } = useContextOfPage()
  const [scope, setScope] = useUrlValue('period', '')
  const asked = scope === 'year' || scope === 'final' ? { kind: scope as 'year' | 'final' } : scope ? { period: scope } : {}
  const query = useQuery(ask(getClassFinals, { params: { schoolId: schoolId ?? '', classId }, query: asked }))
  return <PageBody><Loaded query={query} waiting={<Waiting title rows={14} height={36} />}>{(page) => <Opened page={page} schoolId={schoolId ?? ''} scope={page.period?.id ?? scope} onScope={setScope} />}</Loaded></PageBody>
}

function Opened({ page, schoolId, scope, onScope }: { page: Page; schoolId: string; scope: string; onScope: (scope: string) => void }) {
  const t = useFinalWords()
  const to = useTo()
  const [open, setOpen] = useState<{ cell: Cell; title: string } | null>(null)
  const withFinal = page.grade === 9 || page.grade === 11
  const columns: FinalColumn[] = page.subjects.map((subject) => ({ key: subject.id, name: subject.name, head: <a className={css.upright} href={to(`/journal/${page.cells.find((cell) => cell.subjectId === subject.id)?.courseId ?? ''}/finals`)} data-plain="">{subject.name}</a> }))
  const put = page.cells.filter((cell) => cell.mark && cell.mark.value !== '').length
  return (
    <>
      <PageHeader title={t.ofClass.title(page.className)} actions={<PrintButton />} />
      <div className={css.head}>
        <QuickSelect label={t.ofClass.scope} value={scope} onChange={onScope} options={[...page.periods.map((one) => ({ value: one.id, label: one.name })), { value: 'year', label: t.ofClass.year }, ...(withFinal ? [{ value: 'final', label: t.ofClass.final }] : [])]} />
        <p className="small">{[t.states[page.closing.state] ?? '', page.closing.due && page.closing.state === 'FINALIZING' ? t.due(dayText(page.closing.due)) : '', t.ofClass.count(put, page.cells.length)].filter(Boolean).join('. ')}</p>
      </div>
      {page.students.length === 0 || columns.length === 0 ? <Empty>{page.students.length === 0 ? t.noPupils : t.ofClass.noSubjects}</Empty> : (
        <FinalsTable narrow label={t.ofClass.title(page.className)} corner={t.pupil} columns={columns} rows={page.students.map((one) => ({ id: one.id, person: one, note: leftNote(t, one, page.today) }))}
          cellOf={(line, column) => page.cells.find((cell) => cell.studentId === line.id && cell.subjectId === column.key)} onOpen={(cell, _, column) => setOpen({ cell: cell as Cell, title: column.name })} />
      )}
      {open ? <Dialog open wide onClose={() => setOpen(null)} title={open.title}><FinalCard schoolId={schoolId} courseId={open.cell.courseId} studentId={open.cell.studentId} kind={open.cell.kind} periodId={open.cell.periodId} name={open.title} /></Dialog> : null}
    </>
  )
}

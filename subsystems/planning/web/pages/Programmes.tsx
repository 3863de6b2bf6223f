import { listSubjects } from '@school/registry/contract'
import { Button, DataTable, Empty, IconPlus, PageBody, PageHeader, QuickSelect, Row, ShowMore, type Column } from '@school/ui'
import { ask, shortName, usePages, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { listProgrammes, type ProgrammeRow } from '../../contract/index.ts'
import { PlansTabs } from '../parts/lessons/PlansTabs.tsx'
import { ProgrammeDialog } from '../parts/lessons/ProgrammeDialog.tsx'
import { useSchoolId, useT } from '../parts/words.ts'

/** The library of programmes. */
export function Programmes() {
  const t = useT().lessons
  const to = useTo()
  const schoolId = useSchoolId()
  const [subjectId, setSubject] = useUrlValue('subject', '')
  const [grade, setGrade] = useUrlValue('grade', '')
  const [making, setMaking] = useState(false)
  const subjects = useQuery(ask(listSubjects, { params: { schoolId } }))
  const { rows, more, busy } = usePages(listProgrammes, { params: { schoolId }, query: { ...(subjectId ? { subjectId } : {}), ...(grade ? { grade: Number(grade) } : {}) } })
  const columns: Column<ProgrammeRow>[] = [
    { key: 'name', head: t.name, names: true, cell: (row) => <>{row.name}<span className="muted">{row.author ? `, ${row.author}` : ''}</span></> },
    { key: 'subject', head: t.subject, width: 230, cell: (row) => row.subject.name }, { key: 'grade', head: t.grade, width: 110, cell: (row) => (row.grade === null ? t.allGrades : t.gradeOf(row.grade)) },
    { key: 'hours', head: t.hours, align: 'right', width: 80, cell: (row) => row.hours }, { key: 'controls', head: t.controls, align: 'right', width: 110, cell: (row) => row.controls }, { key: 'used', head: t.used, align: 'right', width: 80, cell: (row) => row.courses }, { key: 'keeper', head: t.keeper, width: 170, cell: (row) => <span className="muted">{shortName(row.changedBy)}</span> },
  ]
  return (
    <PageBody>
      <PageHeader title={t.programmes} sub={t.programmesSub} actions={<Button look="primary" icon={<IconPlus size={18} />} onClick={() => setMaking(true)}>{t.newProgramme}</Button>} />
      <PlansTabs value="programmes" />
      <div className="row wrap" style={{ margin: '12px 0' }}>
        <QuickSelect label={t.subject} value={subjectId} onChange={setSubject} options={[{ value: '', label: t.allSubjects }, ...(subjects.data ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <QuickSelect label={t.grade} value={grade} onChange={setGrade} options={[{ value: '', label: t.allGrades }, ...Array.from({ length: 11 }, (_, i) => ({ value: String(i + 1), label: t.gradeOf(i + 1) }))]} />
      </div>
      <DataTable caption={t.programmes} columns={columns} rows={rows} rowKey={(row) => row.id} href={(row) => to(`/programmes/${row.id}`)} empty={<Empty>{t.noProgrammes}</Empty>}
        phone={(row) => <Row title={row.name} sub={`${row.subject.name}, ${t.h(row.hours)}`} href={to(`/programmes/${row.id}`)} />} />
      {more ? <ShowMore shown={rows?.length ?? 0} busy={busy} onMore={more} /> : null}
      {making ? <ProgrammeDialog programme={null} onClose={() => setMaking(false)} /> : null}
    </PageBody>
  )
}

import { DataTable, Waiting, type Column } from '@school/ui'
import { ask, daysText, listName, Loaded, useQuery, useTo } from '@school/web'
import { getClassAttendance, getSchoolAttendance, type AbsenceCounts } from '../../../contract/index.ts'
import { useT } from './words.ts'

interface Line extends AbsenceCounts { readonly key: string; readonly name: string; readonly href: string | null }

/** Absences of the school of the last month by reason, class by class. */
export function SchoolCounts({ schoolId }: { schoolId: string }) {
  const t = useT()
  const to = useTo()
  const query = useQuery(ask(getSchoolAttendance, { params: { schoolId }, query: {} }))
  return (
    <Loaded query={query} waiting={<Waiting rows={10} height={40} />}>
      {(found) => <Table head={t.columns.class} sub={daysText(found.from, found.to)} total={found.total} lines={found.classes.map((one) => ({ ...one, key: one.id, href: to(`/attendance/classes/${one.id}?from=${found.from}&to=${found.to}`) }))} />}
    </Loaded>
  )
}

/** Absences of a class of the last month by reason, pupil by pupil. */
export function ClassCounts({ schoolId, classId }: { schoolId: string; classId: string }) {
  const t = useT()
  const query = useQuery(ask(getClassAttendance, { params: { schoolId, classId }, query: {} }))
  return (
    <Loaded query={query} waiting={<Waiting rows={10} height={40} />}>
      {(found) => <Table head={t.columns.pupil} sub={daysText(found.from, found.to)} total={found.total} lines={found.students.map((one) => ({ ...one, key: one.student.id, name: listName(one.student), href: null }))} />}
    </Loaded>
  )
}

const counted = ['illness', 'excused', 'unexcused', 'unknown', 'lessons', 'days', 'late'] as const

function Table({ head, sub, total, lines }: { head: string; sub: string; total: AbsenceCounts; lines: readonly Line[] }) {
  const t = useT()
  const columns: Column<Line>[] = [
    { key: 'name', head, names: true, cell: (line) => line.href ? <a className="link" href={line.href}>{line.name}</a> : line.name },
    ...counted.map((key): Column<Line> => ({ key, head: t.columns[key], align: 'right', width: '104px', cell: (line) => line[key], hidePhone: key === 'excused' || key === 'late' || key === 'unexcused' })),
  ]
  const rows = lines.length === 0 ? [] : [...lines, { ...total, key: 'total', name: t.columns.total, href: null }]
  return <><p className="small muted">{sub}</p><DataTable caption={t.statistics} columns={columns} rows={rows} rowKey={(line) => line.key} empty={t.noCounts} /></>
}

import { Button, DataTable, Empty, IconPlus, PageBody, PageHeader, QuickSelect, Row, Section, Tag, type Column } from '@school/ui'
import { ask, count, dayText, ProblemNote, shortName, useAddress, useCan, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { listClasses, type ClassUnit } from '../../contract/classes.ts'
import { listGroups, type Group } from '../../contract/groups.ts'
import { ClassDialog } from '../parts/ClassDialog.tsx'
import { GroupDialog } from '../parts/GroupDialog.tsx'
import { ManageTabs } from '../parts/ManageTabs.tsx'
import { schoolYearOf, useSchoolId, useToday } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

/** Classes and groups of a school year. */
export function Classes() {
  const t = useT()
  const now = schoolYearOf(useToday())
  const [chosen, setYear] = useUrlValue('year', String(now))
  const year = Number(chosen) || now
  const puts = useCan('registry.class.put')
  const [adding, setAdding] = useState(false)
  return (
    <PageBody>
      <PageHeader title={t.classesAndGroups} sub={t.classesSub} actions={puts ? <Button look="primary" icon={<IconPlus size={18} />} onClick={() => setAdding(true)}>{t.addClass}</Button> : null} />
      <ManageTabs at="classes" />
      <Section title={t.classes} action={<QuickSelect label={t.year} value={String(year)} onChange={setYear} options={[now + 1, now, now - 1, now - 2].map((one) => ({ value: String(one), label: t.yearText(one) }))} />}>
        <ClassTable year={year} />
      </Section>
      <GroupTable year={year} />
      {adding ? <ClassDialog year={year} known={null} onClose={() => setAdding(false)} /> : null}
    </PageBody>
  )
}

function ClassTable({ year }: { year: number }) {
  const t = useT()
  const to = useTo()
  const classes = useQuery(ask(listClasses, { params: { schoolId: useSchoolId() }, query: { year } }))
  const columns: Column<ClassUnit>[] = [
    { key: 'name', head: t.classColumn, names: true, width: 140, cell: (row) => <>{row.name}{row.course ? <span className="muted"> {t.courseOf(row.course)}</span> : null}</> },
    { key: 'homeroom', head: t.homeroom, cell: (row) => row.homeroomTeacher ? shortName(row.homeroomTeacher) : <span className="need">{t.noHomeroom}</span> },
    { key: 'shift', head: t.shift, cell: (row) => row.shift, hidePhone: true, width: 80 },
    { key: 'pupils', head: t.pupilCount, align: 'right', cell: (row) => count(row.pupils), width: 110 },
    { key: 'closed', head: t.closedColumn, align: 'right', cell: (row) => row.closedOn ? <Tag>{t.closedOn(dayText(row.closedOn))}</Tag> : null, width: 150 },
  ]
  if (classes.isError) return <ProblemNote problem={classes.error} retry={classes.refetch} />
  return (
    <DataTable caption={t.classes} columns={columns} rows={classes.data} rowKey={(row) => row.id} href={(row) => to(`/manage/classes/${row.id}`)} empty={<Empty compact>{t.noClasses}</Empty>}
      phone={(row) => <Row title={row.name} sub={`${row.homeroomTeacher ? shortName(row.homeroomTeacher) : t.noHomeroom}, ${t.pupilsOf(row.pupils)}`} href={to(`/manage/classes/${row.id}`)} />} />
  )
}

function GroupTable({ year }: { year: number }) {
  const t = useT()
  const to = useTo()
  const [, go] = useAddress()
  const [adding, setAdding] = useState(false)
  const puts = useCan('registry.group.put')
  const groups = useQuery(ask(listGroups, { params: { schoolId: useSchoolId() }, query: { year } }))
  const columns: Column<Group>[] = [
    { key: 'name', head: t.groupName, names: true, cell: (row) => row.name },
    { key: 'kind', head: t.groupKind, cell: (row) => t.groupKinds[row.kind], hidePhone: true },
    { key: 'classes', head: t.groupClasses, cell: (row) => row.classes.map(({ name }) => name).join(', ') },
    { key: 'members', head: t.pupilCount, align: 'right', cell: (row) => count(row.members), width: 110 },
  ]
  return (
    <Section title={t.groups} action={puts ? <Button size="sm" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>{t.addGroup}</Button> : null}>
      {groups.isError ? <ProblemNote problem={groups.error} retry={groups.refetch} /> : (
        <DataTable caption={t.groups} columns={columns} rows={groups.data?.filter((row) => row.kind !== 'class')} rowKey={(row) => row.id} href={(row) => to(`/manage/groups/${row.id}`)} waitingRows={3} empty={<Empty compact>{t.noGroups}</Empty>}
          phone={(row) => <Row title={row.name} sub={`${row.classes.map(({ name }) => name).join(', ')}, ${t.pupilsOf(row.members)}`} href={to(`/manage/groups/${row.id}`)} />} />
      )}
      {adding ? <GroupDialog year={year} known={null} onClose={() => setAdding(false)} onDone={(group) => go(to(`/manage/groups/${group.id}`))} /> : null}
    </Section>
  )
}

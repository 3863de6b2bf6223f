import { Button, DataTable, Empty, IconPlus, Row, SearchField, Section, ShowMore, StatusWord, type Column } from '@school/ui'
import { call, count, keyOf, ProblemNote, useCan, useInfiniteQuery, useTo, useUrlValue, type ProblemError } from '@school/web'
import type { Route } from '@school/contract'
import { useDeferredValue } from 'react'
import type { listSchoolsOfMunicipality, listSchoolsOfRegion, SchoolOverview } from '../../contract/schools.ts'
import css from './Places.module.css'
import { Few } from './SizeStats.tsx'
import { useT } from './words.ts'

interface Props { route: typeof listSchoolsOfRegion | typeof listSchoolsOfMunicipality; params: { regionId: string } | { municipalityId: string }; regionId: string; /** Where a new one would be opened. */ municipalityId?: string; /** Only schools of this municipality of the region. */ within?: string }
type Found = { rows: SchoolOverview[]; next: string | null }

/** Schools of a territory with their sizes, found by name or number. */
export function SchoolList({ route, params, regionId, municipalityId, within }: Props) {
  const t = useT()
  const to = useTo()
  const opens = useCan('registry.school.open')
  const [search, setSearch] = useUrlValue('school')
  const wanted = useDeferredValue(search.trim())
  const schools = useInfiniteQuery({
    queryKey: [...keyOf(route as Route, { params } as never), { wanted, within }, 'pages'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(route as Route, { params, query: { ...(wanted ? { search: wanted } : {}), ...(within ? { municipalityId: within } : {}), ...(pageParam ? { cursor: pageParam } : {}) } } as never, signal) as Promise<Found>,
    getNextPageParam: (last) => last.next ?? undefined, placeholderData: (before) => before,
  })
  const rows = schools.data?.pages.flatMap((page) => page.rows)
  const href = (row: SchoolOverview) => to(`/manage/regions/${regionId}/municipalities/${row.municipalityId}/schools/${row.id}`)
  const columns: Column<SchoolOverview>[] = [
    { key: 'name', head: t.school, names: true, cell: (row) => row.shortName },
    ...(municipalityId === undefined ? [{ key: 'place', head: t.municipality, cell: (row: SchoolOverview) => row.municipalityName, hidePhone: true }] : []),
    { key: 'admin', head: t.admin, cell: (row) => row.hasAdmin ? <StatusWord tone="ok">{t.hasAdmin}</StatusWord> : <StatusWord tone="warn">{t.noAdmin}</StatusWord> },
    { key: 'classes', head: t.classCount, align: 'right', cell: (row) => count(row.classes) },
    { key: 'pupils', head: t.pupilCount, align: 'right', cell: (row) => <Few value={row.pupils} /> },
    { key: 'staff', head: t.staffCount, align: 'right', cell: (row) => <Few value={row.staff} /> },
  ]
  const act = opens && municipalityId !== undefined ? <Button look="primary" size="sm" icon={<IconPlus size={16} />} href={to(`/manage/regions/${regionId}/municipalities/${municipalityId}/schools/new`)}>{t.openSchool}</Button> : null
  return (
    <Section title={t.schools} action={act}>
      <div className={css.find}><SearchField label={t.findSchool} value={search} onChange={setSearch} /></div>
      {schools.isError && !rows ? <ProblemNote problem={schools.error as ProblemError} retry={schools.refetch} /> : (
        <DataTable caption={t.schools} columns={columns} rows={rows} rowKey={(row) => row.id} href={href} waitingRows={5} empty={<Empty compact>{wanted ? t.noSchoolsFound : t.noSchools}</Empty>}
          phone={(row) => <Row title={row.shortName} sub={row.hasAdmin ? `${t.classCount}: ${count(row.classes)}` : `${t.admin}: ${t.noAdmin}`} href={href(row)} />} />
      )}
      {rows && schools.hasNextPage ? <ShowMore shown={rows.length} busy={schools.isFetchingNextPage} onMore={() => void schools.fetchNextPage()} /> : null}
    </Section>
  )
}

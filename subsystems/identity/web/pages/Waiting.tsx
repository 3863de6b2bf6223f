import { DataTable, Empty, PageBody, PageHeader, type Column } from '@school/ui'
import { ask, Loaded, useContextOfPage, useQuery, useTo, waitingText } from '@school/web'
import { listWaitingOfMunicipality, listWaitingOfRegion, type WaitingSchool } from '../../contract/requests.ts'
import { ConnectionTabs } from '../parts/ConnectionTabs.tsx'
import { moscow, useT } from '../parts/words.ts'

/** Schools whose requests wait, those that are late first: counts, no people. */
export function Waiting() {
  const t = useT()
  const { scopeKind, scopeId } = useContextOfPage()
  const region = useQuery({ ...ask(listWaitingOfRegion, { params: { regionId: scopeId } }), enabled: scopeKind === 'region' })
  const municipality = useQuery({ ...ask(listWaitingOfMunicipality, { params: { municipalityId: scopeId } }), enabled: scopeKind === 'municipality' })
  return (
    <PageBody>
      <PageHeader title={t.connection} sub={t.waitingSub} />
      <ConnectionTabs at="waiting" />
      <Loaded query={scopeKind === 'region' ? region : municipality}>{(rows) => <Schools rows={rows} />}</Loaded>
    </PageBody>
  )
}

function Schools({ rows }: { rows: readonly WaitingSchool[] }) {
  const t = useT()
  const to = useTo()
  const { scopeKind, scopeId } = useContextOfPage()
  const late = (row: WaitingSchool) => row.overdue > 0 ? <span className="need">{row.overdue}</span> : '—'
  const columns: Column<WaitingSchool>[] = [
    { key: 'school', head: t.school, names: true, cell: (row) => row.schoolName },
    { key: 'municipality', head: t.municipality, cell: (row) => <span className="muted">{row.municipalityName}</span>, hidePhone: true },
    { key: 'admin', head: t.administrator, cell: (row) => row.hasAdmin ? t.isAppointed : <span className="need">{t.notAppointed}</span>, hidePhone: true },
    { key: 'waiting', head: t.tabs.waiting, align: 'right', cell: (row) => row.waiting },
    { key: 'overdue', head: t.overdueShort, align: 'right', cell: late },
    { key: 'oldest', head: t.oldest, align: 'right', cell: (row) => row.oldestAt ? waitingText(row.oldestAt, moscow) : '' },
  ]
  const href = (row: WaitingSchool) => to(`/manage/regions/${scopeKind === 'region' ? scopeId : 'own'}/municipalities/${row.municipalityId}/schools/${row.schoolId}`)
  return <DataTable caption={t.waitingSchools} columns={columns} rows={rows} rowKey={(row) => row.schoolId} empty={<Empty>{t.nothingWaits}</Empty>} {...(scopeKind === 'region' ? { href } : {})} />
}

import { newId } from '@school/contract'
import { Button, DataTable, Empty, IconPlus, PageBody, PageHeader, PickField, Row, showToast, type Column } from '@school/ui'
import { ask, count, dayText, keyOf, ProblemNote, useCan, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { listRegions, listRegionSubjects, openRegion, type Region } from '../../contract/regions.ts'
import { ActDialog } from './ActDialog.tsx'
import { Few } from './SizeStats.tsx'
import { useT } from './words.ts'
import { zoneText } from './zone-text.ts'

/** The regions of the country and how far each is. */
export function RegionsView() {
  const t = useT()
  const to = useTo()
  const regions = useQuery(ask(listRegions, {}))
  const [opening, setOpening] = useState(false)
  const opens = useCan('registry.region.open')
  const columns: Column<Region>[] = [
    { key: 'name', head: t.region, names: true, cell: (row) => row.name },
    { key: 'code', head: t.code, cell: (row) => row.code, width: 70 },
    { key: 'municipalities', head: t.municipalities, align: 'right', cell: (row) => count(row.municipalities) },
    { key: 'schools', head: t.schools, align: 'right', cell: (row) => count(row.sizes.schools) },
    { key: 'pupils', head: t.pupilCount, align: 'right', cell: (row) => <Few value={row.sizes.pupils} /> },
    { key: 'opened', head: t.openedAt, align: 'right', cell: (row) => dayText(row.openedAt.slice(0, 10)), hidePhone: true },
  ]
  const act = opens ? <Button look="primary" icon={<IconPlus size={18} />} onClick={() => setOpening(true)}>{t.openRegion}</Button> : null
  return (
    <PageBody>
      <PageHeader title={t.regions} sub={t.regionsSub} actions={regions.data && regions.data.length > 0 ? act : null} />
      {regions.isError ? <ProblemNote problem={regions.error} retry={regions.refetch} /> : (
        <DataTable caption={t.regions} columns={columns} rows={regions.data} rowKey={(row) => row.id} href={(row) => to(`/manage/regions/${row.id}`)} empty={<Empty action={act}>{t.noRegions}</Empty>}
          phone={(row) => <Row title={row.name} sub={`${t.schoolCount}: ${count(row.sizes.schools)}`} href={to(`/manage/regions/${row.id}`)} />} />
      )}
      {opening ? <OpenRegion onClose={() => setOpening(false)} /> : null}
    </PageBody>
  )
}

function OpenRegion({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [id] = useState(newId)
  const [code, setCode] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const subjects = useQuery(ask(listRegionSubjects, {}))
  const chosen = subjects.data?.find((one) => one.code === code)
  const put = useCommand(openRegion, { stale: () => [keyOf(listRegions), keyOf(listRegionSubjects)], onDone: (region) => { showToast({ text: t.regionOpened(region.name), tone: 'ok' }); onClose() } })
  const options = (subjects.data ?? []).filter((one) => one.regionId === null).map((one) => ({ value: one.code, label: one.name, note: `${one.code}, ${zoneText(one.timeZone, t.moscow)}` }))
  return (
    <ActDialog open onClose={onClose} title={t.openRegion} act={t.openRegion} busy={put.isPending} problem={put.error} onAct={() => { setTried(true); if (code) put.mutate({ params: { id }, body: { code } }) }}>
      <PickField label={t.region} required value={code} onChange={setCode} options={options} busy={subjects.isPending} hint={chosen ? `${t.code} ${chosen.code}, ${t.timeZone.toLowerCase()} ${zoneText(chosen.timeZone, t.moscow)}` : t.regionHint} error={tried && !code ? t.required : null} />
    </ActDialog>
  )
}

import { newId } from '@school/contract'
import { Button, DataTable, Empty, IconPlus, PageBody, PageHeader, Row, Section, showToast, SideBySide, TextField, Waiting, type Column } from '@school/ui'
import { ask, count, keyOf, Loaded, SlotPlace, useCan, useCommand, useContextOfPage, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { getRegion, listMunicipalities, putMunicipality, type Municipality } from '../../contract/regions.ts'
import { listSchoolsOfRegion } from '../../contract/schools.ts'
import { territoryCard } from '../../contract/slots.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { SchoolList } from './SchoolList.tsx'
import { Few, SizeStats } from './SizeStats.tsx'
import { TerritorySections } from './TerritorySections.tsx'
import { useT } from './words.ts'
import { zoneText } from './zone-text.ts'

/** A region: its municipalities, its schools, and whatever other rooms say of it. */
export function RegionView({ regionId }: { regionId: string }) {
  const t = useT()
  const to = useTo()
  const { role } = useContextOfPage()
  const region = useQuery(ask(getRegion, { params: { regionId } }))
  const municipalities = useQuery(ask(listMunicipalities, { params: { regionId } }))
  const [adding, setAdding] = useState(false)
  const puts = useCan('registry.municipality.put')
  const place = (row: Municipality) => to(`/manage/regions/${regionId}/municipalities/${row.id}`)
  const columns: Column<Municipality>[] = [
    { key: 'name', head: t.municipality, names: true, cell: (row) => row.name },
    { key: 'oktmo', head: t.oktmo, cell: (row) => row.oktmo ?? <span className="muted">{t.none}</span>, hidePhone: true },
    { key: 'schools', head: t.schools, align: 'right', cell: (row) => count(row.sizes.schools) },
    { key: 'pupils', head: t.pupilCount, align: 'right', cell: (row) => <Few value={row.sizes.pupils} /> },
  ]
  const act = puts ? <Button size="sm" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>{t.addMunicipality}</Button> : null
  return (
    <PageBody>
      <Loaded query={region} waiting={<Waiting title rows={6} />}>
        {(one) => (
          <>
            <PageHeader title={one.name} sub={`${t.code} ${one.code}, ${zoneText(one.timeZone, t.moscow)}`} {...(role === 'operator' ? { back: { href: to('/manage'), label: t.regions } } : {})} />
            <SizeStats sizes={one.sizes} municipalities={one.municipalities} />
            <SlotPlace slot={territoryCard} props={{ regionId, municipalityId: null }} waiting={null} />
            <TerritorySections regionId={regionId} municipalityId={null} />
            <Section title={t.municipalities} action={act}>
              <DataTable caption={t.municipalities} columns={columns} rows={municipalities.data} rowKey={(row) => row.id} href={place} waitingRows={4} empty={<Empty compact>{t.noMunicipalities}</Empty>}
                phone={(row) => <Row title={row.name} sub={`${t.schoolCount}: ${count(row.sizes.schools)}`} href={place(row)} />} />
            </Section>
            <SchoolList route={listSchoolsOfRegion} params={{ regionId }} regionId={regionId} />
            {adding ? <MunicipalityDialog regionId={regionId} timeZone={one.timeZone} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function MunicipalityDialog({ regionId, timeZone, onClose }: { regionId: string; timeZone: string; onClose: () => void }) {
  const t = useT()
  const [id] = useState(newId)
  const [draft, set] = useState({ name: '', oktmo: '', timeZone })
  const [tried, setTried] = useState(false)
  const put = useCommand(putMunicipality, { stale: () => [keyOf(listMunicipalities, { params: { regionId } }), keyOf(getRegion, { params: { regionId } })], onDone: () => { showToast({ text: t.saved, tone: 'ok' }); onClose() } })
  const wrong = draft.oktmo !== '' && !/^(\d{8}|\d{11})$/.test(draft.oktmo)
  const act = () => { setTried(true); if (draft.name.trim().length > 1 && !wrong) put.mutate({ params: { regionId, id }, body: { name: draft.name, oktmo: draft.oktmo || null, timeZone: draft.timeZone } }) }
  return (
    <ActDialog open onClose={onClose} title={t.addMunicipality} act={t.add} busy={put.isPending} problem={put.error} onAct={act}>
      <TextField label={t.name} required value={draft.name} onChange={(name) => set({ ...draft, name })} error={tried && draft.name.trim().length < 2 ? t.required : errorOf(put.error, 'name')} />
      <SideBySide>
        <TextField label={t.oktmo} optional inputMode="numeric" value={draft.oktmo} onChange={(oktmo) => set({ ...draft, oktmo: oktmo.replace(/\s/g, '') })} error={tried && wrong ? t.oktmoWrong : null} />
        <TextField label={t.timeZone} value={draft.timeZone} onChange={(zone) => set({ ...draft, timeZone: zone })} error={errorOf(put.error, 'timeZone')} />
      </SideBySide>
    </ActDialog>
  )
}

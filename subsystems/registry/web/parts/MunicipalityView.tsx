import { PageBody, PageHeader, Waiting } from '@school/ui'
import { ask, Loaded, SlotPlace, useContextOfPage, useQuery, useTo } from '@school/web'
import { getMunicipality, getRegion, listMunicipalities, type Municipality } from '../../contract/regions.ts'
import { listSchoolsOfMunicipality, listSchoolsOfRegion } from '../../contract/schools.ts'
import { territoryCard } from '../../contract/slots.ts'
import { SchoolList } from './SchoolList.tsx'
import { SizeStats } from './SizeStats.tsx'
import { TerritorySections } from './TerritorySections.tsx'
import { useT } from './words.ts'
import { zoneText } from './zone-text.ts'

/** The municipality of its own curator. */
export function MunicipalityOf({ municipalityId }: { municipalityId: string }) {
  const municipality = useQuery(ask(getMunicipality, { params: { municipalityId } }))
  return <PageBody><Loaded query={municipality} waiting={<Waiting title rows={8} />}>{(one) => <Inside municipality={one} own />}</Loaded></PageBody>
}

/** A municipality as its curator, or as whoever stands above it, sees it. */
export function MunicipalityView({ regionId, municipalityId }: { regionId: string; municipalityId: string }) {
  const { role } = useContextOfPage()
  return role === 'municipalCurator' ? <MunicipalityOf municipalityId={municipalityId} /> : <FromRegion regionId={regionId} municipalityId={municipalityId} />
}

function FromRegion({ regionId, municipalityId }: { regionId: string; municipalityId: string }) {
  const municipalities = useQuery(ask(listMunicipalities, { params: { regionId } }))
  const region = useQuery({ ...ask(getRegion, { params: { regionId } }) })
  return (
    <PageBody>
      <Loaded query={municipalities} waiting={<Waiting title rows={8} />}>
        {(all) => {
          const one = all.find((row) => row.id === municipalityId)
          return one ? <Inside municipality={one} regionName={region.data?.name ?? one.regionName} /> : null
        }}
      </Loaded>
    </PageBody>
  )
}

function Inside({ municipality, own = false, regionName }: { municipality: Municipality; own?: boolean; regionName?: string }) {
  const t = useT()
  const to = useTo()
  const { role } = useContextOfPage()
  const { id, regionId } = municipality
  const back = role === 'regionalCurator' ? to('/manage') : to(`/manage/regions/${regionId}`)
  return (
    <>
      <PageHeader title={municipality.name} sub={`${municipality.regionName}, ${zoneText(municipality.timeZone, t.moscow)}`} {...(own ? {} : { back: { href: back, label: regionName ?? t.region } })} />
      <SizeStats sizes={municipality.sizes} />
      <SlotPlace slot={territoryCard} props={{ regionId, municipalityId: id }} waiting={null} />
      <TerritorySections regionId={regionId} municipalityId={id} />
      {own ? <SchoolList route={listSchoolsOfMunicipality} params={{ municipalityId: id }} regionId={regionId} municipalityId={id} /> : <SchoolList route={listSchoolsOfRegion} params={{ regionId }} within={id} regionId={regionId} municipalityId={id} />}
    </>
  )
}

import { findSchools, listTerritories } from '@school/registry/contract'
import { Empty, Row, Rows, SearchField, SelectField, SideBySide, Waiting } from '@school/ui'
import { ask, useQuery } from '@school/web'
import { useDeferredValue, useState } from 'react'
import { useT } from './words.ts'

export interface PickedSchool { readonly id: string; readonly name: string; readonly place: string }

/** Region, municipality, school; or simply a word of its name. */
export function SchoolPicker({ onPick }: { onPick: (school: PickedSchool) => void }) {
  const t = useT()
  const [regionId, setRegion] = useState('')
  const [municipalityId, setMunicipality] = useState('')
  const [search, setSearch] = useState('')
  const words = useDeferredValue(search)
  const territories = useQuery(ask(listTerritories, {}))
  const schools = useQuery(ask(findSchools, { query: { ...(words ? { search: words } : {}), ...(regionId ? { regionId } : {}), ...(municipalityId ? { municipalityId } : {}) } }))
  const municipalities = territories.data?.find((one) => one.id === regionId)?.municipalities ?? []
  return (
    <div className="stack">
      <SideBySide>
        <SelectField label={t.region} value={regionId} placeholder={t.anyRegion} onChange={(id) => { setRegion(id); setMunicipality('') }} options={(territories.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />
        <SelectField label={t.municipality} value={municipalityId} placeholder={t.anyMunicipality} disabled={municipalities.length === 0} onChange={setMunicipality} options={municipalities.map((one) => ({ value: one.id, label: one.name }))} />
      </SideBySide>
      <SearchField label={t.findSchool} value={search} onChange={setSearch} />
      {schools.data === undefined ? <Waiting rows={4} /> : schools.data.length === 0 ? <Empty>{t.noSchoolFound}</Empty> : (
        <Rows label={t.schools}>
          {schools.data.map((school) => {
            const place = `${school.municipalityName}, ${school.regionName}`
            return <Row key={school.id} title={school.shortName} sub={place} onOpen={() => onPick({ id: school.id, name: school.shortName, place })} />
          })}
        </Rows>
      )}
    </div>
  )
}

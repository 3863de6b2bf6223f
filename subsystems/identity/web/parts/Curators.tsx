import { showToast } from '@school/ui'
import { ask, explain, keyOf, useCan, useCommand, useQuery, type ProblemError } from '@school/web'
import { useState } from 'react'
import {
  appointMunicipalCurator, appointRegionalCurator, listMunicipalCurators, listRegionalCurators, releaseMunicipalCurator, releaseRegionalCurator, type Appointment,
} from '../../contract/grants.ts'
import { Appointments } from './Appointments.tsx'
import { useT } from './words.ts'

/** On the page of a region or a municipality: its curators. */
export const Curators = ({ regionId, municipalityId }: { regionId: string; municipalityId: string | null }) =>
  municipalityId === null ? <OfRegion regionId={regionId} /> : <OfMunicipality regionId={regionId} municipalityId={municipalityId} />

function useActs() {
  const [open, setOpen] = useState(false)
  const [leaving, setLeaving] = useState<Appointment | null>(null)
  const after = (text: string, stale: Parameters<typeof keyOf>[0]) => ({
    stale: () => [keyOf(stale)], onDone: () => { setOpen(false); setLeaving(null); showToast({ text }) }, onProblem: (problem: ProblemError) => { showToast({ text: explain(problem).text, tone: 'bad' }) },
  })
  return { open, setOpen, leaving, setLeaving, after }
}

function OfRegion({ regionId }: { regionId: string }) {
  const t = useT()
  const { after, ...dialogs } = useActs()
  const query = useQuery(ask(listRegionalCurators, { params: { regionId } }))
  const appoint = useCommand(appointRegionalCurator, after(t.appointed, listRegionalCurators))
  const release = useCommand(releaseRegionalCurator, after(t.releasedToast, listRegionalCurators))
  return (
    <Appointments {...dialogs} title={t.regionalCurators} empty={t.noCurators} act={t.appointCurator} query={query} may={useCan('identity.region.appoint')}
      operations={{ appoint: 'appointRegionalCurator', release: 'releaseCurator', scopeId: regionId }}
      acts={{
        busy: appoint.isPending || release.isPending,
        appoint: (id, who, basis, signedBy) => appoint.mutate({ params: { regionId, id }, body: { who, basis, signedBy } }),
        release: (id, reason, signedBy) => release.mutate({ params: { regionId, id }, body: { reason, signedBy } }),
      }} />
  )
}

function OfMunicipality({ regionId, municipalityId }: { regionId: string; municipalityId: string }) {
  const t = useT()
  const { after, ...dialogs } = useActs()
  const params = { regionId, municipalityId }
  const query = useQuery(ask(listMunicipalCurators, { params }))
  const appoint = useCommand(appointMunicipalCurator, after(t.appointed, listMunicipalCurators))
  const release = useCommand(releaseMunicipalCurator, after(t.releasedToast, listMunicipalCurators))
  return (
    <Appointments {...dialogs} title={t.municipalCurators} empty={t.noCurators} act={t.appointCurator} query={query} may={useCan('identity.municipality.appoint')}
      operations={{ appoint: 'appointMunicipalCurator', release: 'releaseCurator', scopeId: municipalityId }}
      acts={{
        busy: appoint.isPending || release.isPending,
        appoint: (id, who, basis, signedBy) => appoint.mutate({ params: { ...params, id }, body: { who, basis, signedBy } }),
        release: (id, reason, signedBy) => release.mutate({ params: { ...params, id }, body: { reason, signedBy } }),
      }} />
  )
}

import { MunicipalityView } from '../parts/MunicipalityView.tsx'

/** A municipality, reached from its region. */
export function MunicipalityPage({ regionId, municipalityId }: { regionId: string; municipalityId: string }) {
  return <MunicipalityView regionId={regionId} municipalityId={municipalityId} />
}

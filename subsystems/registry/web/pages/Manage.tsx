import { useContextOfPage } from '@school/web'
import { MunicipalityOf } from '../parts/MunicipalityView.tsx'
import { RegionsView } from '../parts/RegionsView.tsx'
import { RegionView } from '../parts/RegionView.tsx'
import { SchoolHub } from '../parts/SchoolHub.tsx'

/** Where management begins: the country, a region, a municipality or a school, by who came. */
export function Manage() {
  const { role, scopeId } = useContextOfPage()
  if (role === 'operator') return <RegionsView />
  if (role === 'regionalCurator') return <RegionView regionId={scopeId} />
  if (role === 'municipalCurator') return <MunicipalityOf municipalityId={scopeId} />
  return <SchoolHub />
}

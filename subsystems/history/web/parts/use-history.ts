import { usePages, useContextOfPage } from '@school/web'
import { listMunicipalityHistory, listRegionHistory, listSchoolHistory, listSystemHistory } from '../../contract/index.ts'

export interface Asked { readonly action?: string; readonly personId?: string; readonly aboutId?: string; readonly from?: string; readonly to?: string }

/** The history this context may read: of the school, of the territory's administrators, or of the system. */
export function useHistory(asked: Asked) {
  const { schoolId, scopeKind, scopeId } = useContextOfPage()
  const query = { limit: 50, ...asked }
  const is = (kind: string) => ({ enabled: scopeKind === kind })
  const school = usePages(listSchoolHistory, { params: { schoolId: schoolId ?? '' }, query }, is('school'))
  const region = usePages(listRegionHistory, { params: { regionId: scopeId }, query }, is('region'))
  const municipality = usePages(listMunicipalityHistory, { params: { municipalityId: scopeId }, query }, is('municipality'))
  const system = usePages(listSystemHistory, { query }, is('federation'))
  return { school, region, municipality, federation: system, child: system }[scopeKind]
}

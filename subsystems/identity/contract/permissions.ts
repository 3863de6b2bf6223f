import { permission, type Permission } from '@school/contract'

export const permissions: readonly Permission[] = [
  permission('identity.request.read', { title: 'identity.permission.read_requests', roles: ['schoolAdmin'], row: 'requests' }),
  permission('identity.request.decide', { title: 'identity.permission.decide_requests', roles: ['schoolAdmin'], row: 'requests' }),
  permission('identity.waiting.read', { title: 'identity.permission.read_waiting', roles: ['operator', 'regionalCurator', 'municipalCurator'], row: 'statistics' }),
  permission('identity.funnel.read', { title: 'identity.permission.read_funnel', roles: ['operator', 'regionalCurator', 'municipalCurator'], row: 'statistics' }),
  permission('identity.country.read', { title: 'identity.permission.read_country', roles: ['operator'], row: 'org.regions' }),
  permission('identity.curator.read', { title: 'identity.permission.read_curators', roles: ['operator', 'regionalCurator', 'municipalCurator'], row: 'curators.read' }),
  permission('identity.region.appoint', { title: 'identity.permission.appoint_regional', roles: ['operator'], row: 'curators.appoint' }),
  permission('identity.municipality.appoint', { title: 'identity.permission.appoint_municipal', roles: ['regionalCurator'], row: 'curators.appoint' }),
  permission('identity.school.appoint', { title: 'identity.permission.appoint_administrator', roles: ['regionalCurator', 'municipalCurator'], row: 'org.connect' }),
  permission('identity.merge.decide', { title: 'identity.permission.decide_merges', roles: ['operator'], row: 'org.regions' }),
  permission('identity.workplace.check', { title: 'identity.permission.check_workplace', roles: ['schoolAdmin', 'principal', 'operator', 'regionalCurator', 'municipalCurator'], row: 'workplace' }),
]

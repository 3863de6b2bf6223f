import { permission, type Permission } from '@school/contract'

export const permissions: readonly Permission[] = [
  permission('history.school.read', { title: 'history.permission.read_school', roles: ['schoolAdmin', 'principal'], row: 'audit.read' }),
  permission('history.territory.read', { title: 'history.permission.read_territory', roles: ['regionalCurator', 'municipalCurator'], row: 'audit.read' }),
  permission('history.system.read', { title: 'history.permission.read_system', roles: ['operator'], row: 'audit.read' }),
  permission('history.own.read', { title: 'history.permission.read_own', roles: ['parent', 'pupil'], row: 'audit.read' }),
]

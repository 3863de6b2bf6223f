import { permission, type Permission } from '@school/contract'

export const permissions: readonly Permission[] = [
  permission('portal.item.put', { title: 'portal.permission.put_items', roles: ['operator', 'regionalCurator', 'municipalCurator', 'schoolAdmin', 'principal', 'deputyHead'], row: 'news' }),
]

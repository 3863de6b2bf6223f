export { permissions } from './permissions.ts'
export type * from './views.ts'

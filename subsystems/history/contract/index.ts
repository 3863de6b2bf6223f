export { permissions } from './permissions.ts'
export * from './audit.ts'

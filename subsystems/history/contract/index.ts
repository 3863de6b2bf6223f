export { permissions } from './permissions.ts'
export * from './audit.ts'
export * from './looks.ts'

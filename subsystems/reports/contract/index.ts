export { permissions } from './permissions.ts'
export * from './report.ts'
export * from './reports.ts'
export * from './exports.ts'

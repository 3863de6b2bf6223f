export { permissions } from './permissions.ts'
export * from './facts.ts'
export * from './news.ts'
export * from './slots.ts'

export { permissions } from './permissions.ts'
export * from './facts.ts'
export * from './notices.ts'
export * from './push.ts'

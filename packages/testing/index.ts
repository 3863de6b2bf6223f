export { Builder } from './builder.ts'
export { cloneDatabase, type TestDatabase } from './database.ts'
export { callerOf, testOrigin, Refused, type TestCaller } from './caller.ts'
export { openLive, type LiveStream } from './live.ts'

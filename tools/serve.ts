import { readConfig } from '../apps/server/config.ts'
import { startServer } from '../apps/server/main.ts'
import { onStop } from './say.ts'

// The server alone, on a database that somebody else opened and migrated; `npm run dev` restarts it after every change.
const running = await startServer(readConfig(process.env))
console.log(`server: ${running.url}`)
onStop(() => running.close())

import { constants, setPriority } from 'node:os'
import { finishDemo } from '../apps/server/demo.ts'
import { readConfig } from '../apps/server/config.ts'

// The rest of the demo country, beside a server that already answers; what a start has begun, the next one goes on with.
setPriority(constants.priority.PRIORITY_LOW)
// Ends with the process that started it, however that one ended.
process.stdin.on('end', () => process.exit(0)).resume()

const startedAt = performance.now()
let told = 0
await finishDemo(readConfig(process.env), (words) => {
  told++
  console.log(`  demo country: ${words}`)
})
if (told > 0) console.log(`  demo country: complete after ${Math.round((performance.now() - startedAt) / 1000)} s`)
process.exit(0)

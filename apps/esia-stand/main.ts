import { readFileSync } from 'node:fs'
import { startStand, type StandClient } from './index.ts'

// node apps/esia-stand/main.ts <persons.json> <clients.json> [port]
const [persons, clients, port = '4100'] = process.argv.slice(2)
if (!persons || !clients) throw new Error('Name the file of persons and the file of clients')

const stand = await startStand({ port: Number(port), persons, clients: JSON.parse(readFileSync(clients, 'utf8')) as StandClient[] })
process.stdout.write(`The sign-in stand listens at ${stand.url}\n${stand.certificatePem}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stand.close())

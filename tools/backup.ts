import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from '../apps/server/config.ts'
import { keptAudit, readPassphrase } from './backup/audit.ts'
import { writeBackup } from './backup/write.ts'
import { root } from './files.ts'
import { readOptions } from './options.ts'
import { ownerDatabase } from './owner.ts'
import { step } from './say.ts'

const { to, 'passphrase-file': secret } = readOptions('npm run backup -- --to file [--passphrase-file file]', ['to'], ['passphrase-file'])
const here = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
const file = here(to)
const passphrase = secret === undefined ? null : readPassphrase(here(secret))
const { url, stop } = await ownerDatabase()
try {
  const audit = await keptAudit(resolve(root, readConfig(process.env).dataDir), passphrase)
  const { tables, rows } = await step('backup', (note) => writeBackup(url, file, audit, note))
  console.log(`${file}: ${tables} tables, ${rows} rows, ${(statSync(file).size / 1_048_576).toFixed(1)} MiB. It holds personal data: keep it encrypted.`)
  console.log(audit.sealedKey ? 'The key that signs audit checkpoints is inside, sealed with your passphrase.' : 'The key that signs audit checkpoints is not inside: all checkpoints stay provable, and a restore elsewhere goes on with a new key, a new segment. --passphrase-file takes it along.')
} finally {
  await stop()
}

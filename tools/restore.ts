import { resolve } from 'node:path'
import { readConfig } from '../apps/server/config.ts'
import { readPassphrase } from './backup/audit.ts'
import { readBackup } from './backup/read.ts'
import { root } from './files.ts'
import { readOptions } from './options.ts'
import { ownerDatabase } from './owner.ts'
import { step } from './say.ts'
import { migrationFolders } from './world.ts'

const { from, into, 'passphrase-file': secret } = readOptions('npm run restore -- --from file [--into postgres://owner@host/empty-database] [--passphrase-file file]', ['from'], ['into', 'passphrase-file'])
const here = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
const file = here(from)
const audited = {
  absent: 'The file holds no audit checkpoints.',
  withKey: 'Audit checkpoints and the key that signs them are back.',
  withoutKey: 'Audit checkpoints are back and stay provable; the key that signed them is not, so the next ones are signed with a new key, a new segment.',
}
const target = { dataDir: resolve(root, readConfig(process.env).dataDir), passphrase: secret === undefined ? null : readPassphrase(here(secret)) }
const { url, stop } = into ? { url: into, stop: async () => {} } : await ownerDatabase()
try {
  const { tables, rows, writtenAt, audit } = await step('restore', (note) => readBackup(file, url, migrationFolders(), target, note))
  console.log(`${tables} tables, ${rows} rows as of ${writtenAt}: every table equals its checksum.`)
  console.log(`${audited[audit]} Prove it: npm run audit:verify`)
} finally {
  await stop()
}

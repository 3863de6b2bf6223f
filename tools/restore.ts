import { resolve } from 'node:path'
import { readBackup } from './backup/read.ts'
import { readOptions } from './options.ts'
import { ownerDatabase } from './owner.ts'
import { step } from './say.ts'
import { migrationFolders } from './world.ts'

const { from, into } = readOptions('npm run restore -- --from file [--into postgres://owner@host/empty-database]', ['from'], ['into'])
const file = resolve(process.env['INIT_CWD'] ?? '.', from)
const { url, stop } = into ? { url: into, stop: async () => {} } : await ownerDatabase()
try {
  const { tables, rows, writtenAt } = await step('restore', (note) => readBackup(file, url, migrationFolders(), note))
  console.log(`${tables} tables, ${rows} rows as of ${writtenAt}: every table equals its checksum.`)
} finally {
  await stop()
}

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from './backup/write.ts'
import { readOptions } from './options.ts'
import { ownerDatabase } from './owner.ts'
import { step } from './say.ts'

const { to } = readOptions('npm run backup -- --to file', ['to'])
const file = resolve(process.env['INIT_CWD'] ?? '.', to)
const { url, stop } = await ownerDatabase()
try {
  const { tables, rows } = await step('backup', (note) => writeBackup(url, file, note))
  console.log(`${file}: ${tables} tables, ${rows} rows, ${(statSync(file).size / 1_048_576).toFixed(1)} MiB. It holds personal data: keep it encrypted.`)
} finally {
  await stop()
}

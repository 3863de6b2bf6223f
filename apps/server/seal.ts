import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptKeys } from '@school/gost'
import { sealWith } from '@school/reports/server'
import type { Config } from './config.ts'

/** Journals that leave the house carry the signature of the information system: its key at ЕСИА, or in the demo a kept key of its own. */
export function connectReports({ esia, production, dataDir }: Config): void {
  const named = production && esia.url !== '' && esia.keyFile !== ''
  sealWith(named
    ? Promise.resolve({ privateKeyPem: readFileSync(esia.keyFile, 'utf8'), certificatePem: readFileSync(esia.certificateFile, 'utf8') })
    : keptKeys({ commonName: 'JOURNAL SEAL', directory: join(dataDir, 'seal') }))
}

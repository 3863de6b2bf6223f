import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { newId } from '@school/contract'
import { auditFiles, checkpoint, checkpointKey, seal, verifyAudit, writing, type Kit } from '@school/server'
import { composeApp } from '../../apps/server/app.ts'
import { testSchool, testNow, type TestSchool } from '../../apps/server/testing.ts'
import { clusterFrom } from '../../packages/server/database/embedded.ts'
import { migrationFolders } from '../world.ts'
import { keptAudit, readPassphrase } from './audit.ts'
import { readBackup } from './read.ts'
import { writeBackup } from './write.ts'

const words = 'семь раз отмерь 2026'
const place = mkdtempSync(join(tmpdir(), 'school-audit-backup-'))
const home = join(place, 'home')
const file = join(place, 'all.gz')
const cluster = clusterFrom(process.env['TEST_DATABASE_URL'] ?? 'postgres://nobody@localhost/none')
const made: string[] = []
const opened: { close(): Promise<void> }[] = []

async function emptyDatabase(): Promise<string> {
  const name = `t_audit_${process.pid}_${made.length}`
  made.push(name)
  return cluster.createDatabase(name)
}

async function restored(name: string, passphrase: string | null, from = file) {
  const dataDir = join(place, name)
  const url = await emptyDatabase()
  const { audit } = await readBackup(from, url, migrationFolders(), { dataDir, passphrase })
  const composed = await composeApp({ url, connections: 2, clock: () => testNow, config: { origins: [], production: false, checkReplies: false, rateLimits: false } })
  opened.push(composed)
  return { dataDir, audit, kit: composed.kit }
}

describe('the proof of the audit travels with a backup', { skip: !process.env['TEST_DATABASE_URL'] && 'needs a database: npm test -- backup' }, () => {
  let s: TestSchool
  const act = (kit: Kit, action: string) => writing(kit, {}, (work) => work.rows(
    `insert into audit.entry (id, school_id, at, action, actor_id, salt, commitment, request_id) values ($1, $2, $3, $4, $5, 'x', encode(sha256('x[null,null]'), 'hex'), 'x')`, [newId(), s.id, testNow, action, s.admin.id]))

  before(async () => {
    s = await testSchool()
    await act(s.kit, 'registry.school.edit')
    await act(s.kit, 'registry.person.correct')
    await seal(s.kit)
    await checkpoint(s.kit, home, await checkpointKey(home))
    await writeBackup(s.url, file, await keptAudit(home, words))
  })
  after(async () => {
    for (const one of opened) await one.close()
    for (const name of made) await cluster.dropDatabase(name)
    await s.close()
    rmSync(place, { recursive: true, force: true })
  })

  test('elsewhere the chain is proved with the keys of home, and goes on with the same key', async () => {
    const { kit, dataDir, audit } = await restored('same', words)
    assert.equal(audit, 'withKey')
    const first = await verifyAudit(kit, dataDir)
    assert.deepEqual([first.faults, first.entries, first.checkpoints, first.keys], [[], 2, 1, 1])
    assert.equal(statSync(auditFiles(dataDir).privateKey).mode & 0o777, 0o600)
    assert.equal(readFileSync(auditFiles(dataDir).privateKey, 'utf8'), readFileSync(auditFiles(home).privateKey, 'utf8'))
  })

  test('without the passphrase all stays provable and a new key begins a new segment', async () => {
    const { kit, dataDir, audit } = await restored('new', null)
    assert.equal(audit, 'withoutKey')
    assert.equal(existsSync(auditFiles(dataDir).privateKey), false)
    assert.deepEqual((await verifyAudit(kit, dataDir)).faults, [])
    const key = await checkpointKey(dataDir)
    await act(kit, 'registry.school.edit')
    await seal(kit)
    await checkpoint(kit, dataDir, key)
    const { faults, keys, checkpoints } = await verifyAudit(kit, dataDir)
    assert.deepEqual([faults, keys, checkpoints], [[], 2, 2])
  })

  test('the private key is never in the file in the open', () => {
    const plain = gunzipSync(readFileSync(file)).toString('utf8')
    const secret = readFileSync(auditFiles(home).privateKey, 'utf8').split('\n')[1] ?? ''
    assert.ok(secret.length > 20 && !plain.includes(secret) && !plain.includes('PRIVATE KEY'))
    assert.match(plain, /"kdf":"scrypt"/)
  })

  test('a wrong passphrase, a missing key and a folder of other data are refused before anything is written', async () => {
    const url = await emptyDatabase()
    const into = (dataDir: string, passphrase: string | null, from = file) => readBackup(from, url, migrationFolders(), { dataDir, passphrase })
    await assert.rejects(into(join(place, 'wrong'), 'не те слова, совсем'), /does not open/)
    await assert.rejects(into(home, words), /belongs to other data/)
    const keyless = join(place, 'keyless.gz')
    await writeBackup(s.url, keyless, await keptAudit(home, null))
    await assert.rejects(into(join(place, 'keyless'), words, keyless), /no sealed key/)
    assert.equal(existsSync(join(place, 'wrong')), false)
  })

  test('changed checkpoints do not come back', async () => {
    const changed = join(place, 'changed.gz')
    writeFileSync(changed, gzipSync(gunzipSync(readFileSync(file)).toString('utf8').replace('\\"size\\":2', '\\"size\\":1')))
    await assert.rejects(restored('changed', null, changed), /checkpoints came back different/)
  })

  test('a passphrase that is too short is refused', () => {
    const short = join(place, 'short')
    writeFileSync(short, 'школа\n')
    assert.throws(() => readPassphrase(short), /shorter than 12/)
  })
})

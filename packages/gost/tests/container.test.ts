import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { X509Certificate } from 'node:crypto'
import { findGost, makeContainer, openContainer, rsaScheme, verifyDetached } from '../index.ts'
import { writeZip } from '../cms/zip.ts'
import { opensslIsHere } from '../testing.ts'

const program = await opensslIsHere()
const gost = await findGost()
const page = Buffer.from('7 «Б», алгебра\n15 октября  Кольцова А.  5\n'.repeat(40), 'utf8')

for (const scheme of [gost, rsaScheme]) {
  const skip = !scheme ? 'OpenSSL with the ГОСТ engine is not installed here' : program ? false : 'OpenSSL 3 is not installed here'
  test(`${scheme?.profile ?? 'gost'}: a container gives back document and signature, and only whole ones pass`, { skip }, async () => {
    const now = new Date()
    const keys = await scheme!.generate({ commonName: 'Учебный ключ', validFrom: new Date(now.getTime() - 86_400_000), validUntil: new Date(now.getTime() + 86_400_000) })
    const container = await makeContainer('journal-7b.html', page, keys)
    const opened = openContainer(container)!
    assert.deepEqual([opened.name, opened.document.equals(page)], ['journal-7b.html', true])
    const trust = { authorities: [new X509Certificate(keys.certificatePem).raw], revocations: null }
    const verdict = await verifyDetached({ ...opened, trust, now: new Date(), purpose: 'any' })
    assert.deepEqual([verdict.ok, verdict.faults, verdict.signer!.name], [true, [], 'Учебный ключ'])
    const changed = Buffer.from(opened.document)
    changed[5]! ^= 1
    assert.deepEqual((await verifyDetached({ ...opened, document: changed, trust, now: new Date(), purpose: 'any' })).faults.map((one) => one.code), ['changed'])
  })
}

test('other programs open the container', { skip: !program || spawnSync('python3', ['--version']).status !== 0 ? 'needs OpenSSL 3 and Python' : false }, async () => {
  const keys = await rsaScheme.generate({ commonName: 'KEY', validFrom: new Date(Date.now() - 1000), validUntil: new Date(Date.now() + 86_400_000) })
  const folder = mkdtempSync(join(tmpdir(), 'school-asic-'))
  const path = join(folder, 'page.asics')
  writeFileSync(path, await makeContainer('Журнал 7 «Б».html', page, keys))
  const listed = spawnSync('python3', ['-c', 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("|".join(z.namelist()), len(z.read(z.namelist()[1])))', path], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })
  rmSync(folder, { recursive: true })
  assert.equal(listed.stdout.trim(), `mimetype|Журнал 7 «Б».html|META-INF/signature.p7s ${page.length}`, listed.stderr)
})

test('what is not a container is told apart', () => {
  const one = (name: string) => ({ name, bytes: Buffer.from('x') })
  const whole = writeZip([one('mimetype'), one('a.txt'), one('META-INF/signature.p7s')])
  assert.ok(openContainer(whole))
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), page, whole.subarray(0, 60), whole.subarray(40), writeZip([one('a.txt')]),
    writeZip([one('a.txt'), one('b.txt'), one('META-INF/signature.p7s')]), writeZip([one('../a.txt'), one('META-INF/signature.p7s')])]) assert.equal(openContainer(bytes), null)
  const bent = Buffer.from(whole)
  bent[bent.indexOf('x')] = 0x79
  assert.equal(openContainer(bent), null)
})

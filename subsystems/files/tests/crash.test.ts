import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { testOrigin, type TestCaller } from '@school/testing'
import { checkFiles, filesIn } from '../server/index.ts'
import { settings } from '../server/settings.ts'
import { beginUploadBy, sendBytesBy } from '../testing.ts'

let s: TestSchool
let teacher: TestCaller
const folder = mkdtempSync(join(tmpdir(), 'files-crash-'))
const running = new Set<ChildProcess>()
before(async () => { filesIn(folder, null); s = await testSchool(); teacher = await s.as(s.teacher) })
after(async () => { for (const one of running) one.kill('SIGKILL'); await s.close(); rmSync(folder, { recursive: true }) })

/** A server process of its own over the same database and folder. */
async function start(): Promise<{ origin: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [new URL('./crash-server.ts', import.meta.url).pathname, s.url, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const [line] = await once(child.stdout!, 'data') as [Buffer]
  return { origin: `http://127.0.0.1:${String(line).trim()}`, async kill() { child.kill('SIGKILL'); await once(child, 'exit'); running.delete(child) } }
}

const headers = (more: Record<string, string> = {}) => ({ origin: testOrigin, cookie: teacher.cookie!, 'tus-resumable': '1.0.0', ...more })
const receivedOf = async () => Number((await s.make.rows<{ received: string }>('select received from files.upload'))[0]!.received)

test('a server killed in the middle of a chunk goes on where the disk was safe, and nothing is left over', { timeout: 60_000 }, async () => {
  const bytes = randomBytes(40 * 1_048_576)
  const begun = await beginUploadBy(teacher, { name: 'большой.bin', folderId: s.teacher.id, bytes })
  const address = String(begun.headers['location'])
  const first = await start()
  let at = 0
  const slow = new ReadableStream<Uint8Array>({
    async pull(control): Promise<void> {
      if (at >= bytes.length - 1_048_576) return new Promise(() => {}) // the last of it never comes
      control.enqueue(bytes.subarray(at, at + 1_048_576))
      at += 1_048_576
    },
  })
  const sending = fetch(first.origin + address, { method: 'PATCH', headers: headers({ 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }), body: slow, duplex: 'half' } as RequestInit).catch(() => null)
  for (let i = 0; i < 200 && await receivedOf() === 0; i++) await new Promise((done) => setTimeout(done, 50))
  await first.kill()
  await sending
  const second = await start()
  const head = await fetch(second.origin + address, { method: 'HEAD', headers: headers() })
  const safe = Number(head.headers.get('upload-offset'))
  assert.ok(safe >= 16 * 1_048_576 && safe < bytes.length, `${safe} bytes were safe`)
  const rest = await fetch(second.origin + address, { method: 'PATCH', headers: headers({ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(safe) }), body: bytes.subarray(safe) })
  assert.equal(rest.status, 204)
  await second.kill()
  const hash = createHash('sha256').update(bytes).digest('hex')
  assert.equal(await settings().blobs.sizeOf(hash), bytes.length)
  const verdict = await checkFiles(s.kit, 1)
  assert.deepEqual([verdict.faults, verdict.hashed], [[], 1])
  assert.deepEqual(readdirSync(settings().staging), [])
})

test('an act that fails after the bytes were named leaves the upload whole; tried again it is done once', async () => {
  const bytes = randomBytes(1000)
  const address = String((await beginUploadBy(teacher, { name: 'упало.bin', folderId: s.teacher.id, bytes })).headers['location'])
  await s.make.rows(`create function files.never() returns trigger language plpgsql as $$ begin raise exception 'the power is gone'; end $$`)
  await s.make.rows('create trigger never before insert on files.version for each row execute function files.never()')
  assert.equal((await sendBytesBy(teacher, address, 0, bytes)).statusCode, 500)
  await s.make.rows('drop trigger never on files.version')
  const hash = createHash('sha256').update(bytes).digest('hex')
  assert.equal(await settings().blobs.sizeOf(hash), 1000, 'the bytes were named')
  assert.deepEqual(await s.make.rows('select 1 from files.blob where hash = $1', [hash]), [], 'but nothing points at them')
  assert.equal((await sendBytesBy(teacher, address, 1000, Buffer.alloc(0))).statusCode, 204)
  assert.deepEqual((await checkFiles(s.kit, 1)).faults, [])
  assert.deepEqual(readdirSync(settings().staging), [])
})

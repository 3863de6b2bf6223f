import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { zipOf, type ZipEntry } from './zip.ts'

const at = new Date('2026-11-24T10:00:00Z')
const file = (path: string, text: string): ZipEntry => ({ path, at, size: Buffer.byteLength(text), open: () => Readable.from([Buffer.from(text)]) })
const whole = async (entries: Iterable<ZipEntry>) => { const parts: Buffer[] = []; for await (const part of zipOf(entries)) parts.push(part); return Buffer.concat(parts) }

/** What another program reads in a zip: names with their bytes. */
function readByPython(zip: Buffer): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  try {
    writeFileSync(join(folder, 'a.zip'), zip)
    return JSON.parse(execFileSync('python3', ['-c', 'import zipfile,json,sys\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({i.filename:i.file_size for i in z.infolist()}))', join(folder, 'a.zip')], { encoding: 'utf8' })) as Record<string, number>
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const hasPython = (() => { try { execFileSync('python3', ['-c', 'import zipfile']); return true } catch { return false } })()

test('another program opens it, names in Russian and folders included', { skip: !hasPython }, async () => {
  assert.deepEqual(readByPython(await whole([{ path: 'Папка/', at, size: 0 }, file('Папка/Отчёт.txt', 'привет'), file('пусто.txt', '')])), { 'Папка/': 0, 'Папка/Отчёт.txt': 12, 'пусто.txt': 0 })
})

test('more entries than 16 bits count, and a file said to be huge, take zip64', { skip: !hasPython }, async () => {
  const many = readByPython(await whole(Array.from({ length: 65_600 }, (_, i): ZipEntry => ({ path: `${i}/`, at, size: 0 }))))
  assert.equal(Object.keys(many).length, 65_600)
  assert.deepEqual(readByPython(await whole([{ ...file('a.txt', 'abc'), size: 5_000_000_000 }])), { 'a.txt': 3 })
})

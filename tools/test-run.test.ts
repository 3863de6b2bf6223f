import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { root } from './files.ts'

const place = mkdtempSync(join(tmpdir(), 'school-test-run-'))
after(() => rmSync(place, { recursive: true, force: true }))

function tallyOf(files: Record<string, string>): { counts: string; output: string } {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
  writeFileSync(join(place, 'run.ts'), `
    import { runFiles } from ${JSON.stringify(new URL('./test-run.ts', import.meta.url).href)}
    const total = { passed: 0, failed: 0, skipped: 0, slowest: [] }
    await runFiles(${JSON.stringify(Object.keys(files).map((name) => relative(root, join(place, name))))}, 2, total)
    console.log('COUNTS', total.passed, total.failed, total.skipped)`)
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env
  const output = execFileSync(process.execPath, [join(place, 'run.ts')], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] })
  return { counts: /COUNTS (.*)/.exec(output)?.[1] ?? '', output }
}

const imports = `import { describe, test } from 'node:test'; import assert from 'node:assert/strict';\n`

test('tests are counted one by one, suites not', () => {
  const { counts, output } = tallyOf({
    'a.test.ts': `${imports} describe('s', () => { test('one', () => {}); test('two', () => assert.equal(1, 2)); test('three', { skip: 'no browser' }, () => {}) })`,
    'b.test.ts': `${imports} test('four', () => {})`,
  })
  assert.equal(counts, '2 1 1')
  assert.match(output, /FAILED .*a\.test\.ts {2}two/)
  assert.match(output, /SKIPPED .*three: no browser/)
})

test('a file that does not even load has failed', () => {
  assert.equal(tallyOf({ 'c.test.ts': 'import "./nowhere.ts"' }).counts, '0 1 0')
})

test('a suite whose preparation fails has failed', () => {
  const { counts } = tallyOf({ 'd.test.ts': `import { before, describe, test } from 'node:test'; describe('s', () => { before(() => { throw new Error('no database') }); test('one', () => {}) })` })
  assert.match(counts, /^0 [12] 0$/)
})

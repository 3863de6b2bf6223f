import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { cruise } from './cruise.ts'
import { root } from './files.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'school-cruise-')))
after(() => rmSync(place, { recursive: true, force: true }))

/** rule → file that breaks it → its text */
const planted: Record<string, Record<string, string>> = {
  'no-circular': { 'packages/web/a.ts': `import { b } from './b.ts'; export const a = b`, 'packages/web/b.ts': `import { a } from './a.ts'; export const b = a` },
  'not-found': { 'packages/web/lost.ts': `import './nowhere.ts'` },
  'only-through-doors': { 'subsystems/journal/server/past.ts': `import '../../registry/server/store.ts'` },
  'apps-through-doors': { 'apps/server/past.ts': `import '../../subsystems/registry/server/store.ts'` },
  'kit-knows-no-subsystem': { 'packages/server/knows.ts': `import '@school/registry/server'` },
  'nobody-imports-apps': { 'subsystems/journal/server/shell.ts': `import '../../../apps/server/app.ts'` },
  'contract-is-light': { 'subsystems/journal/contract/heavy.ts': `import 'kysely'` },
  'web-never-touches-server': { 'subsystems/journal/web/deep.ts': `import '@school/server'` },
  'web-has-no-node': { 'subsystems/journal/web/files.ts': `import 'node:fs'` },
  'server-never-touches-web': { 'subsystems/journal/server/screen.ts': `import '@school/web'` },
  'sql-in-its-place': { 'subsystems/journal/server/marks.ts': `import 'kysely'` },
  'test-tools-in-tests': { 'subsystems/journal/server/tested.ts': `import '@school/testing'` },
  'pages-through-their-door': { 'subsystems/journal/contract/page.ts': `import '../web/index.ts'` },
  'npm-no-pkg': { 'packages/web/undeclared.ts': `import 'kysely'` },
  'no-relative-into-kit': { 'subsystems/journal/server/inner.ts': `import '../../../packages/server/work.ts'` },
}

const sound: Record<string, string> = {
  'packages/contract/index.ts': `import 'typebox'`, 'packages/server/index.ts': `import '@school/contract'; import './work.ts'`, 'packages/server/work.ts': '', 'packages/web/index.ts': `import '@school/contract'`,
  'packages/testing/index.ts': `import '@school/server'`, 'apps/server/app.ts': `import '@school/registry/server'`,
  'subsystems/registry/contract/index.ts': `import '@school/contract'`, 'subsystems/registry/server/index.ts': `import './store.ts'; import '@school/server'`, 'subsystems/registry/server/store.ts': `import 'kysely'`,
  'subsystems/registry/web/index.ts': `import '@school/web'; import '@school/registry/contract'`,
  'subsystems/journal/contract/index.ts': `import '@school/registry/contract'`, 'subsystems/journal/server/index.ts': `import '@school/registry/server'`, 'subsystems/journal/web/index.ts': `import '../contract/index.ts'`,
  'subsystems/journal/tests/a.test.ts': `import '@school/testing'`,
}

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), text)
  }
}

function workspace(folder: string, exports: Record<string, string>, dependencies: readonly string[]): void {
  const name = `@school/${folder.split('/')[1]}`
  write({ [`${folder}/package.json`]: JSON.stringify({ name, type: 'module', exports, dependencies: Object.fromEntries(dependencies.map((one) => [one, '1.0.0'])) }) })
  mkdirSync(join(place, 'node_modules/@school'), { recursive: true })
  if (!folder.startsWith('apps/')) symlinkSync(join(place, folder), join(place, 'node_modules', name))
}

function buildPlace(): void {
  write({ 'package.json': '{"type":"module"}' })
  for (const name of ['typebox', 'kysely']) write({ [`node_modules/${name}/package.json`]: `{"name":"${name}","main":"index.js"}`, [`node_modules/${name}/index.js`]: '' })
  const school = (...names: string[]) => names.map((name) => `@school/${name}`)
  const doors = { './contract': './contract/index.ts', './server': './server/index.ts', './web': './web/index.ts' }
  workspace('packages/contract', { '.': './index.ts' }, ['typebox'])
  workspace('packages/server', { '.': './index.ts' }, school('contract', 'registry'))
  workspace('packages/web', { '.': './index.ts' }, school('contract'))
  workspace('packages/testing', { '.': './index.ts' }, school('server'))
  workspace('apps/server', {}, school('registry'))
  workspace('subsystems/registry', doors, [...school('contract', 'server', 'web'), 'kysely'])
  workspace('subsystems/journal', doors, [...school('contract', 'server', 'web', 'testing', 'registry'), 'kysely'])
}

test('every import rule catches its planted breach and lets sound imports pass', () => {
  buildPlace()
  write(sound)
  const folders = ['apps', 'packages', 'subsystems']
  assert.deepEqual(cruise(place, folders).breaches, [])
  for (const files of Object.values(planted)) write(files)
  const found = cruise(place, folders)
  for (const [rule, files] of Object.entries(planted)) {
    assert.ok(found.breaches.some((one) => one.rule === rule && one.from in files), `${rule} missed ${Object.keys(files)[0]}`)
  }
  assert.ok(found.modules >= Object.keys(sound).length)
})

test('no rule stands without a planted breach', () => {
  const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string; severity: string }[] }
  assert.deepEqual(forbidden.map((rule) => rule.name).sort(), Object.keys(planted).sort())
  assert.ok(forbidden.every((rule) => rule.severity === 'error'))
})

import { posix } from 'node:path'
import { isSource, isTest, levels, subsystemOf } from './law.ts'
import type { Breach, Law, Tree } from './law.ts'
import { importsOf } from './syntax.ts'

const doors = ['contract', 'server', 'web', 'tv', 'testing']
const notRooms = ['contract', 'server', 'web', 'ui', 'tv', 'testing', 'gost', 'names', 'print', 'workbook', 'esia-stand', 'app-server', 'app-web']

interface Hop { readonly path: string; readonly line: number; readonly own: string; readonly half: string; readonly to: string; readonly door: string }

/** Every import from one subsystem into another, by package name. */
function* hops(tree: Tree): Generator<Hop> {
  for (const [path, text] of tree) {
    const own = subsystemOf(path)
    if (own === null || !isSource(path)) continue
    for (const { from, line } of importsOf(path, text)) {
      const [, to, door] = /^@school\/([^/]+)(?:\/(.*))?$/.exec(from) ?? []
      if (to && to !== own && !(notRooms.includes(to) && !tree.has(`subsystems/${to}/package.json`))) yield { path, line, own, half: path.split('/')[2] ?? '', to, door: door ?? '' }
    }
  }
}

function* checkDoors(tree: Tree): Generator<Breach> {
  for (const { path, line, to, door } of hops(tree)) {
    if (!doors.includes(door)) yield { path, line, says: `goes past the doors of ${to}: import @school/${to}/{${doors.join(', ')}}` }
  }
  for (const [path, text] of tree) {
    const own = subsystemOf(path)
    if (own === null || !isSource(path)) continue
    for (const { from, line } of importsOf(path, text)) {
      if (from.startsWith('.') && !posix.join(posix.dirname(path), from).startsWith(`subsystems/${own}/`)) yield { path, line, says: `leaves the subsystem by a relative path: ${from}` }
    }
  }
}

export const onlyThroughDoors: Law = {
  name: 'doors',
  check: checkDoors,
  good: [{ 'subsystems/journal/server/index.ts': `import { face } from '@school/registry/server'; import './marks/marks.ts'; import { serve } from '@school/server'` }],
  bad: [
    { 'subsystems/journal/server/index.ts': `import { face } from '@school/registry/server/store'` },
    { 'subsystems/journal/server/index.ts': `import { face } from '../../registry/server/index.ts'` },
    { 'subsystems/journal/server/index.ts': `const face = await import('@school/registry')` },
  ],
}

function* checkLevels(tree: Tree): Generator<Breach> {
  const all = levels(tree)
  for (const path of tree.keys()) {
    const name = /^subsystems\/([^/]+)\/package\.json$/.exec(path)?.[1]
    if (name && !all.has(name)) yield { path, says: 'declares no "school": { "level": n }' }
  }
  for (const hop of hops(tree)) {
    const says = whyNot(hop, all.get(hop.own) ?? 0, all.get(hop.to) ?? Number.POSITIVE_INFINITY)
    if (says !== null) yield { path: hop.path, line: hop.line, says }
  }
}

function whyNot({ path, own, half, to, door }: Hop, mine: number, theirs: number): string | null {
  if (isTest(path) || half === 'testing.ts' || half === 'testing') return null
  if (door === 'web' || door === 'tv') return `may not import the screens of ${to}: declare or fill a slot`
  if (door === 'testing') return 'test builders belong to tests'
  if (door === 'server' && half !== 'server') return `${half} may not reach the server half of ${to}`
  const listens = door === 'contract' && (/\/server\/(listeners|notices|search)\.ts$/.test(path) || /\/(web|tv)\/(fills|live)\.tsx?$/.test(path))
  if (theirs >= mine && !listens) return `${own} (level ${mine}) calls ${to} (level ${theirs}): call downwards only, hear from anywhere in listeners.ts`
  return null
}

const two = { 'subsystems/registry/package.json': '{"school":{"level":1}}', 'subsystems/journal/package.json': '{"school":{"level":4}}' }

export const callDownwards: Law = {
  name: 'levels',
  check: checkLevels,
  good: [
    { ...two, 'subsystems/journal/server/index.ts': `import { registry } from '@school/registry/server'` },
    { ...two, 'subsystems/registry/server/listeners.ts': `import { markPut } from '@school/journal/contract'` },
    { ...two, 'subsystems/registry/tests/story.test.ts': `import { aMark } from '@school/journal/testing'` },
  ],
  bad: [
    { ...two, 'subsystems/registry/server/index.ts': `import { journal } from '@school/journal/server'` },
    { ...two, 'subsystems/registry/contract/index.ts': `import { Mark } from '@school/journal/contract'` },
    { ...two, 'subsystems/journal/web/pages/A.tsx': `import { Card } from '@school/registry/web'` },
    { ...two, 'subsystems/journal/web/pages/A.tsx': `import { registry } from '@school/registry/server'` },
    { 'subsystems/journal/package.json': '{}' },
  ],
}

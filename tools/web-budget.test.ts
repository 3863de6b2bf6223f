import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, webIsStale } from './build.ts'
import { filesUnder, root } from './files.ts'
import { budget, weighViews } from './web-budget.ts'

test('the first view of every page stays within the budget for every role', async () => {
  if (webIsStale()) await buildWeb()
  const views = weighViews()
  assert.ok(views.length > 100, 'views were found')
  assert.deepEqual(views.filter((view) => !view.fits), [], `scripts ≤ ${budget.scripts} KB, styles ≤ ${budget.styles} KB gzipped, requests ≤ ${budget.requests}`)
})

test('a room names in its door every place it draws, so that the budget counts what others put there', () => {
  for (const path of filesUnder('subsystems')) {
    const [, room] = /^subsystems\/([^/]+)\/web\/.+\.tsx$/.exec(path) ?? []
    if (!room) continue
    const door = readFileSync(join(root, `subsystems/${room}/web/index.ts`), 'utf8')
    for (const [, slot = ''] of readFileSync(join(root, path), 'utf8').matchAll(/<SlotPlace slot=\{(\w+)\}/g)) assert.match(door, new RegExp(`slots: \\[[^\\]]*\\b${slot}\\b`), `${path} draws ${slot}`)
  }
})

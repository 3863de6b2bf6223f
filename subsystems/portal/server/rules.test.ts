import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isShown } from './rules.ts'

const item = { published: true, showFrom: '2026-10-10', showTo: '2026-10-20', audience: null }

for (const [what, change, role, day, expected] of [
  ['on its first day', {}, 'teacher', '2026-10-10', true],
  ['on its last day', {}, 'teacher', '2026-10-20', true],
  ['the day before', {}, 'teacher', '2026-10-09', false],
  ['the day after', {}, 'teacher', '2026-10-21', false],
  ['without an end', { showTo: null }, 'teacher', '2030-01-01', true],
  ['as a draft', { published: false }, 'teacher', '2026-10-15', false],
  ['to its audience', { audience: ['parent'] }, 'parent', '2026-10-15', true],
  ['to others', { audience: ['parent'] }, 'pupil', '2026-10-15', false],
  ['to a stranger', {}, null, '2026-10-15', true],
  ['to a stranger, when it is for somebody', { audience: ['parent'] }, null, '2026-10-15', false],
] as const) test(`shown ${what}: ${expected}`, () => assert.equal(isShown({ ...item, ...change } as Parameters<typeof isShown>[0], role, day), expected))

import assert from 'node:assert/strict'
import test from 'node:test'
import { cellText, parseCell, paste, sumOf, withCell, type DraftLine } from './grid-model.ts'

const line = (id: string, cells: DraftLine['cells'] = []): DraftLine => ({ id, part: 'core', area: '', subjectId: id, subject: id, advanced: false, cells })

test('what is typed is read and shown the same', () => {
  for (const [typed, shown] of [['3', '3'], ['0,5', '0,5'], ['2x3', '2×3'], ['2х1.5', '2×1,5'], ['', '']] as const) assert.equal(cellText(parseCell(typed) ?? undefined), shown)
  assert.equal(parseCell('0'), null)
  for (const wrong of ['три', '5×3', '100', '0,1']) assert.equal(parseCell(wrong), undefined)
})

test('a block is pasted from its cell on, outside it nothing changes', () => {
  const lines = paste([line('a'), line('b', [{ grade: 5, hours: 1, groups: 1 }])], [5, 6], { line: 0, grade: 6 }, '2\t9\nнет\n')
  assert.deepEqual(lines.map((one) => one.cells), [[{ grade: 6, hours: 2, groups: 1 }], [{ grade: 5, hours: 1, groups: 1 }]])
  assert.equal(sumOf(lines, 5, ['core']), 1)
  assert.deepEqual(withCell(lines[1]!, 5, null).cells, [])
})

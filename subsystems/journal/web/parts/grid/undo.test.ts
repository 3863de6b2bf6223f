import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UndoStack } from './undo.ts'

test('steps go back and forth', () => {
  const stack = new UndoStack<string>()
  stack.add({ changes: [{ at: 'a', before: '', after: '5' }] })
  stack.add({ changes: [{ at: 'a', before: '5', after: '4' }, { at: 'b', before: '', after: 'Н' }] })
  assert.deepEqual(stack.undo(), [{ at: 'b', value: '' }, { at: 'a', value: '5' }])
  assert.deepEqual(stack.redo(), [{ at: 'a', value: '4' }, { at: 'b', value: 'Н' }])
  stack.undo()
  stack.undo()
  assert.equal(stack.canUndo, false)
  assert.deepEqual(stack.undo(), [])
  stack.add({ changes: [{ at: 'c', before: '', after: '3' }] })
  assert.equal(stack.canRedo, false)
})

test('an empty step is none, and old steps are forgotten', () => {
  const stack = new UndoStack<number>(2)
  stack.add({ changes: [] })
  assert.equal(stack.canUndo, false)
  for (let n = 0; n < 3; n++) stack.add({ changes: [{ at: 'a', before: n, after: n + 1 }] })
  assert.deepEqual([stack.undo(), stack.undo(), stack.undo()].map((all) => all.length), [1, 1, 0])
})

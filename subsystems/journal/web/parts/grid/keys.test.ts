import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actOf, type Pressed } from './keys.ts'

const press = (key: string, more: Partial<Pressed> = {}) => actOf({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more })

test('moving as in a spreadsheet', () => {
  assert.deepEqual(press('ArrowDown'), { act: 'move', rows: 1, columns: 0, extend: false })
  assert.deepEqual(press('ArrowLeft', { shiftKey: true }), { act: 'move', rows: 0, columns: -1, extend: true })
  assert.deepEqual(press('Enter', { shiftKey: true }), { act: 'move', rows: -1, columns: 0, extend: false })
  assert.deepEqual(press('Tab'), { act: 'move', rows: 0, columns: 1, extend: false })
  assert.deepEqual(press('Home', { ctrlKey: true }), { act: 'edge', to: 'first', extend: false })
  assert.deepEqual(press('ArrowDown', { ctrlKey: true, shiftKey: true }), { act: 'edge', to: 'bottom', extend: true })
})

test('undo and redo by the place of the key, in either layout', () => {
  assert.deepEqual(press('я', { ctrlKey: true, code: 'KeyZ' }), { act: 'undo' })
  assert.deepEqual(press('Z', { metaKey: true, shiftKey: true, code: 'KeyZ' }), { act: 'redo' })
  assert.deepEqual(press('н', { ctrlKey: true, code: 'KeyY' }), { act: 'redo' })
})

test('typing, palette and history', () => {
  assert.deepEqual(press('5'), { act: 'type', letter: '5' })
  assert.deepEqual(press('y'), { act: 'type', letter: 'Н' })
  assert.deepEqual(press('F2'), { act: 'palette' })
  assert.deepEqual(press('ArrowDown', { altKey: true }), { act: 'palette' })
  assert.deepEqual(press('F10', { shiftKey: true }), { act: 'history' })
  assert.deepEqual(press('/'), { act: 'nextWork' })
})

test('keys of the browser stay the browser\'s', () => {
  for (const key of ['F5', 'F10', 'q', 'Control']) assert.equal(press(key), null, key)
  assert.equal(press('с', { ctrlKey: true, code: 'KeyC' }), null)
  assert.equal(press('ArrowLeft', { altKey: true }), null)
})

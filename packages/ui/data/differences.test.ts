import assert from 'node:assert/strict'
import test from 'node:test'
import { differences } from './differences.ts'

const shown = (pieces: ReturnType<typeof differences>['left']) => pieces.map((piece) => piece.differs ? `[${piece.text}]` : piece.text).join('')

for (const [left, right, one, two] of [
  ['Алексеевич', 'Алексеивич', 'Алексе[е]вич', 'Алексе[и]вич'],
  ['Журавлёв', 'Журавлев', 'Журавл[ё]в', 'Журавл[е]в'],
  ['112-233-445 95', '112-233-454 95', '112-233-4[45] 95', '112-233-4[54] 95'],
  ['Наталья', 'Наталия Ю', 'Натал[ь]я', 'Натал[и]я[ Ю]'],
  ['Пётр', 'Пётр', 'Пётр', 'Пётр'],
  ['', 'Анна', '', '[Анна]'],
] as const) {
  test(`the letters in which «${left}» and «${right}» differ are marked`, () => {
    const found = differences(left, right)
    assert.equal(shown(found.left), one)
    assert.equal(shown(found.right), two)
  })
}

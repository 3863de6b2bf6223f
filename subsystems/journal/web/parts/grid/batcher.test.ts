import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Batcher } from './batcher.ts'

test('what comes together travels together, the rest after the answer', async () => {
  const trips: number[][] = []
  const doubles = new Batcher<number, number>(async (all) => { trips.push([...all]); await new Promise((resolve) => setTimeout(resolve, 20)); return all.map((n) => n * 2) }, { most: 3, pause: 1 })
  const answers = await Promise.all([1, 2, 3, 4].map((n) => doubles.ask(n)))
  assert.deepEqual(answers, [2, 4, 6, 8])
  assert.deepEqual(trips, [[1, 2, 3], [4]])
})

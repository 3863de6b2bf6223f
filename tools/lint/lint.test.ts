import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { laws } from './laws.ts'

const breachesOf = (check: (typeof laws)[number]['check'], tree: Record<string, string>) => [...check(new Map(Object.entries(tree)))]

for (const law of laws) {
  describe(`the law "${law.name}"`, () => {
    for (const [index, tree] of law.good.entries()) {
      test(`accepts good example ${index + 1}`, () => assert.deepEqual(breachesOf(law.check, tree), []))
    }
    for (const [index, tree] of law.bad.entries()) {
      test(`refuses bad example ${index + 1}`, () => {
        const found = breachesOf(law.check, tree)
        assert.ok(found.length > 0, `nothing found in ${JSON.stringify(tree)}`)
        for (const breach of found) assert.ok(breach.path in tree || /is missing/.test(breach.says))
      })
    }
  })
}

test('every law has good and bad examples', () => {
  for (const law of laws) assert.ok(law.good.length > 0 && law.bad.length > 0, law.name)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registeredPages, type Registered } from './pages.ts'
import { storyWorld, type StoryWorld } from './story-world.ts'
import { eyesOf, visitors } from './tour-roles.ts'
import { walk } from './walk.ts'
import { axeInModes, faultsAtSight, settled } from './watch.ts'

let world: StoryWorld
let pages: readonly Registered[]
before(async () => { [world, pages] = [await storyWorld('demo'), await registeredPages()] })
after(() => world?.[Symbol.asyncDispose]())

/** One kind of people sees a page once: what the deputy has looked at, the administrator passes by. */
const groups = [['deputy', 'admin'], ['homeroom', 'parent', 'operator', 'newcomer']] as const
const seen = new Set<string>()

test('axe finds nothing on any page in light, dark and for weak sight', async () => {
  const lanes = await Promise.all(groups.map(async (names) => {
    const [faults, opened] = [[] as string[], { pages: 0 }]
    for (const visitor of names.map((name) => visitors.find((one) => one.name === name)!)) {
      const walked = await walk({
        url: world.url, browser: world.browser, pages, people: world.people,
        passes: (path) => path !== '/home' && path !== '/manage' && seen.has(`${eyesOf(visitor)} ${path}`),
        async look(page, path, address) {
          seen.add(`${eyesOf(visitor)} ${path}`)
          await page.goto(address)
          await settled(page)
          return [...await faultsAtSight(page), ...await axeInModes(page)]
        },
      }, visitor)
      faults.push(...walked.faults.map((fault) => `${visitor.name} ${fault}`))
      opened.pages += walked.seen
    }
    return { faults, pages: opened.pages }
  }))
  assert.deepEqual(lanes.flatMap((lane) => lane.faults), [])
  const count = lanes.reduce((sum, lane) => sum + lane.pages, 0)
  console.log(`${count} pages in three modes`)
  assert.ok(count >= 70, `only ${count} pages were reached`)
})

import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { axeFinds, complaintsOf, faultsAtSight, settled } from './watch.ts'

const out = '.tmp/stories'
const modes = {
  dark: { put: `document.documentElement.dataset.mantineColorScheme = 'dark'`, back: `document.documentElement.dataset.mantineColorScheme = 'light'` },
  strong: { put: `document.documentElement.dataset.vision = 'strong'`, back: `delete document.documentElement.dataset.vision` },
} as const

/** Looks at every screen that a story meets, and gathers what is wrong with it. */
export class Screens {
  readonly found: string[] = []
  #seen = new Map<Page, () => string[]>()

  listenTo(page: Page): void { this.#seen.set(page, complaintsOf(page)) }

  /** Looks at a screen as it is now; a main one also in dark and in the mode for weak sight. STORY_PICTURES=1 keeps pictures. */
  async look(page: Page, name: string, main = false): Promise<void> {
    await settled(page)
    this.#note(name, [...await faultsAtSight(page), ...await axeFinds(page)])
    await this.#picture(page, name)
    if (!main) return
    for (const [mode, { put, back }] of Object.entries(modes)) {
      await page.evaluate(put)
      this.#note(`${name}, ${mode}`, await axeFinds(page, ['color-contrast']))
      await this.#picture(page, `${name} ${mode}`)
      await page.evaluate(back)
    }
  }

  /** What the browsers themselves complained of until now, besides the answers a story expects. */
  complaints(expected: RegExp): string[] {
    return [...this.#seen.values()].flatMap((heard) => heard()).filter((one) => !expected.test(one))
  }

  #note(name: string, faults: readonly string[]): void { this.found.push(...faults.map((fault) => `${name}: ${fault}`)) }

  async #picture(page: Page, name: string): Promise<void> {
    if (process.env['STORY_PICTURES'] !== '1') return
    mkdirSync(out, { recursive: true })
    await page.screenshot({ path: `${out}/${String(this.#count++).padStart(2, '0')} ${name}.png` })
  }
  #count = 1
}

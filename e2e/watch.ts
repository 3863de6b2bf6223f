import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What the browser itself complained of on a page: errors, refused policies, answers that are no answers. Reading it empties it. */
export function complaintsOf(page: Page): () => string[] {
  let heard: string[] = []
  page.on('pageerror', (error) => heard.push(`error: ${error.message.split('\n')[0]}`))
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(`console: ${message.text().split('\n')[0]?.slice(0, 200)}`) })
  page.on('response', (answer) => { if (answer.status() >= 400) heard.push(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`) })
  return () => { const said = heard; heard = []; return said }
}

/** What axe finds on the screen as it is, a line for each rule with the first place; all of its rules, or those named. */
export async function axeFinds(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze()
  return violations.map((one) => `axe ${one.id} ×${one.nodes.length}: ${one.nodes[0]?.html.slice(0, 160)} ${one.nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
}

/** What is wrong with a screen at first sight: no heading, an error or a refusal in its place, sideways scroll. */
export function faultsAtSight(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const faults = []
    const sheet = document.querySelector('#content') ?? document.body
    if (!sheet.querySelector('h1')) faults.push('no heading')
    for (const title of sheet.querySelectorAll('[role=alert] b')) faults.push('alert: ' + title.parentElement.textContent.slice(0, 120))
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth + 1) faults.push('sideways scroll: ' + root.scrollWidth + ' in ' + root.clientWidth)
    return faults
  })()`)
}

const stands = `(() => {
  const now = performance.now()
  const quiet = (globalThis.__quiet ??= (() => {
    const quiet = { since: now }
    new MutationObserver(() => { quiet.since = performance.now() }).observe(document, { childList: true, subtree: true, attributes: true })
    return quiet
  })())
  const heard = performance.getEntriesByType('resource').at(-1)?.responseEnd ?? 0
  return document.querySelector('h1') !== null && document.querySelector('#content [role=status][aria-label]') === null && now - quiet.since > 300 && now - heard > 300
})()`
const patience = 20_000

/** Waits until a page of the application stands: a heading, nothing on its way, and a moment without any change. */
export async function settled(page: Page): Promise<void> {
  // Asked from outside: the policy of the page forbids it to evaluate words of ours.
  for (const from = performance.now(); performance.now() - from < patience;) {
    if (await page.evaluate(stands)) return
    await page.waitForTimeout(100)
  }
  throw new Error(`${page.url()} did not come to rest in ${patience / 1000} s`)
}

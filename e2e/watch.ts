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

/** How a screen can be shown. Switched by the attributes that the setting itself switches, without opening the page anew. */
export type Mode = 'light' | 'dark' | 'strong'

export function showIn(page: Page, mode: Mode): Promise<unknown> {
  return page.evaluate(`{
    document.documentElement.dataset.mantineColorScheme = '${mode === 'dark' ? 'dark' : 'light'}'
    ${mode === 'strong' ? `document.documentElement.dataset.vision = 'strong'` : 'delete document.documentElement.dataset.vision'}
    // A colour on its way to another one would be judged halfway.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
  }`)
}

/** What axe finds in each mode: all rules in the first, those that colours and sizes decide in the others. */
export async function axeInModes(page: Page, modes: readonly Mode[] = ['light', 'dark', 'strong']): Promise<string[]> {
  const found: string[] = []
  for (const mode of modes) {
    await showIn(page, mode)
    found.push(...(await axeFinds(page, mode === modes[0] ? [] : ['color-contrast', 'target-size', 'link-in-text-block'])).map((one) => mode === 'light' ? one : `${mode}: ${one}`))
  }
  if (modes.length > 1) await showIn(page, 'light')
  return found
}

/** What axe finds on the screen as it is, a line for each rule with the first place; all of its rules, or those named. */
export async function axeFinds(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
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
    const raw = sheet.innerText.match(/undefined|NaN|\\[object|Invalid Date|\\{[a-z]+(, [a-z]+)?\\}/)
    if (raw) faults.push('raw text: ' + sheet.innerText.slice(Math.max(0, raw.index - 30), raw.index + 30))
    for (const one of sheet.querySelectorAll('*')) {
      const style = getComputedStyle(one), text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
      if (text && style.overflowX !== 'visible' && style.textOverflow === 'clip' && one.clientWidth > 4 && one.scrollWidth > one.clientWidth + 2 && !/auto|scroll/.test(style.overflowX)) { faults.push('cut text: ' + one.textContent.slice(0, 60)); break }
    }
    return faults
  })()`)
}

const stillFor = 300
const stands = `(() => {
  const now = performance.now()
  const quiet = (globalThis.__quiet ??= (() => {
    const quiet = { since: now }
    new MutationObserver(() => { quiet.since = performance.now() }).observe(document, { childList: true, subtree: true, attributes: true })
    return quiet
  })())
  const heard = performance.getEntriesByType('resource').at(-1)?.responseEnd ?? 0
  return document.querySelector('h1') !== null && document.querySelector('#content [role=status][aria-label]') === null && now - quiet.since > ${stillFor} && now - heard > ${stillFor}
})()`
const patience = 20_000

/** Waits until a page of the application stands: a heading, nothing on its way, and a moment without any change. Returns when it had come to rest. */
export async function settled(page: Page): Promise<number> {
  // Asked from outside: the policy of the page forbids it to evaluate words of ours.
  for (const from = performance.now(); performance.now() - from < patience;) {
    if (await page.evaluate(stands)) return performance.now() - stillFor
    await page.waitForTimeout(50)
  }
  throw new Error(`${page.url()} did not come to rest in ${patience / 1000} s`)
}

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../tools/chromium.ts'

/** A Chromium of this machine. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium on this machine; set CHROMIUM')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
}

export interface Someone { readonly oid: string; readonly profile: 'staff' | 'parent' | 'pupil' }

/** Signs a person in as people do: our page, the stand's list, consent at the stand, our documents. */
export async function signIn(context: BrowserContext, url: string, who: Someone): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/auth/esia/start?profile=${who.profile}`)
  // In the long list of the stand everybody is a button; pressing it is what the keyboard does.
  await page.locator(`button[name="oid"][value="${who.oid}"]`).first().evaluate((button: { click(): void }) => button.click())
  const allow = page.getByRole('button', { name: 'Предоставить' })
  await Promise.race([allow.waitFor(), page.waitForURL((address) => address.href.startsWith(url))])
  if (!page.url().startsWith(url)) await allow.click()
  await page.waitForURL((address) => address.href.startsWith(url))
  await passDocuments(page)
  return page
}

/** The documents shown at the first sign-in; whoever has answered them is past them already. */
async function passDocuments(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  if (!page.url().includes('/consents')) return
  await page.locator('input[type="checkbox"]').first().check()
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/api/me/consents/') && answer.request().method() === 'PUT'),
    page.getByRole('button', { name: 'Сохранить ответ' }).first().click(),
  ])
  await page.goto(new URL('/', page.url()).href)
  await page.locator('h1').first().waitFor()
}

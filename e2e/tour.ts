import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, signIn, type Someone } from './browser.ts'

interface Listed { readonly oid: string; readonly hint?: string; readonly label: string; readonly school: string }
interface Stop { readonly name: string; readonly who: (one: Listed) => boolean; readonly profile: Someone['profile']; readonly pages: readonly string[] }

const port = process.env['PORT'] ?? '3000'
const url = `http://localhost:${port}`
const out = '.tmp/tour'
const looks = [{ name: 'wide', width: 1440, height: 900, dark: false }, { name: 'phone', width: 390, height: 844, dark: false }, { name: 'dark', width: 1440, height: 900, dark: true }] as const

const stops: readonly Stop[] = [
  { name: 'operator', who: (one) => one.label === 'федеральный оператор', profile: 'staff', pages: ['manage', 'manage/history'] },
  { name: 'curator', who: (one) => one.label.startsWith('куратор региона'), profile: 'staff', pages: ['manage'] },
  { name: 'admin', who: (one) => one.label === 'администратор' && one.school === 'Школа № 14', profile: 'staff', pages: ['home', 'manage', 'manage/requests', 'manage/people', 'manage/classes', 'manage/imports', 'manage/calendar', 'manage/load', 'manage/items', 'manage/history', 'timetable'] },
  { name: 'teacher', who: (one) => one.hint === 'ведёт алгебру в 7Б', profile: 'staff', pages: ['home', 'journal', 'timetable', 'classes'] },
  { name: 'parent', who: (one) => one.hint === 'родитель ученика 7Б', profile: 'parent', pages: ['home', 'diary', 'timetable', 'looks', 'notices'] },
  { name: 'pupil', who: (one) => one.hint === 'дневник 7Б', profile: 'pupil', pages: ['home', 'diary', 'timetable', 'news'] },
]

/** Photographs the screens of every role on a running demo, wide, phone-size and dark. */
async function tour(): Promise<void> {
  const people = JSON.parse(readFileSync(join(process.env['DATA_DIR'] ?? '.data', 'people.json'), 'utf8')) as Listed[]
  mkdirSync(out, { recursive: true })
  const browser = await openBrowser()
  for (const stop of stops) {
    const person = people.find(stop.who)
    if (!person) throw new Error(`the demo has nobody for ${stop.name}`)
    for (const look of looks) {
      const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, locale: 'ru-RU', colorScheme: look.dark ? 'dark' : 'light' })
      const page = await signIn(context, url, { oid: person.oid, profile: stop.profile })
      await page.waitForURL(/\/as\//)
      const base = /^.*\/as\/[^/]+\/[^/]+/.exec(page.url())![0]
      for (const path of stop.pages) {
        await page.goto(`${base}/${path}`)
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: `${out}/${stop.name}-${path.replaceAll('/', '-')}-${look.name}.png` })
      }
      await context.close()
    }
    console.log(`${stop.name}: ${stop.pages.length * looks.length} pictures`)
  }
  await browser.close()
  console.log(`pictures are in ${out}`)
}

await tour()

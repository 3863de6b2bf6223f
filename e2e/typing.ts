// not messages: invented people and what they type
import { fictionalSnils, newId } from '@school/contract'
import type { StandPerson } from '@school/esia-stand'
import { aMarkingRule, aWork, aWorkType } from '@school/journal/testing'
import { aClass, anEmployee, aPerson, aPupil, aSchool, aSubject } from '@school/registry/testing'
import { aClassSetting, aCourse, aLesson, aYear } from '@school/schedule/testing'
import type { Builder } from '@school/testing'
import type { Page } from 'playwright-core'
import { testToday } from '../apps/server/testing.ts'
import { storyWorld } from './story-world.ts'

/** Milliseconds of the processor in the longest task after a key. */
export interface Typing { readonly keys: number; readonly median: number; readonly p95: number; readonly longest: number; readonly overLimit: number }

export const typingLimitMs = 50
export const pageSize = { pupils: 40, lessons: 100, aDay: 4 } as const
export const typedColumns = 5
export const slowdown = 4
/** Between two keys of a quick typist. */
const pauseMs = 60

const teacher: StandPerson = {
  oid: '1000700011', lastName: 'Лугова', firstName: 'Вера', middleName: 'Павловна', gender: 'F', birthDate: '1985-03-22', snils: fictionalSnils(700_011), confirmed: true, kids: [], organisations: [], school: 'Люди истории', group: 'Все', label: 'учитель',
}

/** School days before today, newest first. */
function* schoolDays(): Generator<string> {
  for (let day = new Date(Date.parse(testToday) - 86_400_000); ; day = new Date(day.getTime() - 86_400_000)) if (day.getUTCDay() % 6 !== 0) yield day.toISOString().slice(0, 10)
}

/** A class of forty whose journal page holds a hundred lessons, a third of its cells filled. */
async function aFullPage(make: Builder): Promise<{ school: string; course: string }> {
  const { id: school } = await aSchool(make)
  const year = await aYear(make, school)
  const person = await aPerson(make, { last_name: teacher.lastName, first_name: teacher.firstName, middle_name: teacher.middleName, birth_date: teacher.birthDate, gender: teacher.gender, snils: teacher.snils })
  await anEmployee(make, school, 'teacher', person.id)
  const classUnit = await aClass(make, school)
  await aClassSetting(make, school, classUnit.id, year)
  const pupils = []
  for (let n = 0; n < pageSize.pupils; n++) pupils.push((await aPupil(make, school, classUnit.id, { last_name: `Ученик${String(n).padStart(2, '0')}` })).id)
  const course = await aCourse(make, school, { groupId: classUnit.id, subjectId: (await aSubject(make, school, 'Алгебра')).id, teacherIds: [person.id] })
  const type = await aWorkType(make, school, { name: 'Ответ на уроке' })
  await aMarkingRule(make, school)
  const days = schoolDays()
  for (let n = 0, day = ''; n < pageSize.lessons; n++) {
    if (n % pageSize.aDay === 0) day = days.next().value as string
    const lesson = await aLesson(make, school, course.id, day, pageSize.aDay - n % pageSize.aDay)
    const work = await aWork(make, school, lesson, type.id, person.id)
    if (n < typedColumns) continue // the columns that are typed into are empty
    for (const [row, student_id] of pupils.entries()) {
      if ((row + n) % 3 === 0) await make.insert('journal.mark', { school_id: school, id: newId(), work_id: work.id, lesson_id: lesson.id, course_id: course.id, date: lesson.date, student_id, value: String(2 + (row * 7 + n) % 4), revision: 1, put_by: person.id, put_at: new Date(`${day}T08:00:00Z`) })
    }
  }
  return { school, course: course.id }
}

/** Types a mark into every cell of the newest columns, down each of them. */
async function typeCells(page: Page): Promise<void> {
  const first = pageSize.lessons - typedColumns
  await page.locator(`[role="grid"] [data-r="0"] [data-c="${first}"]`).click()
  for (let column = 0; column < typedColumns; column++) {
    if (column > 0) { await page.keyboard.press('Control+ArrowUp'); await page.keyboard.press('ArrowRight') }
    for (let row = 0; row < pageSize.pupils; row++) {
      await page.keyboard.press(String(2 + (row + column) % 4))
      await page.waitForTimeout(pauseMs)
      if (row < pageSize.pupils - 1) { await page.keyboard.press('ArrowDown'); await page.waitForTimeout(pauseMs) }
    }
  }
}

interface Event { readonly name: string; readonly ts: number; readonly dur?: number; readonly tdur?: number; readonly pid: number; readonly tid: number; readonly args?: { readonly data?: { readonly type?: string } } }

/** The longest task of the page's main thread after each key until the next one, in its own time of the processor: a busy machine changes nothing. */
function longestTasks(trace: Buffer): number[] {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: Event[] }
  const presses = events.filter((one) => one.name === 'EventDispatch' && one.args?.data?.type === 'keydown').toSorted((a, b) => a.ts - b.ts)
  const [main] = presses
  if (!main) throw new Error('the trace knows of no key')
  const tasks = events.filter((one) => one.name === 'RunTask' && one.pid === main.pid && one.tid === main.tid)
  return presses.map(({ ts }, n) => {
    const next = presses[n + 1]?.ts ?? Infinity
    return Math.max(0, ...tasks.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts < next).map((task) => (task.tdur ?? 0) / 1000))
  })
}

/** Types two hundred marks into a page of forty by a hundred on a slow processor. */
export async function measureTyping(): Promise<Typing> {
  await using world = await storyWorld([teacher])
  const { school, course } = await aFullPage(world.make)
  const page = await world.enters(teacher, 'staff')
  await page.goto(`${world.url}/as/teacher/${school}/journal/${course}`)
  await page.locator('[role="grid"] [data-r="0"]').waitFor()
  await page.waitForTimeout(1500)
  const wire = await page.context().newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  await typeCells(page)
  const trace = await browser.stopTracing()
  const marks = await page.locator(`[role="grid"] [data-c="${pageSize.lessons - 1}"]:not(:empty)`).count()
  
  if (marks !== pageSize.pupils) throw new Error(`${marks} of ${pageSize.pupils} marks stand in the last column`)
  const longest = longestTasks(trace).toSorted((a, b) => a - b)
  const at = (part: number) => longest[Math.min(longest.length - 1, Math.floor(longest.length * part))] ?? 0
  return { keys: longest.length, median: at(0.5), p95: at(0.95), longest: at(1), overLimit: longest.filter((ms) => ms > typingLimitMs).length }
}

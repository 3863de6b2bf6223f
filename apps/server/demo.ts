import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { seeded } from '@school/names'
import type { StandPerson } from '@school/esia-stand'
import type { Config } from './config.ts'
import { openCountry, type Place } from './demo/country.ts'
import { fillLessons } from './demo/life.ts'
import { People } from './demo/people.ts'
import { askAround } from './demo/requests.ts'
import { buildCollege, buildSchool, isoDay, listPeople, workTypesOf, type BuiltSchool } from './demo/school.ts'
import { collegeRows } from './demo/college.ts'
import { Numbers } from './demo/school-plan.ts'
import { Stage } from './demo/stage.ts'
import { peopleFile } from './stand.ts'

export interface DemoPerson { readonly name: string; readonly role: string; readonly place: string }

const day = 86_400_000
const moscow = (at: Date) => new Date(at.getTime() + 3 * 3_600_000).toISOString()

/** Builds the demo country in an empty database, returns at once in a full one; people to show on the first page of a start. */
export async function buildDemo(config: Config, progress: (words: string) => void, seed = 14, now = new Date()): Promise<readonly DemoPerson[]> {
  if (await isFull(config.ownerUrl)) return shown(config)
  const today = moscow(now).slice(0, 10)
  const stage = await Stage.open(config.appUrl, now)
  try {
    await build(stage, config, progress, seed, now, today)
  } finally {
    await stage.close()
  }
  return shown(config)
}

async function build(stage: Stage, config: Config, progress: (words: string) => void, seed: number, now: Date, today: string): Promise<void> {
  const random = seeded(seed)
  const [numbers, people] = [new Numbers(), new People()]
  progress('region, curators, six schools')
  const country = await openCountry(stage, random, numbers, people)
  const [large, gymnasium, third, college, rural, empty] = country.schools as [Place, Place, Place, Place, Place, Place]
  progress('school of a thousand: lists and timetable')
  const main = await buildSchool(stage, large, { grades: { 1: 4, 2: 4, 3: 4, 4: 4, 5: 3, 6: 3, 7: 3, 8: 3, 9: 3, 10: 3, 11: 2 }, pupils: 1000, buildings: ['Главный корпус', 'Начальная школа'], divide: true, hoursPerTeacher: 21 }, today, random, numbers)
  const fill = async (built: BuiltSchool, from: string, to: string, salt: number) => fillLessons(config.ownerUrl, built.place.schoolId, from, to, moscow(now).slice(11, 16), today, await workTypesOf(stage, built.place.schoolId, built.deputyId), seed * 100 + salt)
  await stage.composed.worker.settle()
  progress('lessons, marks, homework since September')
  await fill(main, '2026-09-01', today, 1)
  listPeople(people, main, ['1А', '5А', '7А', '7Б', '9В', '11А'])
  progress('five more schools')
  const shapes = [[gymnasium, { 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 11: 1 }, 150], [third, { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1 }, 160], [rural, { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1 }, 38]] as const
  for (const [i, [place, grades, pupils]] of shapes.entries()) {
    const built = await buildSchool(stage, place, { grades, pupils, buildings: ['Школа'], divide: false, hoursPerTeacher: 24 }, today, random, numbers)
    await stage.composed.worker.settle()
    await fill(built, isoDay(Date.parse(today) - 14 * day), today, 2 + i)
    listPeople(people, built, place === rural ? 'all' : [])
  }
  await buildCollege(stage, college, today, collegeRows(random, numbers))
  progress('people who ask to join')
  await askAround(stage, main, empty, random, numbers, people)
  await stage.composed.worker.settle()
  await stage.forgetSessions()
  feature(people, main)
  writeFileSync(peopleFile(config), JSON.stringify(people.all, null, 1), { mode: 0o600 })
}

/** The people a visitor meets first. */
function feature(people: People, main: BuiltSchool): void {
  const mark = (snils: string | undefined, hint: string) => {
    const at = people.all.findIndex((one) => one.snils === snils)
    if (at >= 0) people.all[at] = { ...people.all[at]!, featured: true, hint }
  }
  const seventh = main.plan.classes.find((one) => one.title === '7Б')
  mark(main.plan.loads.find((load) => load.classTitle === '7Б' && load.subject === 'Алгебра')?.teacher.snils, 'ведёт алгебру в 7Б')
  mark(seventh?.pupils[0]?.person.snils, 'дневник 7Б')
  mark(seventh?.pupils[0]?.guardians[0]?.person.snils, 'родитель ученика 7Б')
  mark(seventh?.homeroom.snils, 'классный руководитель 7Б')
}

function shown(config: Config): DemoPerson[] {
  const file = peopleFile(config)
  const people = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as StandPerson[] : []
  return people.filter((one) => one.featured).map((one) => ({ name: [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' '), role: one.label, place: one.school }))
}

async function isFull(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query('select 1 from registry.region limit 1')).rowCount === 1
  } finally {
    await client.end()
  }
}

import { newId } from '@school/contract'
import { getSettings } from '@school/journal/contract'
import type { Random } from '@school/names'
import { putEmployment } from '@school/registry/contract'
import { confirmImport, makeLessons, openYear, putSpecialDay, uploadRoster, uploadTimetable } from '@school/schedule/contract'
import type { Place } from './country.ts'
import { fetFileOf, workbookOf } from './files.ts'
import type { People } from './people.ts'
import { dataOf } from './people.ts'
import { planSchool, type Numbers, type PlannedPerson, type SchoolPlan, type SchoolShape } from './school-plan.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000
export const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

export interface BuiltSchool { readonly place: Place; readonly plan: SchoolPlan; readonly principal: PlannedPerson; readonly deputy: PlannedPerson; readonly deputyId: string }

/** A school as its administrator connects it: year, workbook, timetable file, lessons since September. */
export async function buildSchool(stage: Stage, place: Place, shape: Omit<SchoolShape, 'year' | 'title'>, today: string, random: Random, numbers: Numbers): Promise<BuiltSchool> {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0)
  const plan = planSchool({ ...shape, title: place.title, year }, random, numbers)
  const admin = await stage.as(place.adminId, 'schoolAdmin')
  const params = { schoolId: place.schoolId }
  await admin.call(openYear, { params: { ...params, year }, body: { weekDays: 5 } })
  await makeTodayASchoolDay(admin, params.schoolId, today)
  await importFile(admin, params.schoolId, uploadRoster, 'Списки школы.xlsx', await workbookOf(plan))
  await importFile(admin, params.schoolId, uploadTimetable, 'Расписание.fet', fetFileOf(plan))
  await admin.call(makeLessons, { params, body: { from: `${year}-09-01`, to: isoDay(Date.parse(today) + 28 * day) } })
  const [principal, deputy] = [plan.teachers.at(-1)!.person, plan.teachers.at(-2)!.person]
  const hire = async (person: PlannedPerson, role: 'principal' | 'deputyHead', position: string) =>
    (await admin.call(putEmployment, { params: { ...params, id: newId() }, body: { who: { personId: newId(), data: dataOf(person) }, role, position, validFrom: `${year}-09-01`, basedOn: null } })).person.id
  await hire(principal, 'principal', 'директор')
  const deputyId = await hire(deputy, 'deputyHead', 'заместитель директора по учебной работе')
  return { place, plan, principal, deputy, deputyId }
}

type Admin = Awaited<ReturnType<Stage['as']>>

async function importFile(admin: Admin, schoolId: string, route: typeof uploadRoster | typeof uploadTimetable, name: string, bytes: Uint8Array | string): Promise<void> {
  const id = newId()
  const proposed = await admin.upload(route, { schoolId, id }, name, bytes)
  if (proposed.state !== 'ready') throw new Error(`demo: ${name} is ${proposed.state}: ${JSON.stringify(proposed.errors.slice(0, 3))} ${JSON.stringify(proposed.mapping.filter((one) => one.target === null).slice(0, 3))}`)
  await admin.call(confirmImport, { params: { schoolId, id } })
}

/** On a holiday or a Sunday the demo calendar teaches by another weekday, so that there is always a day to look at. */
async function makeTodayASchoolDay(admin: Admin, schoolId: string, today: string): Promise<void> {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  await admin.call(putSpecialDay, { params: { schoolId, date: today }, body: { kind: 'asWeekday', asWeekday: weekday === 0 || weekday === 6 ? 2 : weekday, name: '' } })
}

/** A small college: two groups by course, a few teachers, lists without a timetable yet. */
export async function buildCollege(stage: Stage, place: Place, today: string, rows: Parameters<typeof import('@school/schedule/testing').writeTemplate>[0]): Promise<void> {
  const { writeTemplate } = await import('@school/schedule/testing')
  const admin = await stage.as(place.adminId, 'schoolAdmin')
  await admin.call(openYear, { params: { schoolId: place.schoolId, year: Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0) }, body: { weekDays: 6 } })
  await importFile(admin, place.schoolId, uploadRoster, 'Группы.xlsx', await writeTemplate(rows))
}

/** Puts the people of a school into the list of the stand: all staff, and pupils with families of the given classes. */
export function listPeople(people: People, built: BuiltSchool, classTitles: readonly string[] | 'all'): void {
  const school = built.place.title
  const organisation = [{ oid: built.place.schoolId.replace(/\D/g, '').slice(0, 9), fullName: school, shortName: school, ogrn: '' }]
  people.add(built.deputy, { school, group: 'Администрация', label: 'завуч', organisations: organisation, featured: classTitles !== 'all' })
  people.add(built.principal, { school, group: 'Администрация', label: 'директор', organisations: organisation })
  for (const { person, position } of built.plan.teachers) {
    const leads = built.plan.classes.find((one) => one.homeroom.snils === person.snils)
    people.add(person, { school, group: 'Учителя', label: leads ? `${position}, классный руководитель ${leads.title}` : position, organisations: organisation })
  }
  for (const one of built.plan.classes.filter((one) => classTitles === 'all' || classTitles.includes(one.title))) {
    for (const { person, guardians } of one.pupils) {
      const child = people.add(person, { school, group: `Класс ${one.title}`, label: `ученик ${one.title}`, className: one.title })
      for (const guardian of guardians) {
        const known = people.all.find((other) => other.snils === guardian.person.snils)
        if (known) (known.kids as string[]).push(child.oid)
        else people.add(guardian.person, { school, group: `Родители ${one.title}`, label: guardian.kind, kids: [child.oid] })
      }
    }
  }
}

export async function workTypesOf(stage: Stage, schoolId: string, deputyId: string) {
  const settings = await (await stage.as(deputyId, 'deputyHead')).call(getSettings, { params: { schoolId } })
  return settings.workTypes
}

import { newId } from '@school/contract'
import { getSettings } from '@school/journal/contract'
import { putEmployment } from '@school/registry/contract'
import { confirmImport, makeLessons, openYear, putSpecialDay, uploadRoster, uploadTimetable } from '@school/schedule/contract'
import { writeTemplate } from '@school/schedule/testing'
import { collegeRows, planCollege } from './college.ts'
import type { Place } from './country.ts'
import { twoWeeksAgo } from './days.ts'
import { fetFileOf, workbookOf } from './files.ts'
import type { Making } from './making.ts'
import type { People } from './people.ts'
import { dataOf } from './people.ts'
import { Numbers, type PlannedPerson, type SchoolPlan } from './school-plan.ts'
import { placeOf, shapes, type ShapedSchool, type TeachingPlace } from './shapes.ts'
import type { Stage } from './stage.ts'

export interface BuiltSchool { readonly place: Place; readonly plan: SchoolPlan; readonly principal: PlannedPerson; readonly deputy: PlannedPerson }

/** A school as its administrator connects it: year, workbook, timetable file, lessons of the last two weeks and the next ones. */
export async function buildSchool(making: Making, name: ShapedSchool): Promise<BuiltSchool> {
  const place = making.country.schools[shapes[name].at]!
  const plan = making.planOf(name)
  const admin = await making.stage.as(place.adminId, 'schoolAdmin')
  const params = { schoolId: place.schoolId }
  await admin.call(openYear, { params: { ...params, year: making.year }, body: { weekDays: 5 } })
  await makeTodayASchoolDay(admin, params.schoolId, making.today)
  await importFile(admin, params.schoolId, uploadRoster, 'Списки школы.xlsx', await workbookOf(plan))
  await importFile(admin, params.schoolId, uploadTimetable, 'Расписание.fet', fetFileOf(plan))
  await makeLessonsOf(making, name, twoWeeksAgo(making), making.today)
  const [principal, deputy] = [plan.teachers.at(-1)!.person, plan.teachers.at(-2)!.person]
  const ids = making.ids(40 + shapes[name].at)
  const hire = (person: PlannedPerson, role: 'principal' | 'deputyHead', position: string) =>
    admin.call(putEmployment, { params: { ...params, id: ids() }, body: { who: { personId: ids(), data: dataOf(person) }, role, position, validFrom: `${making.year}-09-01`, basedOn: null } })
  await hire(principal, 'principal', 'директор')
  await hire(deputy, 'deputyHead', 'заместитель директора по учебной работе')
  return { place, plan, principal, deputy }
}

/** Makes the lessons of past days from the timetable. */
export async function makeLessonsOf(making: Making, name: TeachingPlace, from: string, to: string): Promise<void> {
  const place = making.country.schools[placeOf[name]]!
  await (await making.stage.as(place.adminId, 'schoolAdmin')).call(makeLessons, { params: { schoolId: place.schoolId }, body: { from, to } })
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

/** A small college: groups by course, a six-day week, the lessons of the last two weeks and the next ones. */
export async function buildCollege(making: Making): Promise<void> {
  const place = making.country.schools[placeOf.college]!
  const plan = planCollege(place.title, making.year, making.random(13), new Numbers(8000))
  const admin = await making.stage.as(place.adminId, 'schoolAdmin')
  await admin.call(openYear, { params: { schoolId: place.schoolId, year: making.year }, body: { weekDays: 6 } })
  await makeTodayASchoolDay(admin, place.schoolId, making.today)
  await importFile(admin, place.schoolId, uploadRoster, 'Группы.xlsx', await writeTemplate(collegeRows(plan)))
  await importFile(admin, place.schoolId, uploadTimetable, 'Расписание.fet', fetFileOf(plan, 6))
  await makeLessonsOf(making, 'college', twoWeeksAgo(making), making.today)
  const ids = making.ids(43)
  const deputy = plan.teachers.at(-1)!.person
  await admin.call(putEmployment, { params: { schoolId: place.schoolId, id: ids() }, body: { who: { personId: ids(), data: dataOf(deputy) }, role: 'deputyHead', position: 'заместитель директора по учебной работе', validFrom: `${making.year}-09-01`, basedOn: null } })
  listCollege(making.people, place, plan, deputy)
}

function listCollege(people: People, { title: school }: Place, plan: SchoolPlan, deputy: PlannedPerson): void {
  people.add(deputy, { school, group: 'Администрация', label: 'завуч' })
  for (const { person, position } of plan.teachers) {
    const leads = plan.classes.find((one) => one.homeroom.snils === person.snils)
    people.add(person, { school, group: 'Преподаватели', label: leads ? `${position}, куратор группы ${leads.title}` : position })
  }
  for (const one of plan.classes) for (const { person } of one.pupils) people.add(person, { school, group: `Группа ${one.title}`, label: `студент ${one.title}`, className: one.title })
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

export async function workTypesOf(stage: Stage, schoolId: string, adminId: string) {
  const settings = await (await stage.as(adminId, 'schoolAdmin')).call(getSettings, { params: { schoolId } })
  return settings.workTypes
}

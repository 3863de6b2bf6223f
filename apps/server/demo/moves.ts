import { putBroughtMark } from '@school/journal/contract'
import { makePerson } from '@school/names'
import { enrolPupil, getGroup, getPerson, listClasses, listGroups, listPeople, listSubjects, putGroupMembers, putGuardianship, transferPupil } from '@school/registry/contract'
import type { Place } from './country.ts'
import type { Making } from './making.ts'
import { dataOf } from './people.ts'
import { Numbers, type PlannedPerson, type PlannedPupil } from './school-plan.ts'
import { placeOf, type ShapedSchool } from './shapes.ts'

type Admin = Awaited<ReturnType<Making['stage']['as']>>
interface At { readonly admin: Admin; readonly place: Place; readonly schoolId: string }

const newNumbers = 9500 // beyond every list of a school
const fullName = (one: PlannedPerson) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')

async function at(making: Making, name: ShapedSchool): Promise<At> {
  const place = making.country.schools[placeOf[name]]!
  return { admin: await making.stage.as(place.adminId, 'schoolAdmin'), place, schoolId: place.schoolId }
}

const pupilsOf = (making: Making, name: ShapedSchool, title: string): readonly PlannedPupil[] => making.planOf(name).classes.find((one) => one.title === title)!.pupils

async function personIn({ admin, schoolId }: At, person: PlannedPerson, relation: 'pupil' | 'guardian' = 'pupil'): Promise<string> {
  const { rows } = await admin.call(listPeople, { params: { schoolId }, query: { relation, search: fullName(person) } })
  return rows[0]!.id
}

/** 7 «Б» and 7Б are one class. */
const bare = (name: string) => name.replace(/[«» ]/g, '')

async function classIn({ admin, schoolId }: At, title: string, year: number): Promise<string> {
  return (await admin.call(listClasses, { params: { schoolId }, query: { year } })).find((one) => bare(one.name) === title)!.id
}

/** A child of the same surname and patronymic as a pupil of the large school. */
function siblingOf(making: Making, { person }: PlannedPupil, salt: number, born: number): PlannedPerson {
  const named = makePerson(making.random(salt), { birthYear: born, gender: person.gender })
  return { ...new Numbers(newNumbers + salt).person(named), lastName: person.lastName, middleName: person.middleName }
}

/** A mother of the large school has her other child at the gymnasium: one parent, two schools. */
export async function bringSibling(making: Making): Promise<void> {
  const here = await at(making, 'gymnasium')
  const elder = pupilsOf(making, 'large', '7Б')[1]!
  const mother = elder.guardians[0]!.person
  const [ids, child] = [making.ids(70), siblingOf(making, elder, 20, making.year - 12)]
  const [enrolmentId, studentId, guardianshipId, motherId] = [ids(), ids(), ids(), ids()]
  const validFrom = `${making.year}-09-01`
  await here.admin.call(enrolPupil, { params: { schoolId: here.schoolId, id: enrolmentId }, body: { who: { personId: studentId, data: dataOf(child) }, classId: await classIn(here, '6', making.year), orderNumber: '31-у', orderDate: validFrom, validFrom } })
  const known = await here.admin.call(getPerson, { params: { schoolId: here.schoolId, personId: studentId } })
  if (known.guardians.length === 0) await here.admin.call(putGuardianship, { params: { schoolId: here.schoolId, id: guardianshipId }, body: { studentId, who: { personId: motherId, data: dataOf(mother) }, basis: 'parent', document: 'Свидетельство о рождении', restricted: false, validFrom, basedOn: null } })
  const kid = making.people.add(child, { school: here.place.title, group: 'Класс 6', label: 'ученик 6', className: '6' })
  const index = making.people.all.findIndex((one) => one.snils === mother.snils)
  if (index >= 0) making.people.all[index] = { ...making.people.all[index]!, featured: true, hint: 'дети в двух школах', kids: [...new Set([...making.people.all[index]!.kids, kid.oid])] }
}

/** In November one pupil changes the class, another comes from a school of another region with marks of the first weeks. */
export async function moveInNovember(making: Making): Promise<void> {
  const from = `${making.year}-11-10`
  if (making.today <= from) return
  const here = await at(making, 'large')
  await changeClass(making, here, from)
  await comeWithMarks(making, here, from)
}

async function changeClass(making: Making, here: At, from: string): Promise<void> {
  const { admin, schoolId } = here
  const moved = pupilsOf(making, 'large', '7А').at(-1)!.person
  const personId = await personIn(here, moved)
  const card = await admin.call(getPerson, { params: { schoolId, personId } })
  const [open] = card.enrolments.filter((one) => one.validTo === null)
  if (!open || card.enrolments.length > 1) return
  await admin.call(transferPupil, { params: { schoolId, id: open.id }, body: { newId: making.ids(71)(), classId: await classIn(here, '7Б', making.year), orderNumber: '58-у', orderDate: `${making.year}-11-09`, validFrom: from, basedOn: open.revision } })
  await joinGroups(here, '7Б', personId, from)
}

/** The first part of every divided subject takes one more. */
async function joinGroups({ admin, schoolId }: At, classTitle: string, personId: string, from: string): Promise<void> {
  const groups = (await admin.call(listGroups, { params: { schoolId }, query: {} })).filter((one) => one.name.startsWith(`${classTitle} `) && one.name.endsWith(' 1'))
  for (const { id } of groups) {
    const { group, members } = await admin.call(getGroup, { params: { schoolId, groupId: id }, query: { date: from } })
    await admin.call(putGroupMembers, { params: { schoolId, groupId: id }, body: { from, memberIds: [...new Set([...members.map((one) => one.id), personId])], basedOn: group.revision } })
  }
}

async function comeWithMarks(making: Making, here: At, from: string): Promise<void> {
  const { admin, schoolId } = here
  const ids = making.ids(72)
  const random = making.random(21)
  const child = new Numbers(newNumbers + 21).person(makePerson(random, { birthYear: making.year - 13, gender: 'female' }))
  const [enrolmentId, studentId] = [ids(), ids()]
  await admin.call(enrolPupil, { params: { schoolId, id: enrolmentId }, body: { who: { personId: studentId, data: dataOf(child) }, classId: await classIn(here, '7Б', making.year), orderNumber: '59-у', orderDate: from, validFrom: from } })
  await joinGroups(here, '7Б', studentId, from)
  making.people.add(child, { school: here.place.title, group: 'Класс 7Б', label: 'ученица 7Б, пришла в ноябре', className: '7Б', hint: 'отметки прежней школы', featured: true })
  const deputy = making.planOf('large').teachers.at(-2)!.person
  const office = await making.stage.as((await admin.call(listPeople, { params: { schoolId }, query: { relation: 'staff', search: fullName(deputy) } })).rows[0]!.id, 'deputyHead')
  const subjects = new Map((await admin.call(listSubjects, { params: { schoolId } })).map((one) => [one.name, one.id]))
  for (const [subject, marks] of [['Алгебра', '454'], ['Русский язык', '5445'], ['История', '45'], ['Физика', '34']] as const) {
    for (const [i, value] of [...marks].entries()) {
      await office.call(putBroughtMark, { params: { schoolId, studentId, markId: ids() }, body: { subjectId: subjects.get(subject)!, date: `${making.year}-${i % 2 === 0 ? '09' : '10'}-${String(10 + i * 4)}`, value: value as '4', weight: 1, source: 'МБОУ «Школа № 2» г. Тулы: выписка текущих отметок', basedOn: null } })
    }
  }
}

/** A guardian whom the school has entered twice, once for each of the children. */
export async function enterGuardianTwice(making: Making): Promise<void> {
  const here = await at(making, 'large')
  const [ids, random] = [making.ids(73), making.random(22)]
  const { snils: _snils, ...guardian } = new Numbers(newNumbers + 22).person(makePerson(random, { birthYear: making.year - 62, gender: 'female' }))
  for (const title of ['5А', '7А']) {
    const studentId = await personIn(here, pupilsOf(making, 'large', title)[0]!.person)
    const [id, personId] = [ids(), ids()]
    await here.admin.call(putGuardianship, { params: { schoolId: here.schoolId, id }, body: { studentId, who: { personId, data: { ...dataOf({ ...guardian, snils: '' }), snils: null } }, basis: 'representative', document: 'Доверенность', restricted: false, validFrom: `${making.year}-09-01`, basedOn: null } })
  }
}

/** A pupil of the gymnasium whom another town's school has entered without a СНИЛС: two schools, one child. */
export async function enterPupilTwice(making: Making): Promise<void> {
  const here = await at(making, 'third')
  const ids = making.ids(74)
  const child = making.planOf('gymnasium').classes.find((one) => one.title === '6')!.pupils[2]!.person
  const [id, personId] = [ids(), ids()]
  await here.admin.call(enrolPupil, { params: { schoolId: here.schoolId, id }, body: { who: { personId, data: { ...dataOf(child), snils: null, middleName: null } }, classId: await classIn(here, '6', making.year), orderNumber: '12-у', orderDate: null, validFrom: `${making.year}-09-01` } })
}

import { askToJoin } from '@school/identity/contract'
import { identityFace } from '@school/identity/server'
import { makePerson } from '@school/names'
import { registryFace } from '@school/registry/server'
import { writing } from '@school/server'
import { day } from './days.ts'
import type { Making } from './making.ts'
import { dataOf } from './people.ts'
import { Numbers, type PlannedPerson, type PlannedPupil } from './school-plan.ts'

/** How what Госуслуги say of a child differs from the lists of the school. */
const twists: readonly { readonly label: string; of(child: PlannedPerson): Partial<PlannedPerson> }[] = [
  { label: 'данные совпали', of: () => ({}) },
  { label: 'опечатка в отчестве', of: ({ middleName }) => ({ middleName: middleName?.replace(/(.)(.)(вич|вна|ич)$/, '$2$1$3') ?? null }) },
  { label: 'в дате рождения переставлены цифры', of: ({ birthDate }) => ({ birthDate: birthDate.endsWith('1') ? `${birthDate.slice(0, 8)}${birthDate.slice(9)}${birthDate[8]}`.replace(/-(4|5|6|7|8|9)(.)$/, '-1$2') : `${birthDate.slice(0, 9)}1` }) },
  { label: 'другая фамилия после переезда', of: ({ lastName }) => ({ lastName: lastName.endsWith('а') ? 'Северская' : 'Северский' }) },
]

/** People at the door: parents whose data agree and whose data do not, teachers who want to join; and those a visitor may play. */
export async function askAround(making: Making): Promise<void> {
  const { people } = making
  const [random, numbers] = [making.random(2), new Numbers(9000)]
  const empty = making.country.schools[5]!
  const adult = (gender: 'male' | 'female') => numbers.person(makePerson(random, { birthYear: 1978 + Math.floor(random() * 14), gender }))
  await askForChildren(making, adult)
  await askForStaff(making, adult)
  making.stage.setNow(making.now)
  people.add(adult('female'), { school: 'Без школы', group: 'Новые', label: 'педагог, ещё не в школе', hint: `попросится в «${empty.title}»`, featured: true })
  const child = numbers.person(makePerson(random, { birthYear: 2014 }))
  const kid = people.add(child, { school: 'Без школы', group: 'Дети', label: 'ребёнок до 14 лет' })
  people.add(adult('female'), { school: 'Без школы', group: 'Новые', label: 'родитель с ребёнком', kids: [kid.oid] })
  people.add(adult('male'), { school: 'Без школы', group: 'Новые', label: 'неподтверждённая учётная запись', confirmed: false, hint: 'вход откажет и объяснит почему' })
}

type Adult = (gender: 'male' | 'female') => PlannedPerson

/** Fathers whom the school's list does not know; their children come from Госуслуги, the last ones are typed without СНИЛС. */
async function askForChildren(making: Making, adult: Adult): Promise<void> {
  const { stage, people } = making
  const { schoolId, title } = making.country.schools[0]!
  const newId = making.ids(2)
  const lonely = making.planOf('large').classes.filter((one) => one.grade >= 2).flatMap((one) => one.pupils.filter((pupil) => pupil.guardians.length === 1).slice(0, 1).map((pupil) => ({ one, pupil })))
  for (const [i, { one, pupil }] of lonely.slice(0, 10).entries()) {
    const father = adult('male')
    const twist = i < 8 ? twists[i % twists.length]! : null
    stage.setNow(new Date(making.now.getTime() - (i % 5) * day))
    const personId = await newcomer(making, father, newId)
    const kidOid = twist ? await noteKid(making, personId, pupil, twist.of(pupil.person), String(3_000_000 + i)) : null
    const { lastName, firstName, middleName, birthDate } = pupil.person
    const child = { child: { lastName, firstName, middleName, birthDate, snils: null }, kidOid, basis: 'parent' as const, classId: null }
    await (await stage.as(personId)).call(askToJoin, { params: { schoolId, id: newId() }, body: { kind: 'child', child } })
    people.add(father, { school: title, group: 'Ждут подтверждения', label: `родитель, ${one.title}`, hint: twist?.label ?? 'СНИЛС ребёнка не указан' })
  }
}

async function noteKid(making: Making, parentId: string, { person }: PlannedPupil, differently: Partial<PlannedPerson>, oid: string): Promise<string> {
  const { lastName, firstName, middleName, birthDate, gender, snils } = { ...person, ...differently }
  await writing(making.stage.composed.kit, {}, (work) => identityFace.noteKids(work, parentId, [{ oid, lastName, firstName, middleName, birthDate, gender: gender === 'male' ? 'M' : 'F', snils }]))
  return oid
}

async function askForStaff(making: Making, adult: Adult): Promise<void> {
  const { stage, people } = making
  const { schoolId, title } = making.country.schools[0]!
  const newId = making.ids(4)
  const wishes = [['учитель физической культуры', 'С 1 декабря, вместо уходящего коллеги'], ['учитель математики', 'Нагрузка 18 часов, 5–7 классы'], ['педагог-психолог', '']] as const
  for (const [i, [position, wish]] of wishes.entries()) {
    const teacher = adult(i === 0 ? 'male' : 'female')
    stage.setNow(new Date(making.now.getTime() - (i + 1) * day))
    const asker = await stage.as(await newcomer(making, teacher, newId))
    await asker.call(askToJoin, { params: { schoolId, id: newId() }, body: { kind: 'staff', staff: { role: i === 2 ? 'staff' : 'teacher', position, wish } } })
    people.add(teacher, { school: title, group: 'Ждут подтверждения', label: position })
  }
}

const newcomer = (making: Making, person: PlannedPerson, newId: () => string): Promise<string> =>
  writing(making.stage.composed.kit, {}, async (work) => (await registryFace.ensurePerson(work, newId(), dataOf(person))).id)

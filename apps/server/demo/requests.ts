import { askToJoin } from '@school/identity/contract'
import { makePerson } from '@school/names'
import { registryFace } from '@school/registry/server'
import { writing } from '@school/server'
import type { Making } from './making.ts'
import { dataOf } from './people.ts'
import { Numbers, type PlannedPerson } from './school-plan.ts'

/** People at the door: parents whose data agree and whose data do not, teachers who want to join; and those a visitor may play. */
export async function askAround(making: Making): Promise<void> {
  const { stage, people } = making
  const [random, numbers, newId] = [making.random(2), new Numbers(9000), making.ids(2)]
  const [{ schoolId, title }, empty] = [making.country.schools[0]!, making.country.schools[5]!]
  const plan = making.planOf('large')
  const newcomer = async (person: PlannedPerson) => writing(stage.composed.kit, {}, async (work) => {
    const row = await registryFace.ensurePerson(work, newId(), dataOf(person))
    return row.id
  })
  const adult = (gender: 'male' | 'female') => numbers.person(makePerson(random, { birthYear: 1978 + Math.floor(random() * 14), gender }))
  const lonely = plan.classes.filter((one) => one.grade >= 2).flatMap((one) => one.pupils.filter((pupil) => pupil.guardians.length === 1).slice(0, 1).map((pupil) => ({ one, pupil })))
  for (const [i, { one, pupil }] of lonely.slice(0, 9).entries()) {
    const father = adult('male')
    const child = pupil.person
    const named = { lastName: child.lastName, firstName: child.firstName, middleName: child.middleName, birthDate: child.birthDate, snils: child.snils }
    const given = i % 3 === 1 ? { ...named, middleName: named.middleName?.replace(/е/, 'и') ?? null, birthDate: named.birthDate } : i % 3 === 2 ? { ...named, snils: null } : named
    const asker = await stage.as(await newcomer(father))
    await asker.call(askToJoin, { params: { schoolId, id: newId() }, body: { kind: 'child', child: { child: given, kidOid: null, basis: 'parent', classId: null } } })
    people.add(father, { school: title, group: 'Ждут подтверждения', label: `родитель, ${one.title}` })
  }
  for (let i = 0; i < 3; i++) {
    const teacher = adult(i === 0 ? 'male' : 'female')
    const asker = await stage.as(await newcomer(teacher))
    await asker.call(askToJoin, { params: { schoolId, id: newId() }, body: { kind: 'staff', staff: { role: 'teacher', position: ['учитель физической культуры', 'учитель математики', 'педагог-психолог'][i]!, wish: '' } } })
    people.add(teacher, { school: title, group: 'Ждут подтверждения', label: 'педагог' })
  }
  people.add(adult('female'), { school: 'Без школы', group: 'Новые', label: 'педагог, ещё не в школе', hint: `попросится в «${empty.title}»`, featured: true })
  const child = numbers.person(makePerson(random, { birthYear: 2014 }))
  const kid = people.add(child, { school: 'Без школы', group: 'Дети', label: 'ребёнок до 14 лет' })
  people.add(adult('female'), { school: 'Без школы', group: 'Новые', label: 'родитель с ребёнком', kids: [kid.oid] })
  people.add(adult('male'), { school: 'Без школы', group: 'Новые', label: 'неподтверждённая учётная запись', confirmed: false, hint: 'вход откажет и объяснит почему' })
}

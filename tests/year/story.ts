import { newId, type CallInput, type Reply, type Route } from '@school/contract'
import { testWorld, type TestWorld } from '@school/app-server/testing'
import { aSchool, anEmployee } from '@school/registry/testing'
import { enrolPupil, putClass, putEmployment, putGuardianship, type PersonData } from '@school/registry/contract'
import type { Static } from 'typebox'

export type Who = { readonly id: string }
export interface Pupil extends Who { readonly data: Static<typeof PersonData>; readonly parent: Who; enrolmentId: string }

/** Everyone teaches as much as stands here: subject → hours of a week in grade 7. */
export const staff = {
  maths: { lastName: 'Ковалёва', rate: 0.78, subjects: ['Алгебра', 'Геометрия', 'Вероятность и статистика', 'Математический практикум'] },
  russian: { lastName: 'Сомова', rate: 0.67, subjects: ['Русский язык', 'Литература'] },
  english: { lastName: 'Райт', rate: 0.33, subjects: ['Иностранный язык'] },
  second: { lastName: 'Уварова', rate: 0.33, subjects: ['Иностранный язык'] },
  history: { lastName: 'Орлов', rate: 0.56, subjects: ['История', 'География'] },
  physics: { lastName: 'Ламберт', rate: 0.33, subjects: ['Физика', 'Информатика'] },
  biology: { lastName: 'Зимина', rate: 0.22, subjects: ['Биология', 'Проектная деятельность'] },
  arts: { lastName: 'Красин', rate: 0.44, subjects: ['Изобразительное искусство', 'Музыка', 'Труд (технология)'] },
  sport: { lastName: 'Быстров', rate: 0.22, subjects: ['Физическая культура'] },
} as const
export type TeacherKey = keyof typeof staff
export const teacherKeys = Object.keys(staff) as TeacherKey[]
/** What a pupil of grade 7 learns. */
export const subjects = [...new Set(teacherKeys.flatMap((key) => [...staff[key].subjects]))]

/** `groupId` is the class, or its half. */
export interface Course { readonly id: string; readonly classId: string; readonly groupId: string; readonly subject: string; readonly subjectId: string; readonly teacher: TeacherKey; readonly hours: number }

/** A school that is lived through its routes: who is who, and where things lie. */
export interface Story {
  readonly world: TestWorld
  readonly schoolId: string
  readonly admin: Who
  readonly principal: Who
  readonly deputy: Who
  readonly teachers: Record<TeacherKey, Who>
  /** 7А and 7Б of the story, once last year's classes have grown. */
  readonly classes: { a: string; b: string; lastA: string; lastB: string }
  readonly pupils: { a: Pupil[]; b: Pupil[] }
  courses: Course[]
  /** The page of algebra whose plan has no spare lesson. */
  tight: Course | null
  /** Halves of the classes with those who began in them. */
  readonly halves: Map<string, Pupil[]>
  /** The first quarter. */
  period: { id: string; starts: string; ends: string }
  as<R extends Route>(who: Who | null, route: R, input: CallInput<R>): Promise<Reply<R>>
  /** The school's wall clock: Moscow. */
  at(day: string, clock: string): void
}

export const personData = (lastName: string, firstName: string, birthDate = '1980-04-12', gender: 'M' | 'F' = 'F') => ({ lastName, firstName, middleName: null, birthDate, gender, snils: null, email: null, phone: null })

/** Only what a curator leaves behind is written by hand: an empty school with its administrator. Everything after that goes through the routes. */
export async function beginStory(): Promise<Story> {
  const world = await testWorld()
  const school = await aSchool(world.make)
  const admin = await anEmployee(world.make, school.id, 'schoolAdmin')
  const person = () => ({ id: newId() })
  const story: Story = {
    world, schoolId: school.id, admin, principal: person(), deputy: person(),
    teachers: Object.fromEntries(teacherKeys.map((key) => [key, person()])) as Record<TeacherKey, Who>,
    classes: { a: '', b: '', lastA: newId(), lastB: newId() }, pupils: { a: [], b: [] }, courses: [], tight: null, halves: new Map(), period: { id: '', starts: '', ends: '' },
    as: async (who, route, input) => (await world.as(who)).call(route, input),
    at: (day, clock) => world.setNow(new Date(`${day}T${clock}:00+03:00`)),
  }
  story.at('2026-08-20', '10:00')
  await hireStaff(story)
  await bringLastYear(story)
  return story
}

async function hireStaff(story: Story): Promise<void> {
  const hire = (who: Who, role: 'principal' | 'deputyHead' | 'teacher', lastName: string) => story.as(story.admin, putEmployment, {
    params: { schoolId: story.schoolId, id: newId() }, body: { who: { personId: who.id, data: personData(lastName, 'Нина') }, role, position: role === 'teacher' ? 'учитель' : 'руководитель', validFrom: '2026-08-20', basedOn: null },
  })
  await hire(story.principal, 'principal', 'Громова')
  await hire(story.deputy, 'deputyHead', 'Дёмина')
  for (const key of teacherKeys) await hire(story.teachers[key], 'teacher', staff[key].lastName)
}

/** Classes of the year that is over, with their pupils and families. */
async function bringLastYear(story: Story): Promise<void> {
  const { schoolId, admin } = story
  const make = (classId: string, letter: string, homeroom: Who) => story.as(admin, putClass, {
    params: { schoolId, classId }, body: { schoolYear: 2025, gradeLevel: 6, course: null, letter, shift: 1, buildingId: null, homeroomTeacherId: homeroom.id, previousClassId: null, basedOn: null },
  })
  await make(story.classes.lastA, 'А', story.teachers.russian)
  await make(story.classes.lastB, 'Б', story.teachers.history)
  story.pupils.a.push(...await enrolAll(story, story.classes.lastA, ['Абрамов', 'Белова', 'Власов', 'Гусева', 'Дронов', 'Ежова']))
  story.pupils.b.push(...await enrolAll(story, story.classes.lastB, ['Жуков', 'Зотова', 'Исаев', 'Котова', 'Лосев']))
}

async function enrolAll(story: Story, classId: string, names: readonly string[]): Promise<Pupil[]> {
  const made: Pupil[] = []
  for (const lastName of names) {
    const [id, enrolmentId, parent] = [newId(), newId(), { id: newId() }]
    const data = personData(lastName, lastName.endsWith('а') ? 'Вера' : 'Олег', '2013-05-17', lastName.endsWith('а') ? 'F' : 'M')
    await story.as(story.admin, enrolPupil, { params: { schoolId: story.schoolId, id: enrolmentId }, body: { who: { personId: id, data }, classId, orderNumber: '7-у', orderDate: '2025-08-28', validFrom: '2025-09-01' } })
    await story.as(story.admin, putGuardianship, { params: { schoolId: story.schoolId, id: newId() }, body: { studentId: id, who: { personId: parent.id, data: personData(lastName, 'Мария') }, basis: 'parent', document: '', restricted: false, validFrom: '2025-09-01', basedOn: null } })
    made.push({ id, data, parent, enrolmentId })
  }
  return made
}

import { fictionalSnils } from '@school/contract'
import { makeFamily, makePerson, type NamedPerson, type Random } from '@school/names'
import { curriculum, type Chair, type PlannedSubject } from './curriculum.ts'
import { placeWeek, type Placed, type WeeklyItem } from './timetable.ts'

export interface PlannedPerson extends NamedPerson { readonly snils: string }
export interface PlannedPupil { readonly person: PlannedPerson; readonly guardians: readonly { readonly person: PlannedPerson; readonly kind: string }[] }
export interface PlannedClass { readonly title: string; readonly grade: number; readonly letter: string; readonly building: string; homeroom: PlannedPerson; readonly pupils: PlannedPupil[] }
/** Part of a class in one subject, or, without `half` and subject, whole classes that are taught in one room. */
export interface PlannedGroup { readonly title: string; readonly classTitles: readonly string[]; readonly subject: string | null; readonly half: 'первая половина' | 'вторая половина' | null }
export interface PlannedLoad { readonly students: string; readonly classTitle: string; readonly subject: string; readonly teacher: PlannedPerson; readonly hours: number }
export interface PlannedLesson { readonly weekday: number; readonly number: number; readonly students: string; readonly subject: string; readonly teacher: PlannedPerson; readonly room: string }
export interface SchoolPlan {
  readonly title: string
  readonly classes: readonly PlannedClass[]
  readonly teachers: readonly { readonly person: PlannedPerson; readonly chair: Chair; readonly position: string }[]
  readonly groups: readonly PlannedGroup[]
  readonly loads: readonly PlannedLoad[]
  readonly lessons: readonly PlannedLesson[]
  readonly unplaced: number
}

/** Numbers for СНИЛС, given out once in the whole demo country. */
export class Numbers {
  #next: number
  constructor(first: number) { this.#next = first }
  person(named: NamedPerson): PlannedPerson { return { ...named, snils: fictionalSnils(this.#next++) } }
}

export interface SchoolShape { readonly title: string; readonly grades: Readonly<Record<number, number>>; readonly pupils: number; readonly year: number; readonly buildings: readonly string[]; readonly divide: boolean; readonly hoursPerTeacher: number; /** Grades of a small school that one teacher teaches in one room (класс-комплект). */ readonly together?: readonly (readonly number[])[] }

const letters = ['А', 'Б', 'В', 'Г', 'Д'] as const
const positions: Readonly<Record<Chair, string>> = {
  primary: 'учитель начальных классов', russian: 'учитель русского языка и литературы', maths: 'учитель математики', english: 'учитель английского языка', history: 'учитель истории и обществознания',
  geography: 'учитель географии', biology: 'учитель биологии', physics: 'учитель физики', chemistry: 'учитель химии', computing: 'учитель информатики', art: 'учитель изобразительного искусства', music: 'учитель музыки',
  work: 'учитель труда', sport: 'учитель физической культуры', safety: 'преподаватель-организатор ОБЗР',
}

/** Everything a demo school consists of, as a school would hand it in: lists, groups, load and a placed timetable. */
export function planSchool(shape: SchoolShape, random: Random, numbers: Numbers): SchoolPlan {
  const staff = new Staff(shape, random, numbers)
  const classes = planClasses(shape, random, numbers, staff)
  const groups: PlannedGroup[] = []
  const loads: PlannedLoad[] = []
  const items: (WeeklyItem & { readonly loads: readonly PlannedLoad[]; readonly room: PlannedSubject['room'] })[] = []
  const joined = joinedOf(shape, classes)
  for (const { title, grades } of joined) groups.push({ title, classTitles: grades.map((one) => one.title), subject: null, half: null })
  for (const one of classes) {
    for (const subject of curriculum) {
      const hours = subject.hours[one.grade] ?? 0
      if (hours === 0) continue
      const kit = joined.find(({ grades }) => grades.includes(one) && grades.every((other) => subject.hours[other.grade] === hours))
      if (kit && kit.grades[0] !== one) continue
      const halves = shape.divide && subject.divided ? (['первая половина', 'вторая половина'] as const) : [null]
      const mine = halves.map((half, i): PlannedLoad => {
        const students = kit ? kit.title : half === null ? one.title : `${one.title} ${subject.name.split(' ')[0]!.toLowerCase()} ${i + 1}`
        if (half !== null) groups.push({ title: students, classTitles: [one.title], subject: subject.name, half })
        return { students, classTitle: one.title, subject: subject.name, teacher: staff.take(subject.chair, one, hours, i), hours }
      })
      loads.push(...mine)
      for (let h = 0; h < hours; h++) items.push({ id: items.length, classTitles: kit ? kit.grades.map((other) => other.title) : [one.title], subject: subject.name, teachers: mine.map((load) => load.teacher.snils), perDay: hours > 5 ? 2 : 1, loads: mine, room: subject.room })
    }
  }
  const placed = placeWeek(items, 5, random)
  return { title: shape.title, classes, teachers: staff.all(), groups, loads, lessons: lessonsOf(items, placed, classes), unplaced: items.length - placed.size }
}

/** Classes that sit in one room, with the name of the group they make. */
const joinedOf = (shape: SchoolShape, classes: readonly PlannedClass[]) => (shape.together ?? []).map((grades) => ({
  title: `Комплект ${grades.join('–')}`, grades: classes.filter((one) => grades.includes(one.grade)),
}))

/** Teachers are taken on as the load asks for them; a class keeps its teacher of a subject in all its hours. */
class Staff {
  readonly #shape: SchoolShape
  readonly #random: Random
  readonly #numbers: Numbers
  readonly #byChair = new Map<Chair, { person: PlannedPerson; hours: number; busyWith: Set<string> }[]>()

  constructor(shape: SchoolShape, random: Random, numbers: Numbers) {
    this.#shape = shape
    this.#random = random
    this.#numbers = numbers
  }

  take(chair: Chair, one: PlannedClass, hours: number, half: number): PlannedPerson {
    if (chair === 'primary' && one.grade <= 4) return one.homeroom
    const list = this.#byChair.get(chair) ?? []
    this.#byChair.set(chair, list)
    const tag = `${one.title} ${half}`
    const own = list.find((teacher) => teacher.busyWith.has(tag) && teacher.hours + hours <= this.#shape.hoursPerTeacher + 4)
    const free = own ?? list.find((teacher) => teacher.hours + hours <= this.#shape.hoursPerTeacher && !teacher.busyWith.has(`${one.title} ${1 - half}`))
    const teacher = free ?? this.#hire(chair)
    teacher.hours += hours
    teacher.busyWith.add(tag)
    return teacher.person
  }

  #hire(chair: Chair): { person: PlannedPerson; hours: number; busyWith: Set<string> } {
    const person = this.#numbers.person(makePerson(this.#random, { birthYear: 1964 + Math.floor(this.#random() * 36), gender: this.#random() < 0.86 && chair !== 'sport' ? 'female' : 'male' }))
    const teacher = { person, hours: 0, busyWith: new Set<string>() }
    this.#byChair.set(chair, [...(this.#byChair.get(chair) ?? []), teacher])
    return teacher
  }

  /** A class teacher for a class: in primary school whoever teaches it, later somebody who has few classes yet. */
  homeroom(grade: number): PlannedPerson { return grade <= 4 ? this.#hire('primary').person : this.#hire((['russian', 'maths', 'english', 'history', 'geography'] as const)[grade % 5]!).person }

  all() { return [...this.#byChair].flatMap(([chair, list]) => list.map(({ person }) => ({ person, chair, position: positions[chair] }))) }
}

function planClasses(shape: SchoolShape, random: Random, numbers: Numbers, staff: Staff): PlannedClass[] {
  const together = new Map<number, PlannedPerson>()
  const homeroomOf = (grade: number) => {
    const first = shape.together?.find((grades) => grades.includes(grade))?.[0]
    const teacher = (first === undefined ? undefined : together.get(first)) ?? staff.homeroom(grade)
    if (first !== undefined) together.set(first, teacher)
    return teacher
  }
  const classes = Object.entries(shape.grades).flatMap(([grade, count]) => Array.from({ length: count }, (_, i): PlannedClass => ({
    title: `${grade}${count > 1 || shape.divide ? letters[i] : ''}`, grade: Number(grade), letter: count > 1 || shape.divide ? letters[i]! : '',
    building: shape.buildings[Number(grade) <= 4 && shape.buildings.length > 1 ? 1 : 0]!, homeroom: homeroomOf(Number(grade)), pupils: [],
  })))
  // A family has one to three children, and they go to the same school.
  for (let made = 0; made < shape.pupils; ) {
    const luck = random()
    const count = luck < 0.62 ? 1 : luck < 0.93 ? 2 : 3
    const chosen = Array.from({ length: count }, () => classes[Math.floor(random() * classes.length)]!)
    const family = makeFamily(random, chosen.map((one) => shape.year - 7 - one.grade + (random() < 0.3 ? 1 : 0)))
    const [mother, father] = [numbers.person(family.mother), numbers.person(family.father)]
    const guardians = random() < 0.7 ? [{ person: mother, kind: 'мать' }, { person: father, kind: 'отец' }] : [{ person: mother, kind: 'мать' }]
    family.children.forEach((child, i) => smallest(classes, chosen[i]!.grade).pupils.push({ person: numbers.person(child), guardians }))
    made += count
  }
  return classes
}

const smallest = (classes: readonly PlannedClass[], grade: number) => classes.filter((one) => one.grade === grade).reduce((a, b) => (a.pupils.length <= b.pupils.length ? a : b))

function lessonsOf(items: readonly (WeeklyItem & { loads: readonly PlannedLoad[]; room: PlannedSubject['room'] })[], placed: Placed, classes: readonly PlannedClass[]): PlannedLesson[] {
  const ownRoom = new Map(classes.map((one, i) => [one.title, String((one.grade <= 4 ? 100 : 200) + i + 1)]))
  const special = { gym: 'Спортзал', lab: 'Лаборатория', computers: 'Информатика', workshop: 'Мастерская' } as const
  return items.flatMap((item) => {
    const slot = placed.get(item.id)
    if (!slot) return []
    return item.loads.map((load, i): PlannedLesson => ({ ...slot, students: load.students, subject: load.subject, teacher: load.teacher, room: item.room ? `${special[item.room]}${i > 0 ? ` ${i + 1}` : ''}` : i === 0 ? ownRoom.get(load.classTitle)! : `${ownRoom.get(load.classTitle)!}а` }))
  })
}

import { Dice } from './dice.ts'
import { inventDeed, rowsOfLesson } from './lesson.ts'
import type { Row, TableWriter } from './table-writer.ts'

export interface BulkPlan {
  readonly firstDay: string
  readonly schoolDays: number
  readonly classes: number
  readonly pupilsPerClass: number
  readonly lessonsPerDay: number
  /** The share of pupils who get a mark in a lesson. */
  readonly markShare: number
}

/** Seven weeks of autumn: about 5,000 marks in a school of 120. */
export const usualPlan: BulkPlan = { firstDay: '2026-09-01', schoolDays: 35, classes: 4, pupilsPerClass: 30, lessonsPerDay: 6, markShare: 0.2 }

/** What a bench needs to know of a school. */
export interface BulkSchool { readonly id: string; readonly classes: { readonly id: string; readonly pupils: string[]; readonly parents: string[]; readonly courses: { id: string; teacherId: string }[] }[]; readonly marks: number }

const epoch = new Date('2026-08-20T06:00:00Z')
/** A teacher has the subject in at most so many classes. */
const classesOfTeacher = 6
const subjects = ['Русский язык', 'Литература', 'Алгебра', 'Геометрия', 'История', 'География', 'Биология', 'Физика', 'Информатика', 'Английский язык', 'Физическая культура', 'Труд'] as const
const bells = [['08:30', '09:15'], ['09:25', '10:10'], ['10:25', '11:10'], ['11:30', '12:15'], ['12:25', '13:10'], ['13:20', '14:05'], ['14:15', '15:00']] as const

/** Writes one whole school: people, classes, courses, lessons and everything that was done in them. */
export async function writeSchool(out: TableWriter, n: number, municipalityId: string, plan: BulkPlan = usualPlan): Promise<BulkSchool> {
  const dice = new Dice(1000 + n)
  const id = dice.id()
  await out.put('registry.school', [{ id, municipality_id: municipalityId, kind: 'school', full_name: `МБОУ «Учебная школа № ${n}»`, short_name: `Учебная школа № ${n}`, ogrn: String(1_029_900_000_000 + n), inn: '7707083893', kpp: '770701001', time_zone: 'Europe/Moscow', opened_at: epoch }])
  const typeId = dice.id()
  const year = await writeYear(out, dice, id, typeId)
  const subjectIds = subjects.map(() => dice.id())
  await out.put('registry.subject', subjects.map((name, i) => ({ school_id: id, id: subjectIds[i]!, name, short_name: name.slice(0, 12), sort: i })))
  const teachers = await writePeople(out, dice, subjects.length * Math.ceil(plan.classes / classesOfTeacher), 1985)
  await out.put('registry.employment', teachers.map((person_id) => ({ school_id: id, id: dice.id(), person_id, role: 'teacher', position: 'учитель', valid_from: '2026-08-20' })))
  const classes: BulkSchool['classes'] = []
  let marks = 0
  for (let c = 0; c < plan.classes; c++) {
    const made = await writeClass(out, dice, { schoolId: id, year, subjectIds, teachers, c, plan, typeId })
    marks += made.marks
    classes.push(made)
  }
  return { id, classes, marks }
}

async function writePeople(out: TableWriter, dice: Dice, count: number, birthYear: number): Promise<string[]> {
  const rows: Row[] = Array.from({ length: count }, () => ({ id: dice.id(), last_name: `${dice.pick(lastNames)}`, first_name: dice.pick(firstNames), middle_name: null, birth_date: `${birthYear}-0${1 + dice.below(9)}-1${dice.below(9)}`, gender: 'M', created_at: epoch }))
  await out.put('registry.person', rows)
  return rows.map((row) => row['id'] as string)
}
const lastNames = ['Абрамов', 'Белов', 'Васильев', 'Григорьев', 'Денисов', 'Егоров', 'Жуков', 'Захаров', 'Исаев', 'Калинин', 'Лебедев', 'Макаров', 'Никитин', 'Осипов', 'Павлов', 'Романов'] as const
const firstNames = ['Кирилл', 'Артём', 'Тимур', 'Матвей', 'Илья', 'Роман', 'Егор', 'Денис', 'Глеб', 'Лев'] as const

const quarters = [['I', '2026-09-01', '2026-10-25'], ['II', '2026-11-02', '2026-12-30'], ['III', '2027-01-11', '2027-03-26'], ['IV', '2027-04-05', '2027-05-26']] as const

interface Year { readonly schemeId: string; readonly bellsId: string }

async function writeYear(out: TableWriter, dice: Dice, school_id: string, typeId: string): Promise<Year> {
  const [schemeId, bellsId] = [dice.id(), dice.id()]
  await out.put('schedule.school_year', [{ school_id, year: 2026, starts: '2026-09-01', ends: '2027-05-26', week_days: 5 }])
  await out.put('schedule.period_scheme', [{ school_id, id: schemeId, year: 2026, name: 'Четверти', kind: 'quarter' }])
  await out.put('schedule.period', quarters.map(([name, starts, ends], i) => ({ school_id, id: dice.id(), scheme_id: schemeId, ordinal: i + 1, name: `${name} четверть`, starts, ends })))
  await out.put('schedule.bell_schedule', [{ school_id, id: bellsId, name: 'Обычные звонки', shift: 1 }])
  await out.put('schedule.bell', bells.map(([starts, ends], i) => ({ school_id, bell_schedule_id: bellsId, number: i + 1, starts, ends })))
  await out.put('journal.marking_rule', [{ school_id, edition: 1, valid_from: '2026-08-28', title: 'Положение об отметках, ред. 1 от 28.08.2026', averaging: 'weighted' }])
  await out.put('journal.work_type', [{ school_id, id: typeId, name: 'Ответ на уроке', short_name: 'Отв', weight: 1 }])
  return { schemeId, bellsId }
}

interface ClassPlan { schoolId: string; year: Year; subjectIds: string[]; teachers: string[]; c: number; plan: BulkPlan; typeId: string }

async function writeClass(out: TableWriter, dice: Dice, given: ClassPlan) {
  const { schoolId: school_id, year, subjectIds, teachers, c, plan } = given
  const id = dice.id()
  const name = `${5 + (c % 5)} «${'АБВГДЕЖЗИК'[Math.floor(c / 5)] ?? c}»`
  await out.put('registry.class_unit', [{ school_id, id, school_year: 2026, grade_level: 5 + (c % 5), letter: 'А', name, homeroom_teacher_id: teachers[c % teachers.length]! }])
  await out.put('registry.study_group', [{ school_id, id, school_year: 2026, kind: 'class', name }])
  await out.put('registry.group_class', [{ school_id, group_id: id, class_id: id }])
  await out.put('schedule.class_setting', [{ school_id, class_id: id, period_scheme_id: year.schemeId, bell_schedule_id: year.bellsId, week_days: 5 }])
  const pupils = await writePeople(out, dice, plan.pupilsPerClass, 2013)
  const parents = await writePeople(out, dice, plan.pupilsPerClass, 1984)
  await out.put('registry.enrolment', pupils.map((student_id) => ({ school_id, id: dice.id(), student_id, class_id: id, valid_from: '2026-09-01' })))
  await out.put('registry.group_member', pupils.map((student_id) => ({ school_id, group_id: id, student_id, valid_from: '2026-09-01' })))
  await out.put('registry.guardianship', pupils.map((student_id, i) => ({ id: dice.id(), guardian_id: parents[i]!, student_id, basis: 'parent', valid_from: '2026-08-20' })))
  const courses = subjectIds.map((subject_id, i) => ({ id: dice.id(), subject_id, teacherId: teachers[subjects.length * Math.floor(c / classesOfTeacher) + i]! }))
  await out.put('schedule.course', courses.map((one) => ({ school_id, id: one.id, year: 2026, group_id: id, subject_id: one.subject_id, hours_per_week: 3 })))
  await out.put('schedule.course_teacher', courses.map((one) => ({ school_id, course_id: one.id, teacher_id: one.teacherId, valid_from: '2026-08-20' })))
  const marks = await writeLessons(out, dice, given, id, pupils, courses)
  return { id, pupils, parents, courses: courses.map(({ id: courseId, teacherId }) => ({ id: courseId, teacherId })), marks }
}

async function writeLessons(out: TableWriter, dice: Dice, { schoolId, plan, typeId }: ClassPlan, groupId: string, pupils: string[], courses: { id: string; subject_id: string; teacherId: string }[]): Promise<number> {
  const days = schoolDays(plan.firstDay, plan.schoolDays)
  const lessons = days.flatMap((date, d) => Array.from({ length: plan.lessonsPerDay }, (_, i) => ({ id: dice.id(), date, number: i + 1, course: courses[(d * plan.lessonsPerDay + i) % courses.length]! })))
  await out.put('schedule.lesson', lessons.map(({ id, date, number, course }) => ({ school_id: schoolId, id, date, number, starts: bells[number - 1]![0], ends: bells[number - 1]![1], course_id: course.id, group_id: groupId, subject_id: course.subject_id, kept: true })))
  await out.put('schedule.lesson_teacher', lessons.map(({ id, date, course }) => ({ school_id: schoolId, lesson_id: id, teacher_id: course.teacherId, date })))
  let marks = 0
  const nextOf = new Map<string, { id: string; date: string }>()
  for (const { id, date, course } of lessons.toReversed()) {
    const next = nextOf.get(course.id) ?? null
    nextOf.set(course.id, { id, date })
    const deed = inventDeed(dice, { schoolId, lesson: { id, courseId: course.id, groupId, date }, teacherId: course.teacherId, at: new Date(`${date}T08:00:00Z`) }, pupils, { id: typeId, weight: 1 }, next, plan.markShare)
    marks += deed.marks.length
    for (const [table, rows] of Object.entries(rowsOfLesson(deed))) await out.put(table, rows)
  }
  return marks
}

/** The first `count` days of a five-day week from a day on. */
export function schoolDays(from: string, count: number): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); days.length < count; at += 86_400_000) {
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

import type { Read } from '@school/server'
import type { ClassDesk, Overload, SchoolDesk } from '../../contract/index.ts'
import { averageText, forecast, isOwed, leastFor, ordinaryRule, unitOf } from '../averages/rules.ts'
import type { FinalClass } from '../finals/access.ts'
import { finalRule, Material, ruleRowOn, type Gathered } from '../finals/material.ts'
import { materialOfClass } from '../finals/material-store.ts'
import { proposePeriod, type FinalRule, type ProposedFinal } from '../finals/rules.ts'
import { listClassStudents, type FinalStudent } from '../finals/store.ts'
import { daysBetween, dayAfter, mondayOf } from '../lessons/rules.ts'
import { periodOn } from '../pages/page.ts'
import { firstPolicy } from '../settings/data.ts'
import { fallOf, missesMuch, neededBy, overloads } from './rules.ts'
import { findDeskHead, listControls, listCounts, listLagging, listOwedRows, owedAPage, type ControlRow } from './store.ts'

interface Place { readonly student: FinalStudent; readonly subjectId: string; readonly subject: string; readonly gathered: Gathered; readonly proposed: ProposedFinal }
const personOf = (one: FinalStudent) => ({ id: one.id, lastName: one.last_name, firstName: one.first_name, middleName: one.middle_name })

/** What needs the class teacher's eye in the period of today; three statements after the head's one. */
export async function classDesk(read: Read, head: FinalClass): Promise<ClassDesk> {
  const period = periodOn(head.periods ?? [], head.today)
  const rule = finalRule(ruleRowOn(head.rules, head.today))
  const [from, to] = [period?.starts ?? head.today, period?.ends ?? head.today]
  const [students, row, works] = await Promise.all([
    listClassStudents(read, head.id, head.today, head.today), materialOfClass(read, { from, to, today: head.today }, head.id), listControls(read, mondayOf(head.today), dayAfter(mondayOf(head.today), 13), head.id),
  ])
  const material = new Material(row)
  const names = new Map((head.subjects ?? []).map((subject) => [subject.id, subject.name]))
  const places = students.flatMap((student) => material.subjects.flatMap((subjectId): Place[] => {
    const gathered = material.gather(student.id, subjectId, from, to, rule)
    if (!gathered) return []
    const proposed = proposePeriod(gathered.inputs.filter((one) => one.left === null), rule, { hoursPerWeek: gathered.hours, lessonsHeld: gathered.held, missed: gathered.missed, grade: head.grade })
    return [{ student, subjectId, subject: names.get(subjectId) ?? '', gathered, proposed }]
  }))
  const marked = places.filter((place) => place.proposed.by !== 'noMarksInGrade')
  return {
    today: head.today, classId: head.id, className: head.name, period, atRisk: students.flatMap((student) => riskOf(student, places.filter((place) => place.student === student), rule)), oneShort: marked.flatMap((place) => (period && place.proposed.sums.marks >= Math.max(3, neededBy(place.proposed.least, period.starts, period.ends, head.today)) ? shortOf(place, rule) : [])),
    tooFew: period ? marked.flatMap((place) => fewOf(place, neededBy(place.proposed.least, period.starts, period.ends, head.today))) : [], overload: overloadsOf(works, rule.policy), can: { write: head.office },
  }
}

function riskOf(student: FinalStudent, places: readonly Place[], rule: FinalRule): ClassDesk['atRisk'] {
  const failing = places.filter(({ proposed }) => proposed.value === '2' || proposed.value === '1' || proposed.value === 'notAttested').map(({ gathered, subject, proposed }) => ({ courseId: gathered.courseId, subject, average: averageText(proposed.sums), proposed: proposed.value! }))
  const fallen = places.flatMap(({ gathered, subject }) => { const fall = fallOf(gathered.inputs.filter((one) => one.left === null), rule); return fall ? [{ courseId: gathered.courseId, subject, ...fall }] : [] })
  const [missed, lessons] = [places.reduce((sum, { gathered }) => sum + gathered.missed, 0), places.reduce((sum, { gathered }) => sum + gathered.held, 0)]
  const debts = places.reduce((sum, { gathered }) => sum + gathered.inputs.filter(isOwed).length, 0)
  return failing.length + fallen.length + debts > 0 || missesMuch(missed, lessons) ? [{ student: personOf(student), failing, fallen, missed, lessons, debts }] : []
}

function shortOf({ student, subject, gathered, proposed }: Place, rule: FinalRule): ClassDesk['oneShort'] {
  const now = Number(proposed.value)
  const way = forecast(proposed.sums, rule, [Math.min(...gathered.inputs.filter((one) => one.weight > 0).map((one) => one.weight))], unitOf(gathered.inputs.filter((one) => one.left === null), rule)).find((one) => one.count === 1 && Number(one.proposed) > now)
  return way && now >= 2 ? [{ student: personOf(student), courseId: gathered.courseId, subject, average: averageText(proposed.sums), proposed: proposed.value!, value: way.value, weight: way.weight, becomes: way.proposed }] : []
}

const fewOf = ({ student, subject, gathered, proposed }: Place, needed: number): ClassDesk['tooFew'] =>
  (proposed.sums.marks < needed ? [{ student: personOf(student), courseId: gathered.courseId, subject, marks: proposed.sums.marks, needed }] : [])

const overloadsOf = (works: readonly ControlRow[], { controlsADay, controlsAWeek }: { controlsADay: number; controlsAWeek: number }): Overload[] =>
  overloads(works, controlsADay, controlsAWeek).map((one) => ({ classId: one.classId, className: one.works[0]!.className, span: one.span, from: one.from, limit: one.limit, works: one.works.map(({ courseId, date, subject, group, type }) => ({ courseId, date, subject, group, type })) }))

/** What needs the deputy head's eye; four statements. */
export async function schoolDesk(read: Read): Promise<SchoolDesk> {
  const { today, from, rule } = await findDeskHead(read)
  const policy = rule?.finals ?? firstPolicy
  const [lagging, counted, works] = await Promise.all([listLagging(read, from, today), listCounts(read, today, 2), listControls(read, mondayOf(today), dayAfter(mondayOf(today), 13), null)])
  const teachers = [...Map.groupBy(lagging, (row) => row.teacher?.id ?? '').values()].map((rows) => {
    const oldest = rows.map((row) => row.oldest).toSorted()[0]!
    return { teacher: rows[0]!.teacher, lessons: rows.reduce((sum, row) => sum + row.lessons, 0), oldest, days: daysBetween(oldest, today), pages: rows.map(({ courseId, name, lessons }) => ({ courseId, name, lessons })) }
  }).toSorted((a, b) => b.days - a.days || b.lessons - a.lessons)
  const least = { ...ordinaryRule, leastMarks: rule?.least_marks ?? [] }
  const tooFew = counted.flatMap((row) => {
    const needed = neededBy(leastFor(least, row.hours), row.starts, row.ends, today)
    const short = row.counts.filter((count) => count < needed).length
    return short > 0 ? [{ courseId: row.courseId, subject: row.subject, group: row.group, teachers: row.teachers ?? [], pupils: row.counts.length, short, needed }] : []
  }).toSorted((a, b) => b.short / b.pupils - a.short / a.pupils).slice(0, 200)
  return { today, from, teachers, tooFew, overload: overloadsOf(works, policy) }
}

/** Works owed, the most overdue first. */
export async function owedOf(read: Read, page: number) {
  const rows = await listOwedRows(read, page)
  return {
    today: rows[0]?.today ?? read.now.toISOString().slice(0, 10), more: rows.length > owedAPage,
    owed: rows.slice(0, owedAPage).map((row) => ({ markId: row.mark_id, student: row.student, className: row.class_name, courseId: row.course_id, lessonId: row.lesson_id, subject: row.subject, work: row.work, date: row.date, due: row.due, overdue: row.overdue })),
  }
}

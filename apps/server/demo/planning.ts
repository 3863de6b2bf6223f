import { newId } from '@school/contract'
import { acceptEdition, getCoursePlan, getLoadMatrix, layProgramme, listCurricula, listProgrammes, putCurriculum, putEdition, putPlanClasses, putProgramme, putTeacherRate, readProgrammeText, tellLessonTopics, type Line } from '@school/planning/contract'
import { listClasses, listSubjects } from '@school/registry/contract'
import { writing } from '@school/server'
import { curriculum } from './curriculum.ts'
import type { Making } from './making.ts'
import { programmes } from './programmes-data.ts'
import { shapes } from './shapes.ts'
import type { Stage } from './stage.ts'

const plans = [
  { name: 'Учебный план НОО, 1–4 классы', level: 'primary', standard: 'primary-5', from: 1, to: 4, profile: '' }, { name: 'Учебный план ООО, 5–9 классы', level: 'basic', standard: 'basic-5', from: 5, to: 9, profile: '' },
  { name: 'Учебный план СОО, 10–11 классы', level: 'secondary', standard: 'secondary-economic', from: 10, to: 11, profile: 'социально-экономический' },
] as const

type Office = Awaited<ReturnType<Stage['as']>>

/** Plans, rates, programmes and lesson plans of the large school; two courses gave less than planned and are behind. */
export async function planTheYear({ stage, country, year, today }: Making): Promise<void> {
  const place = country.schools[shapes.large.at]!
  const office = await stage.as(place.adminId, 'schoolAdmin')
  const params = { schoolId: place.schoolId }
  const [made, brought] = [await office.call(listCurricula, { params, query: { year } }), await office.call(listProgrammes, { params, query: {} })]
  for (const plan of plans) if (!made.rows.some((row) => row.name === plan.name)) await makePlan(office, params.schoolId, plan, year)
  await agreeOnRates(office, params.schoolId, year)
  for (const one of programmes) if (!brought.rows.some((row) => row.name === titleOf(one))) await bringProgramme(office, stage, params.schoolId, one, today)
}

const titleOf = (one: (typeof programmes)[number]) => `${one.subject}, ${one.grade} класс`

async function makePlan(office: Office, schoolId: string, plan: (typeof plans)[number], year: number): Promise<void> {
  const params = { schoolId, id: newId() }
  const made = await office.call(putCurriculum, { params, body: { year, name: plan.name, kind: 'class', level: plan.level, profile: plan.profile, weekDays: 5, standard: plan.standard, fromGrade: plan.from, toGrade: plan.to, filled: true, basedOn: null } })
  const subjects = new Map((await office.call(listSubjects, { params: { schoolId } })).map((one) => [one.name, one]))
  const standard = new Map(made.lines.map((line) => [line.subjectId, line]))
  const byName = Map.groupBy(curriculum, (one) => one.name)
  const lines = [...byName].flatMap(([name, rows]): Line[] => {
    const subject = subjects.get(name)
    const cells = rows.flatMap((one) => Object.entries(one.hours).map(([grade, hours]) => ({ grade: Number(grade), hours, groups: one.divided ? 2 : 1 }))).filter((cell) => cell.grade >= plan.from && cell.grade <= plan.to)
    if (!subject || cells.length === 0) return []
    const like = standard.get(subject.id)
    return [{ id: newId(), part: subject.kind === 'extracurricular' ? 'extracurricular' : like ? 'core' : 'school', area: like?.area ?? '', subjectId: subject.id, advanced: like?.advanced ?? false, cells }]
  })
  const edition = { ...params, edition: 1 }
  const drafted = await office.call(putEdition, { params: edition, body: { validFrom: `${year}-09-01`, reason: '', lines, basedOn: made.head.revision } })
  const errors = drafted.findings.filter((one) => one.severity === 'error').length
  await office.call(acceptEdition, { params: edition, body: { orderNumber: '118-о', despite: errors > 0 ? 'Часть, формируемая участниками, утверждается отдельным приказом' : '' } })
  const classes = (await office.call(listClasses, { params: { schoolId }, query: { year } })).filter((one) => one.gradeLevel !== null && one.gradeLevel >= plan.from && one.gradeLevel <= plan.to)
  if (classes.length > 0) await office.call(putPlanClasses, { params, body: { classIds: classes.map((one) => one.id) } })
}

/** Rates as they were agreed on in summer: what the load came to, and two that did not come true. */
async function agreeOnRates(office: Office, schoolId: string, year: number): Promise<void> {
  const matrix = await office.call(getLoadMatrix, { params: { schoolId }, query: { year } })
  for (const [i, one] of matrix.teachers.entries()) {
    const rate = Math.min(2, Math.round((one.hours / matrix.rateHours) * 4) / 4)
    if (i % 4 === 0 && rate > 0) await office.call(putTeacherRate, { params: { schoolId, teacherId: one.id }, body: { year, rate: i === 8 ? Math.min(2, rate + 0.5) : rate } })
  }
}

async function bringProgramme(office: Office, stage: Stage, schoolId: string, given: (typeof programmes)[number], today: string): Promise<void> {
  const subject = (await office.call(listSubjects, { params: { schoolId } })).find((one) => one.name === given.subject)
  if (!subject) return
  const read = await office.call(readProgrammeText, { params: { schoolId }, body: { text: given.text } })
  const params = { schoolId, id: newId() }
  const list = read.items.map(({ row: _row, ...item }) => ({ id: newId(), ...item }))
  const programme = await office.call(putProgramme, { params, body: { subjectId: subject.id, grade: given.grade, name: titleOf(given), author: given.author, archived: false, list, basedOn: null } })
  if (programme.fits.length === 0) return
  await office.call(layProgramme, { params, body: { courseIds: programme.fits.map((one) => one.id) } })
  for (const { id } of programme.fits) await takeTopics(office, stage, schoolId, id)
  if (['Физика', 'География'].includes(given.subject)) await loseLessons(office, schoolId, programme.fits.at(-1)!.id, today)
}

/** What past lessons were about is what the plan laid on their dates; two topics of one lesson are named together. */
async function takeTopics(office: Office, stage: Stage, schoolId: string, courseId: string): Promise<void> {
  const plan = await office.call(getCoursePlan, { params: { schoolId, courseId } })
  const topics = new Map<string, string[]>()
  for (const item of plan.items) for (const { lessonId } of item.given) topics.set(lessonId, [...topics.get(lessonId) ?? [], item.topic])
  const rows = [...topics].map(([lesson, names]) => ({ lesson, topic: names.join('. ').slice(0, 300) }))
  await writing(stage.composed.kit, { schoolId }, async (work) => {
    await work.rows('update journal.lesson_record r set topic = t.topic from jsonb_to_recordset($2::jsonb) as t(lesson uuid, topic text) where r.school_id = $1 and r.lesson_id = t.lesson', [schoolId, JSON.stringify(rows)])
  })
}

/** Three lessons of a course gave nothing of the plan in autumn. */
async function loseLessons(office: Office, schoolId: string, courseId: string, today: string): Promise<void> {
  const plan = await office.call(getCoursePlan, { params: { schoolId, courseId } })
  const past = plan.items.flatMap((one) => one.given).filter((one) => one.date < today).slice(-6, -3)
  for (const { lessonId } of past) await office.call(tellLessonTopics, { params: { schoolId, courseId, lessonId }, body: { itemIds: [] } })
}

import pg from 'pg'
import { newId } from '@school/contract'
import { askUnlock, decideUnlock, getCourseFinals, putClosing, putFinals, type CourseFinals } from '@school/journal/contract'
import { TableWriter } from '../../../tools/bulk/table-writer.ts'
import type { Making } from './making.ts'
import { shapes } from './shapes.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000
type Acting = Awaited<ReturnType<Stage['as']>>
interface CourseRow { id: string; subject_id: string; year: number; teacher_id: string; class_id: string }

/** Every quarter of the large school that is over: marks as the rule proposes them, the classes closed, one mark corrected by two people, a few works owed. */
export async function closePeriods({ stage, config, country, today }: Making): Promise<void> {
  const schoolId = country.schools[shapes.large.at]!.schoolId
  const client = new pg.Client({ connectionString: config.ownerUrl })
  await client.connect()
  try {
    if ((await client.query('select 1 from journal.closing where school_id = $1 limit 1', [schoolId])).rowCount) return // told before
    await client.query('delete from journal.final_mark_revision where school_id = $1', [schoolId])
    await client.query('delete from journal.final_mark where school_id = $1', [schoolId])
    const deputyId = (await client.query<{ id: string }>(`select person_id as id from registry.employment where school_id = $1 and role = 'deputyHead' order by valid_from, person_id limit 1`, [schoolId])).rows[0]!.id
    const over = (await client.query<{ id: string; ends: string }>(`select id, ends::text from schedule.period where school_id = $1 and ends < $2::date - 5 order by ends`, [schoolId, today])).rows
    const deputy = await stage.as(deputyId, 'deputyHead')
    const pages = await readPages(deputy, schoolId, await coursesOf(client, schoolId))
    const out = new TableWriter(client)
    for (const period of over) for (const { course, page } of pages) await putAll(out, schoolId, course, page, period)
    await out.flush()
    await oweSome(client, schoolId, today)
    for (const period of over) {
      const classes = (await client.query<{ id: string }>(`select cs.class_id as id from schedule.class_setting cs join schedule.period p on p.school_id = $1 and p.scheme_id = cs.period_scheme_id and p.id = $2 where cs.school_id = $1`, [schoolId, period.id])).rows
      await deputy.call(putClosing, { params: { schoolId, scopeId: period.id }, body: { classes: classes.map(({ id }) => ({ classId: id, basedOn: null })), state: 'CLOSED', due: null } })
    }
    const last = over.at(-1)
    if (last) await correctOne(stage, deputy, schoolId, pages, last.id)
  } finally {
    await client.end()
  }
}

const coursesOf = async (client: pg.Client, schoolId: string): Promise<CourseRow[]> => (await client.query<CourseRow>(`
  select distinct on (c.id) c.id, c.subject_id, c.year, t.teacher_id, gk.class_id from schedule.course c join registry.subject s on s.school_id = $1 and s.id = c.subject_id and s.kind = 'core'
  join schedule.course_teacher t on t.school_id = $1 and t.course_id = c.id join registry.group_class gk on gk.school_id = $1 and gk.group_id = c.group_id
  join registry.class_unit k on k.school_id = $1 and k.id = gk.class_id and k.grade_level > 1 where c.school_id = $1 order by c.id, t.valid_from`, [schoolId])).rows

interface Read { readonly course: CourseRow; readonly page: CourseFinals }

/** Four pages at a time: what each proposes. */
async function readPages(deputy: Acting, schoolId: string, courses: readonly CourseRow[]): Promise<Read[]> {
  const waiting = [...courses]
  const read: Read[] = []
  const next = async (): Promise<void> => {
    for (let course = waiting.shift(); course; course = waiting.shift()) read.push({ course, page: await deputy.call(getCourseFinals, { params: { schoolId, courseId: course.id } }) })
  }
  await Promise.all([next(), next(), next(), next()])
  return read
}

async function putAll(out: TableWriter, school_id: string, course: CourseRow, page: CourseFinals, period: { id: string; ends: string }): Promise<void> {
  const put_at = new Date(`${period.ends}T11:00:00Z`)
  const cells = page.cells.filter((cell) => cell.periodId === period.id && cell.proposed !== null)
  const common = (cell: (typeof cells)[number]) => ({ school_id, value: cell.proposed, proposed: cell.proposed, sum: 0, weights: 0, rule_edition: page.rule?.edition ?? 1, revision: 1, put_by: course.teacher_id, put_at })
  const rows = cells.map((cell) => ({ id: newId(), cell, classId: page.students.find((one) => one.id === cell.studentId)?.classId ?? course.class_id }))
  await out.put('journal.final_mark', rows.map(({ id, cell, classId }) => ({ ...common(cell), id, student_id: cell.studentId, subject_id: course.subject_id, year: course.year, kind: 'period', period_id: period.id, course_id: course.id, class_id: classId })))
  await out.put('journal.final_mark_revision', rows.map(({ id, cell }) => ({ ...common(cell), final_id: id, reason: '', protocol_number: '', protocol_date: null, unlock_id: null })))
}

/** The teacher of algebra in 7Б asks, the principal's deputy grants, and one mark is corrected after the closing. */
async function correctOne(stage: Stage, deputy: Acting, schoolId: string, pages: readonly Read[], periodId: string): Promise<void> {
  const found = pages.find(({ page }) => page.course.subject.name === 'Алгебра' && page.course.group.name === '7 «Б»') ?? pages[0]
  if (!found) return
  const teacher = await stage.as(found.course.teacher_id, 'teacher')
  const unlockId = newId()
  const until = new Date(stage.now.getTime() + 2 * day).toISOString()
  await teacher.call(askUnlock, { params: { schoolId, unlockId }, body: { classId: found.course.class_id, scopeId: periodId, courseId: found.course.id, reason: 'Контрольная переписана после болезни, работа проверена после закрытия четверти', until } })
  await deputy.call(decideUnlock, { params: { schoolId, unlockId }, body: { grant: true } })
  const page = await teacher.call(getCourseFinals, { params: { schoolId, courseId: found.course.id } })
  const cell = page.cells.find((one) => one.periodId === periodId && one.mark?.value === '3')
  if (cell?.mark) await teacher.call(putFinals, { params: { schoolId, courseId: found.course.id }, body: { ops: [{ id: cell.mark.id, studentId: cell.studentId, kind: 'period', periodId, value: '4', basedOn: cell.mark.revision, reason: 'Контрольная переписана на 5 после болезни' }] } })
  const another = pages.find(({ page: one }) => one.course.subject.name === 'Алгебра' && one.course.group.name === '7 «А»')
  if (another) await (await stage.as(another.course.teacher_id, 'teacher')).call(askUnlock, { params: { schoolId, unlockId: newId() }, body: { classId: another.course.class_id, scopeId: periodId, courseId: another.course.id, reason: 'Не внесена отметка за зачётную работу', until } })
}

/** Some of the works of the last week are owed. */
async function oweSome(client: pg.Client, schoolId: string, today: string): Promise<void> {
  await client.query(`
    with owed as (
      update journal.mark m set value = 'debt', debt_due = m.date + 7, revision = 2 where m.school_id = $1 and m.date between $2::date - 9 and $2::date - 1 and m.value = '2' and substr(m.id::text, 36) in ('0', '5', 'a') returning m.*)
    insert into journal.mark_revision (school_id, mark_id, revision, value, note, put_by, entered_at, received_at, reason) select school_id, id, 2, 'debt', note, put_by, put_at, put_at, '' from owed`, [schoolId, today])
}

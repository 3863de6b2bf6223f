import pg from 'pg'
import { rowsOfLesson, type LessonDeed } from '../../../tools/bulk/lesson.ts'
import { TableWriter, type Row } from '../../../tools/bulk/table-writer.ts'
import { day, isoDay } from './days.ts'
import { deedOf, type LessonRow, type Pupil, type WorkTypeUse } from './deed.ts'
import { hashOf, Sickness } from './sickness.ts'

export interface Filling {
  readonly url: string; readonly schoolId: string; readonly from: string; readonly to: string; readonly today: string; readonly clock: string; readonly yearStarts: string
  readonly workTypes: readonly WorkTypeUse[]; readonly seed: number
}

/** What was taught in past lessons and in those of today that are over: topics, homework, works, marks, absences; some are left open on purpose. */
export async function fillLessons(filling: Filling): Promise<number> {
  const client = new pg.Client({ connectionString: filling.url })
  await client.connect()
  try {
    await client.query('begin')
    const filled = await fill(client, filling)
    await client.query('commit')
    return filled
  } finally {
    await client.end()
  }
}

async function fill(client: pg.Client, filling: Filling): Promise<number> {
  const { schoolId, from, to, today, clock } = filling
  const out = new TableWriter(client)
  const [members, lessons] = [await membersOf(client, schoolId), await lessonsOf(client, schoolId, from, to)]
  const sickness = new Sickness(filling, await homeroomsOf(client, schoolId))
  let filled = 0
  for (const list of Map.groupBy(lessons, (one) => one.course_id).values()) {
    const ordinals = ordinalsOf(list, filling.yearStarts)
    for (const [i, lesson] of list.entries()) {
      if (lesson.recorded || lesson.date < from || lesson.date > to || (lesson.date === today && lesson.ends > clock)) continue
      const pupils = (members.get(lesson.group_id) ?? []).filter((one) => one.from <= lesson.date && (one.to === null || one.to >= lesson.date))
      const deed = deedOf(filling, { lesson, ordinal: ordinals[i]!, next: list[i + 1] ?? null, pupils, sickness })
      if (!deed) continue
      for (const [table, rows] of Object.entries(rowsOfLesson(deed))) await out.put(table, rows)
      await out.put('journal.homework_done', ticksUnder(deed, pupils, filling))
      filled++
    }
  }
  const spans = sickness.spans()
  await client.query('delete from journal.absence_span where school_id = $1 and id = any($2::uuid[])', [schoolId, spans.map((one) => one['id'])])
  await out.put('journal.absence_span', spans)
  await out.flush()
  await client.query('update schedule.lesson l set kept = true where school_id = $1 and date between $2 and $3 and not kept and exists (select 1 from journal.lesson_record r where r.school_id = $1 and r.lesson_id = l.id)', [schoolId, from, to])
  return filled
}

/** Pupils who ticked the homework off: most of what was due, some of what is still to come. */
function ticksUnder({ homework, at, lesson }: LessonDeed, pupils: readonly Pupil[], { schoolId, today, seed }: Filling): Row[] {
  if (homework === null || lesson.date >= today || homework.dueDate < isoDay(Date.parse(today) - 7 * day)) return []
  const share = homework.dueDate < today ? 70 : 30
  return pupils.filter((pupil) => hashOf(seed, pupil.snils, lesson.date, homework.text) % 100 < share).map((pupil) => ({ school_id: schoolId, homework_id: homework.id, student_id: pupil.id, done_at: new Date(at.getTime() + 4 * 3_600_000) }))
}

/** The place of each lesson in its course, counted by weeks, so that it is the same whichever weeks are filled first. */
function ordinalsOf(list: readonly LessonRow[], yearStarts: string): number[] {
  const weekOf = (date: string) => Math.floor((Date.parse(date) - Date.parse(yearStarts)) / (7 * day) + 1 / 7)
  let [week, place] = [-1, 0]
  return list.map(({ date, hours }) => {
    place = weekOf(date) === week ? place + 1 : 0
    week = weekOf(date)
    return Math.max(0, week) * Math.max(1, Math.round(Number(hours))) + place
  })
}

async function membersOf(client: pg.Client, schoolId: string): Promise<Map<string, Pupil[]>> {
  const { rows } = await client.query<Pupil & { group_id: string }>(`
    select m.group_id, p.id, p.snils, n.class_id as "classId", k.grade_level as grade, m.valid_from::text as "from", m.valid_to::text as "to" from registry.group_member m join registry.person p on p.id = m.student_id
    join registry.enrolment n on n.school_id = $1 and n.student_id = m.student_id and n.valid_from <= coalesce(m.valid_to, m.valid_from) and coalesce(n.valid_to, 'infinity') >= m.valid_from
    join registry.class_unit k on k.school_id = $1 and k.id = n.class_id
    where m.school_id = $1 order by coalesce(p.snils, p.id::text), m.valid_from`, [schoolId])
  return Map.groupBy(rows, (row) => row.group_id)
}

async function homeroomsOf(client: pg.Client, schoolId: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; teacher: string | null }>('select id, homeroom_teacher_id as teacher from registry.class_unit where school_id = $1', [schoolId])
  return new Map(rows.flatMap((row) => (row.teacher === null ? [] : [[row.id, row.teacher] as const])))
}

async function lessonsOf(client: pg.Client, schoolId: string, from: string, to: string): Promise<LessonRow[]> {
  const { rows } = await client.query<LessonRow>(`
    select l.id, l.date::text as date, l.number, to_char(l.ends, 'HH24:MI') as ends, l.course_id, l.group_id, g.name as "group", s.name as subject, c.hours_per_week as hours, k.grade_level as grade, t.teacher_id,
           exists (select 1 from journal.lesson_record r where r.school_id = $1 and r.lesson_id = l.id) as recorded
    from schedule.lesson l join registry.subject s on s.school_id = $1 and s.id = l.subject_id join schedule.course c on c.school_id = $1 and c.id = l.course_id
    join registry.study_group g on g.school_id = $1 and g.id = l.group_id join lateral (select teacher_id from schedule.lesson_teacher where school_id = $1 and lesson_id = l.id limit 1) t on true
    left join lateral (select u.grade_level from registry.group_class gc join registry.class_unit u on u.school_id = $1 and u.id = gc.class_id where gc.school_id = $1 and gc.group_id = l.group_id order by u.grade_level desc limit 1) k on true
    where l.school_id = $1 and l.date between $2 and $3 order by l.date, l.number, g.name, s.name`, [schoolId, isoDay(Date.parse(from) - 7 * day), isoDay(Date.parse(to) + 14 * day)])
  return rows
}

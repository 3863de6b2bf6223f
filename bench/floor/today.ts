import type pg from 'pg'
import { dayAfter, instant, mondayOf, periods, person, shortName, type Span } from './days.ts'
import type { Homework } from './diary.ts'

interface Lesson { id: string; number: number; starts: string; ends: string; subject: string; room: string | null; state: string }
interface Mark { id: string; value: string; type: string; shortName: string; title: string; weight: number; note: string; debtDue: string | null; retake: string | null; retakeOn: string | null; points: number | null; outOf: number | null; criteria: unknown[]; putAt: string; corrected: boolean; courseId: string; subject: string; date: string }
interface Row {
  today: string; clock: string; student: unknown; class_name: string | null; homeroom: string | null; periods: Span[] | null; signed: boolean; lessons: Lesson[] | null; next_lesson: string | null
  homework: (Homework & { subject: string })[] | null; marks: Mark[] | null; absences: unknown[] | null
}

const text = `
  with day as materialized (select ($3::timestamptz at time zone time_zone)::date as today, to_char($3::timestamptz at time zone time_zone, 'HH24:MI') as clock from registry.school where id = $1),
  gm as materialized (select group_id, valid_from, valid_to from registry.group_member where school_id = $1 and student_id = $2)
  select day.today::text as today, day.clock, ${person('p')} as student, k.name as class_name, ${shortName('hp')} as homeroom, ${periods('cs.period_scheme_id')} as periods,
    exists (select 1 from journal.acknowledgement a where a.school_id = $1 and a.student_id = $2 and a.week = date_trunc('week', day.today)::date - 7) as signed,
    (select json_agg(json_build_object('id', l.id, 'number', l.number, 'starts', l.starts, 'ends', l.ends, 'subject', s.name, 'room', rm.name, 'state', l.state) order by l.date, l.number, l.starts, l.id)
      from gm join schedule.lesson l on l.school_id = $1 and l.group_id = gm.group_id and l.date = day.today and gm.valid_from <= day.today and (gm.valid_to is null or gm.valid_to >= day.today)
      join registry.subject s on s.school_id = $1 and s.id = l.subject_id left join registry.room rm on rm.school_id = $1 and rm.id = l.room_id) as lessons,
    (select min(l.date)::text from gm join schedule.lesson l on l.school_id = $1 and l.group_id = gm.group_id and l.date > day.today and l.date <= day.today + 10 and l.state <> 'cancelled') as next_lesson,
    (select json_agg(json_build_object('id', h.id, 'courseId', h.course_id, 'lessonId', h.lesson_id, 'text', h.text, 'minutes', h.minutes, 'links', h.links, 'givenOn', g.date, 'dueDate', h.due_date, 'personal', h.student_ids is not null,
        'done', d.homework_id is not null, 'answer', case when h.answers then coalesce((select a.state from journal.homework_answer a where a.school_id = $1 and a.homework_id = h.id and a.student_id = $2), 'wanted') end, 'subject', s.name) order by h.due_date, s.sort, h.id)
      from gm join journal.homework h on h.school_id = $1 and h.group_id = gm.group_id and h.due_date > day.today and h.due_date <= day.today + 10 and h.removed_at is null and (h.student_ids is null or $2 = any(h.student_ids))
      join schedule.lesson g on g.school_id = $1 and g.id = h.lesson_id join registry.subject s on s.school_id = $1 and s.id = g.subject_id
      left join journal.homework_done d on d.school_id = $1 and d.homework_id = h.id and d.student_id = $2) as homework,
    (select json_agg(x.mark order by x.put_at desc, x.id desc) from (
      select m.put_at, m.id, json_build_object('id', m.id, 'value', m.value, 'type', t.name, 'shortName', t.short_name, 'title', w.title, 'weight', w.weight, 'note', m.note, 'debtDue', m.debt_due, 'retake', m.retake, 'retakeOn', m.retake_on, 'points', m.points, 'outOf', case when m.points is not null then case when m.criteria is null then 100 else (select sum((c ->> 'max')::integer) from jsonb_array_elements(w.criteria) c) end end,
        'criteria', case when m.criteria is null then '[]'::jsonb else (select jsonb_agg(c.one || jsonb_build_object('points', m.criteria -> (c.i - 1)::integer) order by c.i) from jsonb_array_elements(w.criteria) with ordinality c(one, i)) end, 'putAt', ${instant('m.put_at')}, 'corrected', m.revision > 1,
          'courseId', m.course_id, 'subject', s.name, 'date', m.date) as mark
      from journal.mark m join journal.work w on w.school_id = $1 and w.id = m.work_id join journal.work_type t on t.school_id = $1 and t.id = w.work_type_id
      join schedule.course c on c.school_id = $1 and c.id = m.course_id join registry.subject s on s.school_id = $1 and s.id = c.subject_id
      where m.school_id = $1 and m.student_id = $2 and m.date >= day.today - 120 and m.value <> '' and w.removed_at is null and (m.put_at > $4 or m.value = 'debt') order by m.put_at desc, m.id desc limit 60) x) as marks,
    (select json_agg(json_build_object('lessonId', a.lesson_id, 'date', a.date, 'number', l.number, 'subject', s.name) order by a.date desc, l.number desc)
      from journal.attendance a join schedule.lesson l on l.school_id = $1 and l.id = a.lesson_id join registry.subject s on s.school_id = $1 and s.id = l.subject_id
      where a.school_id = $1 and a.student_id = $2 and a.date between day.today - 14 and day.today and a.code = 'absent' and a.reason is null) as absences
  from day join registry.person p on p.id = $2
  join registry.enrolment en on en.school_id = $1 and en.student_id = $2 and en.valid_to is null join registry.class_unit k on k.school_id = $1 and k.id = en.class_id
  left join registry.person hp on hp.id = k.homeroom_teacher_id left join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = k.id`

/** The home page of a parent, for one child. */
export async function todayOf(pool: pg.Pool, schoolId: string, studentId: string, now: Date): Promise<unknown> {
  const since = new Date(now.getTime() - 3 * 86_400_000)
  const row = (await pool.query<Row>({ name: 'today', text, values: [schoolId, studentId, now, since] })).rows[0]!
  const { today } = row
  const lastWeek = dayAfter(mondayOf(today), -7)
  const date = [row.next_lesson, ...(row.homework ?? []).map((one) => one.dueDate)].filter((day) => day !== null).sort()[0]
  const due = (row.homework ?? []).filter((one) => one.dueDate === date)
  const marks = row.marks ?? []
  return {
    student: row.student, className: row.class_name, homeroom: row.homeroom, today, now: row.clock,
    lessons: (row.lessons ?? []).map((one) => ({ ...one, starts: one.starts.slice(0, 5), ends: one.ends.slice(0, 5) })),
    next: date === undefined ? null : { date, due, minutes: due.reduce((sum, one) => sum + (one.minutes ?? 0), 0) },
    newMarks: marks.filter((mark) => mark.putAt > since.toISOString()).slice(0, 20), debts: marks.filter((mark) => mark.value === 'debt'),
    withoutReason: row.absences ?? [], signature: row.periods?.[0] && row.periods[0].starts <= dayAfter(lastWeek, 6) ? { week: lastWeek, signed: row.signed } : null,
  }
}

import type pg from 'pg'
import { ruleFrom } from '../../subsystems/journal/server/pages/page.ts'
import type { AttendanceCell, MarkCell, RuleRow } from '../../subsystems/journal/server/pages/store.ts'
import { summarise } from '../../subsystems/journal/server/pages/summaries.ts'
import { instant, periods, person, type Span } from './days.ts'

interface Lesson { id: string; date: string; number: number; starts: string; ends: string; state: string; topic: string; homework: string[] | null; works: unknown[] | null; checked: string | null; closed: boolean }
interface Student { id: string; lastName: string; firstName: string; middleName: string | null; className: string | null; from: string; to: string | null }
interface Row {
  today: string; id: string; subject: unknown; group: unknown; classes: unknown[] | null; teachers: unknown[] | null; hours: number; closed_on: string | null; periods: Span[] | null; rule: RuleRow | null
  students: Student[] | null; lessons: Lesson[] | null; marks: MarkCell[] | null; attendance: AttendanceCell[] | null; held: string[] | null
}

const text = `
  with c as materialized (
    select c.*, ($5::timestamptz at time zone sc.time_zone)::date as today, gk.class_id, cs.period_scheme_id from schedule.course c join registry.school sc on sc.id = $1
    left join lateral (select class_id from registry.group_class where school_id = $1 and group_id = c.group_id order by class_id limit 1) gk on true
    left join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = gk.class_id where c.school_id = $1 and c.id = $2),
  span as materialized (select least($3::date, min(p.starts)) as first, greatest($4::date, max(p.ends)) as last from c join schedule.period p on p.school_id = $1 and p.scheme_id = c.period_scheme_id and p.starts <= $4 and p.ends >= $3)
  select c.today::text as today, c.id, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, json_build_object('id', g.id, 'name', g.name, 'kind', g.kind) as "group",
    (select json_agg(json_build_object('id', k.id, 'name', k.name, 'grade', k.grade_level) order by k.grade_level, k.name) from registry.group_class x join registry.class_unit k on k.school_id = $1 and k.id = x.class_id where x.school_id = $1 and x.group_id = c.group_id) as classes,
    (select json_agg(${person('p')} order by p.last_name, p.id) from schedule.course_teacher t join registry.person p on p.id = t.teacher_id where t.school_id = $1 and t.course_id = c.id and t.valid_from <= c.today and (t.valid_to is null or t.valid_to >= c.today)) as teachers,
    c.hours_per_week::float8 as hours, c.closed_on, ${periods('c.period_scheme_id')} as periods,
    (select json_build_object('edition', r.edition, 'title', r.title, 'valid_from', r.valid_from, 'averaging', r.averaging, 'round_up_from', (r.round_up_from * 100)::integer, 'least_marks', r.least_marks, 'absence_limit_percent', r.absence_limit_percent, 'edit_days', r.edit_days, 'finals', json_build_object('retakeCounts', r.retake_counts, 'hundredScale', r.hundred_scale))
      from journal.marking_rule r where r.school_id = $1 and r.valid_from <= c.today order by r.valid_from desc, r.edition desc limit 1) as rule,
    (select json_agg(json_build_object('id', m.student_id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name, 'className', k.name, 'from', m.valid_from, 'to', m.valid_to) order by p.last_name, p.first_name, m.student_id)
      from registry.group_member m join registry.person p on p.id = m.student_id left join registry.enrolment en on en.school_id = $1 and en.student_id = m.student_id and en.valid_to is null
      left join registry.class_unit k on k.school_id = $1 and k.id = en.class_id where m.school_id = $1 and m.group_id = c.group_id and m.valid_from <= $4 and (m.valid_to is null or m.valid_to >= $3)) as students,
    (select json_agg(json_build_object('id', l.id, 'date', l.date, 'number', l.number, 'starts', l.starts, 'ends', l.ends, 'state', l.state, 'topic', coalesce(r.topic, ''), 'checked', ${instant('r.attendance_checked_at')}, 'closed', coalesce(r.closed_at, l.closed_at) is not null, 'works', w.works,
        'homework', (select json_agg(left(h.text, 300) order by h.id) from journal.homework h where h.school_id = $1 and h.lesson_id = l.id and h.removed_at is null)) order by l.date, l.number, l.id)
      from schedule.lesson l left join journal.lesson_record r on r.school_id = $1 and r.lesson_id = l.id
      left join (select w.lesson_id, json_agg(json_build_object('id', w.id, 'typeId', t.id, 'type', t.name, 'shortName', t.short_name, 'isControl', t.is_control, 'weight', w.weight, 'title', w.title, 'scale', w.scale, 'criteria', w.criteria, 'sort', w.sort, 'visibleFrom', ${instant('w.visible_from')}, 'revision', w.revision) order by w.sort, w.id) as works
        from journal.work w join journal.work_type t on t.school_id = $1 and t.id = w.work_type_id where w.school_id = $1 and w.course_id = $2 and w.date between $3 and $4 and w.removed_at is null group by w.lesson_id) w on w.lesson_id = l.id
      where l.school_id = $1 and l.course_id = $2 and l.date between $3 and $4) as lessons,
    (select json_agg(json_build_array(m.id, m.work_id, m.lesson_id, m.student_id, m.value, m.note, m.debt_due, m.revision, m.date, w.weight, w.scale, m.retake, m.retake_on, m.points, m.criteria) order by m.date, m.id)
      from span join journal.mark m on m.school_id = $1 and m.course_id = $2 and m.date between span.first and span.last join journal.work w on w.school_id = $1 and w.id = m.work_id where w.removed_at is null) as marks,
    (select json_agg(json_build_array(a.lesson_id, a.student_id, a.code, a.minutes, a.reason, a.reason_note, a.revision, a.date)) from span join journal.attendance a on a.school_id = $1 and a.course_id = $2 and a.date between span.first and span.last) as attendance,
    (select json_agg(l.date) from span join schedule.lesson l on l.school_id = $1 and l.course_id = $2 and l.date between span.first and least(span.last, c.today) and l.state <> 'cancelled') as held
  from c join registry.subject s on s.school_id = $1 and s.id = c.subject_id join registry.study_group g on g.school_id = $1 and g.id = c.group_id`

/** A page of the journal as its teacher sees it; the arithmetic of averages is the product's own. */
export async function pageOf(pool: pg.Pool, schoolId: string, courseId: string, from: string, to: string, now: Date): Promise<unknown> {
  const row = (await pool.query<Row>({ name: 'page', text, values: [schoolId, courseId, from, to, now] })).rows[0]!
  const [marks, attendance, students, spans, { rule }] = [row.marks ?? [], row.attendance ?? [], row.students ?? [], row.periods ?? [], row]
  return {
    today: row.today, from, to, course: { id: row.id, subject: row.subject, group: row.group, classes: row.classes ?? [], teachers: row.teachers ?? [], hoursPerWeek: row.hours, closedOn: row.closed_on, mine: true }, periods: spans,
    rule: rule && { edition: rule.edition, title: rule.title, validFrom: rule.valid_from, averaging: rule.averaging, roundUpFrom: rule.round_up_from, editDays: rule.edit_days, hundredScale: rule.finals.hundredScale.toSorted((a, b) => b.from - a.from) },
    students, lessons: (row.lessons ?? []).map((one) => presentLesson(one, row.today)),
    marks: marks.filter((cell) => cell[8] >= from && cell[8] <= to).map(([id, workId, lessonId, studentId, value, note, debtDue, revision, , , , retake, retakeOn, points, criteria]) => ({ id, workId, lessonId, studentId, value, note, debtDue, retake, retakeOn, points, criteria, revision })),
    attendance: attendance.filter((cell) => cell[7] >= from && cell[7] <= to).map(([lessonId, studentId, code, minutes, reason, reasonNote, revision]) => ({ lessonId, studentId, code, minutes, reason, reasonNote, revision })),
    summaries: summarise(students.map(({ id, from: starts, to: ends }) => ({ id, starts, ends })), spans.filter((one) => one.starts <= to && one.ends >= from), ruleFrom(rule), { marks, attendance, held: row.held ?? [], hours: row.hours }),
    can: { write: true, reason: false, absenceReason: false },
  }
}

const presentLesson = (one: Lesson, today: string) => ({
  id: one.id, date: one.date, number: one.number, starts: one.starts.slice(0, 5), ends: one.ends.slice(0, 5), state: one.state, topic: one.topic, homework: one.homework ?? [], works: one.works ?? [],
  attendanceCheckedAt: one.checked, closed: one.closed, substitute: null, can: { write: !one.closed, marks: !one.closed && one.date <= today && one.state !== 'cancelled' },
})

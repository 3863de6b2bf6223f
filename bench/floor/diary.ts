import type pg from 'pg'
import { dayAfter, daysBetween, instant, mondayOf, periods, person, shortName, type Span } from './days.ts'

export interface Homework { id: string; courseId: string; lessonId: string; text: string; minutes: number | null; links: unknown; givenOn: string; dueDate: string; personal: boolean; done: boolean }
interface Given extends Homework { dueLessonId: string | null }
interface Lesson {
  id: string; courseId: string; date: string; number: number; starts: string; ends: string; subject: unknown; kind: string; room: string | null; state: string; topic: string; note: string
  teachers: string[] | null; substitute: boolean | null; attendance: unknown
}
interface Work { id: string; lessonId: string; type: string; shortName: string; title: string; weight: number; isControl: boolean; markId: string | null; value: string; note: string; debtDue: string | null; retake: string | null; retakeOn: string | null; points: number | null; outOf: number | null; criteria: unknown[]; putAt: string; corrected: boolean }
interface Row { today: string; clock: string; student: unknown; class_name: string | null; periods: Span[] | null; acknowledgements: unknown[] | null; lessons: Lesson[] | null; homework: Given[] | null; works: Work[] | null }

const text = `
  with gm as materialized (select group_id, valid_from, valid_to from registry.group_member where school_id = $1 and student_id = $2 and valid_from <= $4 and (valid_to is null or valid_to >= $3)),
  l as materialized (select l.* from gm join schedule.lesson l on l.school_id = $1 and l.group_id = gm.group_id and l.date between greatest($3::date, gm.valid_from) and least($4::date, coalesce(gm.valid_to, $4::date)))
  select ($5::timestamptz at time zone sc.time_zone)::date::text as today, to_char($5::timestamptz at time zone sc.time_zone, 'HH24:MI') as clock, ${person('p')} as student, k.name as class_name, ${periods('cs.period_scheme_id')} as periods,
    (select json_agg(json_build_object('week', a.week, 'guardian', ${person('g')}, 'at', ${instant('a.at')}) order by a.week, a.at) from journal.acknowledgement a join registry.person g on g.id = a.guardian_id
      where a.school_id = $1 and a.student_id = $2 and a.week between $3::date - 7 and $3::date) as acknowledgements,
    (select json_agg(json_build_object('id', l.id, 'courseId', l.course_id, 'date', l.date, 'number', l.number, 'starts', l.starts, 'ends', l.ends, 'subject', json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name), 'kind', l.kind,
        'room', rm.name, 'state', l.state, 'topic', coalesce(r.topic, ''), 'note', coalesce(r.note, ''), 'teachers', t.teachers, 'substitute', t.substitute,
        'attendance', case when a.code is not null then json_build_object('code', a.code, 'minutes', a.minutes, 'reason', a.reason, 'reasonNote', a.reason_note) end) order by l.date, l.number, l.starts, l.id)
      from l join registry.subject s on s.school_id = $1 and s.id = l.subject_id left join registry.room rm on rm.school_id = $1 and rm.id = l.room_id
      left join journal.lesson_record r on r.school_id = $1 and r.lesson_id = l.id left join journal.attendance a on a.school_id = $1 and a.lesson_id = l.id and a.student_id = $2 and a.code <> 'present'
      left join lateral (select array_agg(${shortName('tp')} order by lt.substitute desc, tp.last_name) as teachers, bool_or(lt.substitute) as substitute
        from schedule.lesson_teacher lt join registry.person tp on tp.id = lt.teacher_id where lt.school_id = $1 and lt.lesson_id = l.id) t on true) as lessons,
    (select json_agg(json_build_object('id', h.id, 'courseId', h.course_id, 'lessonId', h.lesson_id, 'text', h.text, 'minutes', h.minutes, 'links', h.links, 'givenOn', g.date, 'dueDate', h.due_date, 'personal', h.student_ids is not null,
        'done', d.homework_id is not null, 'answer', case when h.answers then coalesce((select a.state from journal.homework_answer a where a.school_id = $1 and a.homework_id = h.id and a.student_id = $2), 'wanted') end, 'dueLessonId', h.due_lesson_id) order by h.due_date, s.sort, h.id)
      from gm join journal.homework h on h.school_id = $1 and h.group_id = gm.group_id and h.due_date between $3 and $4::date + 45 and h.removed_at is null and (h.student_ids is null or $2 = any(h.student_ids))
      join schedule.lesson g on g.school_id = $1 and g.id = h.lesson_id join registry.subject s on s.school_id = $1 and s.id = g.subject_id
      left join journal.homework_done d on d.school_id = $1 and d.homework_id = h.id and d.student_id = $2 where h.due_date <= $4 or g.date between $3 and $4) as homework,
    (select json_agg(json_build_object('id', w.id, 'lessonId', w.lesson_id, 'type', wt.name, 'shortName', wt.short_name, 'title', w.title, 'weight', w.weight, 'isControl', wt.is_control, 'markId', m.id, 'value', m.value, 'note', m.note,
        'debtDue', m.debt_due, 'retake', m.retake, 'retakeOn', m.retake_on, 'points', m.points, 'outOf', case when m.points is not null then case when m.criteria is null then 100 else (select sum((c ->> 'max')::integer) from jsonb_array_elements(w.criteria) c) end end,
        'criteria', case when m.criteria is null then '[]'::jsonb else (select jsonb_agg(c.one || jsonb_build_object('points', m.criteria -> (c.i - 1)::integer) order by c.i) from jsonb_array_elements(w.criteria) with ordinality c(one, i)) end, 'putAt', ${instant('m.put_at')}, 'corrected', m.revision > 1) order by w.sort, w.id)
      from l join journal.work w on w.school_id = $1 and w.lesson_id = l.id and w.removed_at is null join journal.work_type wt on wt.school_id = $1 and wt.id = w.work_type_id
      left join journal.mark m on m.school_id = $1 and m.work_id = w.id and m.student_id = $2 and m.value <> '') as works
  from registry.school sc join registry.person p on p.id = $2
  join registry.enrolment en on en.school_id = $1 and en.student_id = $2 and en.valid_to is null join registry.class_unit k on k.school_id = $1 and k.id = en.class_id
  left join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = k.id
  where sc.id = $1`

/** A week of the diary. */
export async function diaryOf(pool: pg.Pool, schoolId: string, studentId: string, week: string, now: Date): Promise<unknown> {
  const sunday = dayAfter(week, 6)
  const row = (await pool.query<Row>({ name: 'diary', text, values: [schoolId, studentId, week, sunday, now] })).rows[0]!
  const spans = row.periods ?? []
  const touching = spans.filter((one) => one.starts <= sunday && one.ends >= week)
  const on = row.today >= week && row.today <= sunday ? row.today : week
  const [first, last] = [spans[0], spans.at(-1)]
  return {
    studentId, student: row.student, className: row.class_name, week, weekNumber: first && last && sunday >= first.starts && week <= last.ends ? daysBetween(mondayOf(first.starts), week) / 7 + 1 : null,
    period: touching.find((one) => one.starts <= on && one.ends >= on) ?? touching.findLast((one) => one.starts <= on) ?? touching[0] ?? null, today: row.today, now: row.clock,
    days: daysOf(week, row.lessons ?? [], row.homework ?? [], row.works ?? []), acknowledgements: row.acknowledgements ?? [], can: { acknowledge: week <= row.today, tick: false },
  }
}

const present = ({ dueLessonId: _, ...homework }: Given): Homework => homework

function daysOf(week: string, lessons: readonly Lesson[], homework: readonly Given[], works: readonly Work[]): unknown[] {
  const due = Map.groupBy(homework, (one) => (lessons.find((lesson) => lesson.id === one.dueLessonId) ?? lessons.find((lesson) => lesson.courseId === one.courseId && lesson.date === one.dueDate))?.id ?? null)
  const given = Map.groupBy(homework, (one) => one.lessonId)
  const ofLesson = Map.groupBy(works, (one) => one.lessonId)
  const days = Array.from({ length: 7 }, (_, i) => dayAfter(week, i)).map((date) => ({
    date, lessons: lessons.filter((one) => one.date === date).map((one) => presentLesson(one, due.get(one.id) ?? [], given.get(one.id) ?? [], ofLesson.get(one.id) ?? [])),
    otherDue: (due.get(null) ?? []).filter((one) => one.dueDate === date).map(present),
  }))
  return days[6]!.lessons.length + days[6]!.otherDue.length > 0 ? days : days.slice(0, 6)
}

const presentLesson = (one: Lesson, due: readonly Given[], given: readonly Given[], works: readonly Work[]) => ({
  id: one.id, courseId: one.courseId, number: one.number, starts: one.starts.slice(0, 5), ends: one.ends.slice(0, 5), subject: one.subject, kind: one.kind, room: one.room, teachers: one.teachers ?? [], substitute: one.substitute ?? false,
  state: one.state, topic: one.topic, note: one.note, due: due.map(present), given: given.map(present),
  marks: works.filter((work) => work.markId !== null).map((work) => ({ id: work.markId, value: work.value, type: work.type, shortName: work.shortName, title: work.title, weight: work.weight, note: work.note, debtDue: work.debtDue, retake: work.retake, retakeOn: work.retakeOn, points: work.points, outOf: work.outOf, criteria: work.criteria, putAt: work.putAt, corrected: work.corrected })),
  works: works.filter((work) => work.markId === null).map((work) => ({ id: work.id, type: work.type, title: work.title, weight: work.weight, isControl: work.isControl })),
  attendance: one.attendance,
})

import type { Read } from '@school/server'

/** Whom a request speaks for: the office writes with a reason, an administrator only reads, staff is judged by what it teaches. */
export type Kind = 'office' | 'admin' | 'staff' | 'parent' | 'pupil' | 'none'

export function kindOf(read: Read): Kind {
  switch (read.by.role) {
    case 'principal': case 'deputyHead': return 'office'
    case 'schoolAdmin': return 'admin'
    case 'teacher': case 'homeroomTeacher': return 'staff'
    case 'parent': return 'parent'
    case 'pupil': return 'pupil'
    default: return 'none'
  }
}

/** The first parameters of every statement of this room: $1 school, $2 reader, $3 the instant, $4 the kind of reader. */
export const asking = (read: Read): readonly [string, string, Date, Kind] => [read.schoolId, read.by.personId, read.now, kindOf(read)]

/** Until when shown marks are seen: a family sees what is shown by now, everybody else all of them. */
export const seenUntil = (read: Read): Date | 'infinity' => (['parent', 'pupil'].includes(kindOf(read)) ? read.now : 'infinity')
/** The marks of a work `w` are seen by a reader who sees until the parameter. */
export const isSeen = (until: string) => `(w.visible_from is null or w.visible_from <= ${until}::timestamptz)`

/** `day(today, clock)`: the school's calendar day and wall clock at the instant of the request. */
export const dayHere = `day as materialized (
  select ($3::timestamptz at time zone s.time_zone)::date as today, to_char($3::timestamptz at time zone s.time_zone, 'HH24:MI') as clock, s.time_zone
  from registry.v_school s where s.id = $1)`

export const inForce = (t: string, on = 'day.today') => `${t}.valid_from <= ${on} and (${t}.valid_to is null or ${t}.valid_to >= ${on})`

/** The reader teaches the course today. */
export const teaches = (course: string) => `exists (select 1 from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = ${course} and ct.teacher_id = $2 and ${inForce('ct')})`

/** The reader is put in for exactly this lesson. */
export const substitutes = (lesson: string) => `exists (select 1 from schedule.v_lesson_teacher lt where lt.school_id = $1 and lt.lesson_id = ${lesson} and lt.teacher_id = $2 and lt.substitute)`

/** The reader is the class teacher of a class of the group. */
export const homeroomOfGroup = (group: string) => `exists (select 1 from registry.v_group_class gc join registry.v_class k on k.school_id = gc.school_id and k.id = gc.class_id
  where gc.school_id = $1 and gc.group_id = ${group} and k.homeroom_teacher_id = $2 and k.closed_on is null)`

/** The reader is the class teacher of the pupil today. */
export const homeroomOf = (student: string) => `exists (select 1 from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id
  where en.school_id = $1 and en.student_id = ${student} and k.homeroom_teacher_id = $2 and k.closed_on is null and ${inForce('en')})`

/** The reading rule over a course `c(id, group_id)`: the same words decide one page and every list of pages. */
export const readableCourse = `(case $4::text when 'office' then true when 'admin' then true
  when 'staff' then (${teaches('c.id')} or ${homeroomOfGroup('c.group_id')}) else false end)`

const enrolledHere = (student: string) => `exists (select 1 from registry.v_enrolment en where en.school_id = $1 and en.student_id = ${student} and ${inForce('en')})`
const everEnrolledHere = (student: string) => `exists (select 1 from registry.v_enrolment en where en.school_id = $1 and en.student_id = ${student})`
const represents = (student: string) => `exists (select 1 from registry.v_guardianship gu where gu.guardian_id = $2 and gu.student_id = ${student} and not gu.restricted and ${inForce('gu')})`

/** The reading rule over a pupil's whole diary. */
export const readableStudent = (student: string) => `(case $4::text when 'office' then ${everEnrolledHere(student)} when 'admin' then ${everEnrolledHere(student)}
  when 'staff' then ${homeroomOf(student)} when 'pupil' then ${student} = $2 and ${enrolledHere(student)}
  when 'parent' then ${represents(student)} and ${enrolledHere(student)} else false end)`

/** The reading rule over what a pupil has in one course: the diary's readers and whoever teaches the course. */
export const readableInCourse = (student: string, course: string) => `(${readableStudent(student)} or ($4::text = 'staff' and ${teaches(course)}))`

import { plural } from '@school/web'
import type { load as ru } from './load.ru.ts'

export const load: typeof ru = {
  title: 'Teaching load', sub: 'Who teaches what, and how many hours', totals: (teachers, hours) => `${teachers} ${plural(teachers, 'teacher', 'teachers', 'teachers')}, ${hours} hours a week`, view: 'View', byClass: 'Teachers × classes', bySubject: 'Classes × subjects', byTeacher: 'List', excel: 'Excel', addCourse: 'Add a course', teacher: 'Teacher', class: 'Class', rate: 'Rate', sum: 'Total', plan: 'Plan', has: 'Courses', empty: 'No load yet. Bring in the curriculum plans or upload the lists.',
  problems: 'What does not add up', allRight: 'Everything adds up: each course has a teacher, hours agree with the plans.', more: (n) => `${n} more`, show: 'Show',
  codes: {
    no_teacher: (p) => `no teacher, ${p.has} h`, course_missing: (p) => `no course, the plan has ${p.needs} h`, hours_differ: (p) => `${p.has} h, the plan has ${p.needs}`, groups_few: (p) => `${p.has} groups, the plan has ${p.needs}`, pupils_apart: (p) => `in no group: ${p.has}`, not_in_plan: (p) => `not in the plan, ${p.has} h`, teacher_over_law: (p) => `${p.has} h, more than two rates`, teacher_over: (p) => `${p.has} h, agreed on ${p.needs}`, teacher_under: (p) => `${p.has} h, agreed on ${p.needs}`, teacher_idle: () => 'no hours at all', two_teachers: () => 'two teachers in one class',
  },
  cell: (teacher, unit) => `${teacher}, ${unit}`, assign: 'Assign', unassign: 'Take off', replace: 'Hand over', nobody: 'no teacher', noCourses: 'The class has no courses.', from: 'From which day', assigned: (what, who) => `${what}: ${who}`, unassigned: (what) => `${what}: teacher taken off`, keys: 'Arrows move, Enter opens, Delete takes off', hours: (n) => `${n} h`, closeWord: 'Close', rateOf: (n) => `${n} hours make one rate`, search: 'Find a teacher',
  subject: 'Subject', group: 'Class or group', second: 'Second teacher', nobodyYet: 'nobody yet', save: 'Save', fillAll: 'Fill in every field', saved: 'The load is saved', closeCourse: 'Close the course', closeAsk: 'After today there are no lessons; the page of the journal stays.', newCourse: 'New course', cancel: 'Cancel',
}

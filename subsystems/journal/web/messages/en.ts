import { plural } from '@school/web'
import type { ru } from './ru.ts'
import { answers } from './answers.en.ts'
import { attendance } from './attendance.en.ts'
import { diary } from './diary.en.ts'
import { finals } from './finals.en.ts'
import { promotion } from './promotion.en.ts'
import { question } from './question.en.ts'

const some = (n: number, one: string, many: string) => `${n} ${plural(n, one, many, many)}`
const lessons = (n: number) => some(n, 'lesson', 'lessons')
const absences: Record<string, string> = { absent: 'absent, reason not given', late: 'late', exempt: 'exempt', remote: 'remote', leftEarly: 'left early', illness: 'illness', excused: 'excused', unexcused: 'unexcused' }
const weekday = (day: string) => new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

export const en: typeof ru = {
  answers,
  product: 'My School',
  cancel: 'Cancel',
  save: 'Save',
  cancelled: 'Lesson cancelled',
  cell: {
    empty: 'empty', waiting: 'being saved', conflict: 'changed by someone else', clear: 'Clear', debt: 'Point: the work is owed', palette: 'Mark', points: (points, figure) => `${points} points, mark ${figure}`, mark: (figure, retake, note) => [retake ? `${figure}, second try ${retake}` : figure, note].filter(Boolean).join(', '), retake: 'Second try', retakeOf: (figure) => `Second try: ${figure}`, noRetake: 'Take the second try back', comment: 'Comment', commentAll: (n) => `Comment, marks: ${n}`, commentSave: 'Write', locked: 'This lesson takes no marks now',
    notOurReason: 'The class teacher gives the reason of an absence. «Н» is written.',
    absence: (code, reason) => (reason ? absences[reason] : absences[code]) ?? code,
    lesson: (day, number) => `${Number(day.slice(8))}/${day.slice(5, 7)}, lesson ${number}`,
  },
  paste: {
    title: (n) => `Will not be pasted: ${n} ${n === 1 ? 'cell' : 'cells'}`, nothing: 'Paste nothing', rest: (n) => `Paste the rest: ${n}`, text: 'In the table', why: 'Why', more: (n) => `and ${n} more`,
    whys: { unread: 'no such mark', locked: 'the lesson takes nothing now', outside: 'outside the page' },
    noWork: 'The cell has more marks than the lesson has works. Add a work.',
  },
  many: {
    open: 'For many', hint: 'One mark, absence or comment for many (Ctrl+Enter)', title: (day) => `For many, ${day}`, who: 'For whom', selected: 'The chosen cells', unmarked: 'All who have nothing in this lesson', column: 'All in this lesson', what: 'What to put',
    noteHint: 'Without a mark it is written to the marks that stand', write: (n) => `Write: ${n}`, allAway: 'All away',
  },
  visible: {
    title: 'When the family sees the marks', now: 'families see it at once', from: (when) => `families see it from ${when}`, atOnce: 'At once', evening: 'From 17:00 of the day of the lesson', morning: 'From 8:00 of the next day', other: 'Another time', day: 'Day', clock: 'Time', over: 'This time is over',
    note: 'Until then there are no marks in the diary, the averages and the notices of the family.', onlySooner: 'The work holds marks already: they can only be shown sooner',
  },
  points: {
    hundred: 'Points', criterion: (name, max) => `${name}, up to ${max}`, wrong: (max) => `A whole number from 0 to ${max}`, sum: (sum, of) => `${sum} of ${of}`, write: 'Write', noCriteria: 'The work has no criteria yet. Add them at the works of the lesson.',
    edit: 'Criteria of the work', open: (n, of) => `${n} criteria, ${of} points`, name: 'Criterion', max: 'Points', add: 'Another criterion', remove: (name) => `Remove: ${name}`,
  },
  works: {
    title: 'Works of the lesson', add: 'Add a work', none: 'No works yet', choose: 'The work that gets the mark', noTypes: 'The school has no types of work yet. The deputy head adds them.',
    weight: (n) => `weight ${n}`, remove: (name) => `Remove: ${name}`,
  },
  history: { title: 'History of the cell', nothing: 'Nothing was ever written here', takenBack: 'taken back', attendance: 'Attendance', present: 'present', system: 'System', received: (when) => `received ${when}` },
  conflict: {
    title: 'This changed while you were typing', theirs: 'Now', mine: 'Yours', nothing: 'empty', keepMine: 'Write mine', takeTheirs: 'Keep theirs', textNow: 'While you were typing, a colleague wrote:', show: 'Show',
    line: (n, since) => `${n === 1 ? 'One cell was' : `${n} cells were`} changed by someone else meanwhile. What you typed${since ? ` at ${since}` : ''} is kept here; decide which stays.`,
  },
  saved: { at: (time) => `Saved at ${time}`, sending: 'Saving', offline: (n) => `Will be sent when the network is back: ${n}`, conflicts: (n) => `${some(n, 'cell waits', 'cells wait')} for a decision` },
  reason: { title: 'Writing for the teacher', label: 'Why you correct the journal', hint: 'Everyone who opens the history of the cell will see it', act: 'Write with this reason', empty: 'Give a reason', line: (text) => `Reason: ${text}` },
  average: {
    date: 'Date', work: 'Work', mark: 'Mark', weight: 'Weight', product: 'Product', sum: 'Sum', nothing: 'No marks count towards the average', proposed: 'Proposed',
    sub: (period, n) => [period, some(n, 'mark', 'marks')].filter(Boolean).join(', '),
    excluded: { weightZero: 'weight 0', notFivePoint: 'not counted', debt: 'owed', debtOverdue: 'owed' },
    because: { roundedUp: (border) => `rounded up from ${border}.`, roundedDown: (border) => `rounded down below ${border}.`, whole: () => 'the average is whole.', nothing: () => 'Nothing to propose.', tooManyAbsences: () => 'too many lessons were missed.' },
    retake: { last: 'Of a work written twice the last mark counts.', best: 'Of a work written twice the better mark counts.', both: 'Both marks of a work written twice count.', average: 'The mean of both marks of a work written twice counts, so all weights are doubled.' },
    notEnough: (n, least) => `Too few marks: ${n} of ${least}.`,
    would: (n, value, weight, average, proposed) => `${n === 1 ? `A ${value}` : `${n} marks of ${value}`} for a work of weight ${weight} would give ${average}, and the mark would be ${proposed}.`,
    rule: (title, edition, from) => title.includes('ред.') ? title : `${title}, edition ${edition} of ${from}`,
  },
  page: {
    tab: (group, subject) => `${group}, ${subject}, journal`, label: (subject, group) => `Journal: ${subject}, ${group}`,
    subject: 'Subject', group: 'Class', days: 'Days shown', periods: 'Another period', undo: 'Undo (Ctrl+Z)', redo: 'Redo (Ctrl+Y)',
    pupil: 'Pupil', today: 'today', average: 'Average', missed: 'Missed', missedOf: 'lessons', mark: 'Mark', proposed: 'proposed', final: 'final', none: 'none',
    noPupils: 'Pupils will appear here when the group has some', noLessons: 'Lessons of these days will appear here when the timetable has them', before: 'Previous lesson', after: 'Next lesson', lesson: 'Lesson',
  },
  lesson: {
    topicText: (text) => `Topic: ${text}`,
    topic: 'Topic', planTake: 'By the plan', planTaken: 'by the plan', planOther: 'Another topic of the plan', planHour: (n, of) => `hour ${n} of ${of}`, topicHint: 'What the lesson was about', closed: 'closed', conduct: 'Conduct the lesson', next: (name) => `Next: ${name}`,
    of: (day) => `Lesson of ${day}`, ordinal: (n, total) => `No. ${n} of ${total}`,
    place: (number, hours, room) => [`lesson ${number}`, hours, room ? `room ${room}` : ''].filter(Boolean).join(', '),
    title: (subject, group) => `${subject} · ${group}`,
    check: 'Homework to check', checkDone: (text, done, of) => `${text} · ticked by ${done} of ${of}`,
    attendance: 'Who is here', allHere: 'Everyone is here', checkedList: 'The others are here', checked: 'Attendance checked', here: 'present', marks: 'Marks', materials: 'Materials', finish: 'Close the lesson', finishText: 'A closed lesson takes no marks, attendance, topic or homework. The deputy head can open it again with a reason.',
    reopen: 'Open again', closedAt: (when) => `Closed ${when}`, journal: 'Journal page', notBegun: 'The lesson has not begun',
    presence: (here, of) => `${here} of ${of}`, missing: 'Still missing:', rate: (name) => `${name}: attendance`, work: 'What the marks are for',
    notAlone: 'Wait for the end of the lesson to close it',
  },
  homework: { entry: (text) => `Homework: ${text || '–'}`, title: 'Homework', another: 'Another task', more: 'Another task', hint: 'What to do by the next lesson', due: (weekdayShort, day) => `by ${weekdayShort}, ${day}`, dueLabel: 'Due at', dueLesson: (weekdayShort, day) => `by ${weekdayShort}, ${day}`, onDate: 'by a date', date: 'Date', minutes: 'min' },
  load: { title: (group, day) => `Load of ${group} for ${weekday(day)}`, norm: (text) => `Norm ${text}`, own: (text) => `yours ${text}`, unknown: (n) => `${some(n, 'task has', 'tasks have')} no time given`, spoken: (total, norm) => `${total} given${norm ? `, the norm is ${norm}` : ''}` },
  away: { title: 'Not at the lesson', of: (n, all) => `${n} of ${all}`, until: (day) => `until ${day}`, noReason: 'no reason' },
  inCollege: {
    page: { group: 'Group', pupil: 'Student', noPupils: 'Students will appear here when somebody is enrolled in the group' },
    courses: { search: 'Subject, group or teacher', subject: 'Subject', group: 'Group', teacher: 'Teacher', empty: 'Pages of the journal will appear here when you are given a subject and a group', vacancy: 'no teacher' },
  },
  courses: {
    title: 'Journal', search: 'Subject, class or teacher', mine: 'My pages', others: 'Other pages', all: 'Pages', unfilled: 'Not filled in', subject: 'Subject', group: 'Class', teacher: 'Teacher', hours: 'Hours a week',
    sub: (n) => some(n, 'page', 'pages'), empty: 'Pages will appear here when you are given a subject and a class', nothing: 'Nothing found', settings: 'Work types and rules',
    unfilledEmpty: 'Everything of the last two weeks is filled in', unfilledLessons: lessons, oldest: (day) => `since ${day}`, vacancy: 'no teacher',
  },
  missing: { topic: 'topic', homework: 'homework', attendance: 'attendance', marks: 'marks' },
  missingShort: (first, more) => more === 0 ? first : `${first} and ${more} more`,
  day: {
    filled: 'Filled in', lack: { topic: 'no topic', homework: 'no homework', attendance: 'no attendance', marks: 'no marks' }, lackMany: (n) => `missing: ${n}`, substitute: 'substitution', cancelled: 'cancelled', moved: 'moved',
    now: 'Lesson now', left: (number, room, minutes) => [`lesson ${number}`, room ? `room ${room}` : '', `${minutes} min to the bell`].filter(Boolean).join(' · '), plan: 'Plan', planText: (n, total) => `lesson ${n} of ${total}`, check: 'To check', done: (text, n, of) => `${text} · ticked by ${n} of ${of}`,
    inClass: 'In class', inClassText: (here, of, names) => [`${here} of ${of}`, names.length > 0 ? `absent: ${names.join(', ')}` : ''].filter(Boolean).join(' · '), journal: 'Journal page', conduct: 'Conduct the lesson', window: (until) => `Free until ${until}`,
    sub: (n, left) => [n === 0 ? 'No lessons' : lessons(n), left === null ? '' : left === 0 ? 'last day of the period' : ''].filter(Boolean).join('. '), ends: (name, day) => `${name} until ${day}`, today: 'Today', earlier: 'Previous day', later: 'Next day', line: 'Lessons of the day',
    tomorrow: 'Tomorrow', nextText: (n, starts) => `${lessons(n)}, the first at ${starts}`, none: 'You have no lessons on this day', noTopic: 'No topic written',
    unfilled: 'Not filled in', allPages: 'All pages', allDone: 'Everything is filled in', on: (when, number) => `${when}, lesson ${number}`, yesterday: 'Yesterday', withoutReason: (name, n) => `${name}: ${n} absent without a reason.`,
  },
  overview: {
    sub: lessons, held: 'Held', heldOf: (held, all) => `${held} of ${all}`, withoutTeacher: 'Without a teacher', unfilled: 'Not filled in, two weeks', pages: (n) => some(n, 'page', 'pages'), absent: 'Absent', withoutReason: 'Without a reason', substitutions: 'Substitutions', noSubstitutions: 'No substitutions', timetable: 'Timetable', all: 'All pages', allFilled: 'The journal is filled in', page: 'Page', teacher: 'Teacher', lessons: 'Lessons', since: 'Since',
  },
  settings: {
    title: 'Work types and rules of marking', sub: 'They hold in every journal of the school', types: 'Work types', rules: 'Rules of marking', addType: 'Add a work type', addRule: 'New edition', name: 'Name', short: 'Short', weight: 'Weight', scale: 'Scale', five: 'Five-point', hundred: '100 points, mapped to a mark', criteria: 'By criteria', pass: 'Pass / fail', control: 'Control work', controlNote: 'Counts towards the share of assessments', order: 'Order', archived: 'No longer used', archive: 'archived', edit: 'Change', typeTitle: 'Work type', ruleTitle: (n) => `Edition ${n}`, edition: 'Edition', inForce: 'in force', from: 'In force from', ruleName: 'Name of the document', averaging: 'Average', weighted: 'Weighted: a mark is multiplied by its weight', plain: 'Plain: all marks are equal', weightedShort: 'weighted', plainShort: 'plain', roundUp: 'Round up from hundredths', roundUpNote: '50 means: 4.50 and more gives 5', roundShort: (n) => `up from .${String(n).padStart(2, '0')}`, least: 'How many marks a period needs', leastRow: (hours, marks) => `up to ${hours} h a week: ${marks}`, leastHours: 'Hours a week, up to', leastMarks: 'Marks', absence: 'Not attested when more is missed, %', editDays: 'Days in which a teacher may correct', debtDays: 'Days to make a debt good', fromGrade: 'Marks from grade', norms: 'Homework, minutes a day', normRow: (grade) => `up to grade ${grade}`, addRow: 'Add a row', noTypes: 'Work types will appear here: answer, test, control work', noRules: 'Editions of the rules of marking will appear here', open: 'View', note: 'An edition that has come into force is not changed. To change a rule, add the next one with a new day.', wrong: 'Check the number', taken: 'Choose another name',
  },
  problem: {
    'journal.question_empty': 'Write the question',
    'journal.changed_meanwhile': 'Someone else changed this while you were typing', 'journal.lesson_closed': 'The lesson is closed. The deputy head can open it again', 'journal.lesson_cancelled': 'The lesson is cancelled', 'journal.lesson_ahead': 'The lesson has not begun',
    'journal.answer_not_wanted': 'This homework is not handed in here', 'journal.answer_empty': 'Write an answer or add a link', 'journal.answer_accepted': 'The answer was accepted already', 'journal.review_needed': 'Say what is to be done',
    'journal.window_over': 'The time for corrections is over. The deputy head can write with a reason', 'journal.reason_needed': 'A reason is needed', 'journal.not_in_class': 'The pupil was not in the class on that day', 'journal.value_not_in_scale': 'The scale of this work has no such mark',
    'journal.no_marks_in_grade': 'This grade gets no marks', 'journal.retake_of_nothing': 'There is no mark to try again', 'journal.retake_late': 'The time for a second try is over. The deputy head may write it with a reason', 'journal.retake_day_wrong': 'The day of the second try is before the work or still ahead', 'journal.points_needed': 'This work takes points: the mark is made of them', 'journal.points_wrong': 'The points do not fit the scale or the criteria of this work', 'journal.decision_not_of_grade': 'No such decision is taken in this grade', 'journal.year_not_marked': 'Year marks are missing', 'journal.has_debts': 'There are failed subjects', 'journal.no_debts': 'There are no failed subjects', 'journal.too_many_debts': 'More failed subjects than the rule allows', 'journal.family_choice_needed': 'The date of the request of the parents is needed', 'journal.admission_work_needed': 'The interview or essay has to be passed', 'journal.due_wrong': 'Check the dates of the papers and the terms',
    'journal.attempt_out_of_order': 'The second attempt follows a failed first one', 'journal.attempt_late': 'The time for this attempt is over', 'journal.protocol_needed': 'The second attempt is taken by a commission: its protocol is needed', 'journal.id_taken': 'Such a record exists already. Reload the page', 'journal.reason_is_class_teachers': 'The class teacher gives the reason of an absence', 'journal.minutes_only_late': 'Minutes are given only for being late',
    'journal.work_has_marks': 'The work has marks and stays', 'journal.type_archived': 'This work type is no longer used', 'journal.due_too_early': 'It is due before the lesson', 'journal.due_lesson_wrong': 'Homework cannot be due at this lesson', 'journal.office_opens': 'Only the deputy head or the principal can open a lesson again',
    'journal.range_wrong': 'Check the days', 'journal.name_taken': 'This name is taken', 'journal.type_in_use': 'The work type is in use: its scale stays', 'journal.rule_in_force': 'This edition is in force. Add the next one', 'journal.rule_out_of_order': 'A new edition begins after the previous one',
    'journal.period_closed': 'The period is closed. The deputy head may allow a correction', 'journal.period_ahead': 'The period has not begun', 'journal.protocol_is_offices': 'The office writes decisions of a commission', 'journal.not_closed': 'The period is not closed: no permission is needed', 'journal.until_wrong': 'Choose a day from today on, within a month', 'journal.two_people': 'Somebody else has to decide, not the one who asked', 'journal.unlock_decided': 'This request has been decided',
    'journal.not_absent': 'The pupil was at the lesson', 'journal.span_wrong': 'Check the days', 'journal.not_monday': 'A week begins on Monday', 'journal.week_ahead': 'The week has not begun', 'journal.excuse_decided': 'The request is answered already',
  },
  attendance, diary, finals, promotion, question,
}

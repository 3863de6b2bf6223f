import { plural } from '@school/web'
import type { diary as russian } from './diary.ru.ts'

export const diary: typeof russian = {
  title: 'Diary', views: 'View of the diary', week: 'Week', marks: 'Marks', today: 'Today', todayWord: 'today', before: 'Previous week', after: 'Next week', days: 'Days of the week',
  weekNumber: (n) => `week ${n}`, of: (name, className) => className ? `${name}, ${className}` : name,
  now: 'in progress', cancelled: 'cancelled', moved: 'moved', substitute: 'substitute', room: (name) => `room ${name}`, noHomework: 'nothing set', done: 'done', personal: 'for you alone', otherDue: 'Also due this day',
  noLessons: 'No lessons', noWeek: 'No lessons this week', vacation: 'Vacation: no lessons this week', toToday: 'To this week',
  missed: (numbers) => numbers.length === 1 ? `absent from lesson ${numbers[0]}` : `absent from lessons ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`,
  absence: { absent: 'absent', late: 'late', exempt: 'exempt', remote: 'remote', leftEarly: 'left early', present: '' },
  reason: { illness: 'illness', excused: 'excused', unexcused: 'unexcused' }, noReason: 'no reason given', minutes: (n) => `${n}\u00a0min`,
  weight: (n) => `weight ${n}`, putAt: 'Given', corrected: 'corrected', note: 'Comment', points: (points, of) => `${points} of ${of} points`, retaken: (day) => `second try ${day}`, debtDue: (day) => `due by ${day}`, markOf: (value, work) => `Mark ${value}, ${work}`, allOfSubject: 'All marks in the subject',
  homeroomLine: 'Class teacher',
  signature: 'Parent’s signature', explained: 'explained', signed: (days, name, when) => `for ${days}: ${name}, ${when}`, notSigned: (days) => `for ${days}: none yet`, sign: 'Sign', signFor: (days) => `Sign the week ${days}`, signedNow: 'Week signed',
  subject: 'Subject', average: 'Average', proposed: 'Heading for', missedLessons: 'Absences', thisPeriod: 'This term', thisYear: 'School year', period: 'Term', noSubjects: 'No subjects in this term', noMarks: 'no marks', explainAverage: (subject, value) => `${subject}: average ${value}, what it is made of`, back: 'Marks',
  absences: 'Absences and lateness', noAbsences: 'No absences', lessonNumber: (n) => `lesson ${n}`,
  openDiary: 'Diary', homeroom: (name) => `class teacher ${name}`, lessonNow: (n) => `Lesson ${n} is on.`, breakUntil: (time) => `Break until ${time}.`, beginsAt: (time) => `Lessons begin at ${time}.`, over: 'Lessons are over.', noLessonsToday: 'No lessons today.', next: (what) => `Next: ${what}.`, until: (time) => `Lessons until ${time}.`,
  absentOn: (day, n) => `${day}: absent from lesson ${n}`, moreAbsences: (n) => `and ${n} more ${plural(n, 'lesson', 'lessons', 'lessons')} without a reason`, allExplained: 'No absences without a reason', reasonSent: 'The reason is sent, the class teacher will look at it', waitsForYou: 'Waiting for you', signatureIn: 'Signature in the diary', notDone: 'not done',
  allMarks: 'All marks', newMarks: 'New marks', noNewMarks: 'No new marks in the last days', tomorrow: 'For tomorrow', forDay: (day) => `For ${day}`, nothingDue: 'Nothing is due', debts: 'Work owed', open: 'Open', tick: (subject) => `${subject}: done`,
  total: { lessons: (n) => plural(n, 'lesson missed', 'lessons missed', 'lessons missed'), days: (n) => `full days: ${n}`, late: (n) => plural(n, 'time late', 'times late', 'times late') },
  missing: {
    title: 'Not done', none: 'All is done: no debts, no unwritten works, no homework left', count: (n: number) => `${n} in all`, noDue: 'no deadline', overdue: (day: string) => `overdue since ${day}`, unwritten: 'Control works not written', away: 'was not at the lesson',
    homework: 'Homework not ticked off', was: (day: string) => `was due on ${day}`, forToday: 'for today', due: (day: string) => `for ${day}`, lessons: (n: number) => `Lessons today: ${n}`, everyone: 'All children',
  },
  excuse: {
    act: 'Give the reason', ahead: 'Report an absence', title: 'Reason of absence', from: 'First day', to: 'Last day', why: 'Reason', illness: 'Illness', excused: 'Another valid one', text: 'What happened', hint: 'The class teacher and the school office will read it',
    send: 'Send', cancel: 'Cancel', sent: 'The reason is sent to the class teacher', wrongDays: 'Choose a day not before the first one', noText: 'Say why the child is away', waits: 'waits for an answer', list: 'Reasons from the family', answer: 'Answer', accept: 'Accept', decline: 'Decline',
    state: { asked: 'waits for an answer', accepted: 'accepted', declined: 'declined' },
  },
}

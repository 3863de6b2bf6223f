import { plural } from '@school/web'
import type { diary as russian } from './diary.ru.ts'

export const diary: typeof russian = {
  title: 'Diary', views: 'View of the diary', week: 'Week', marks: 'Marks', today: 'Today', todayWord: 'today', before: 'Previous week', after: 'Next week', days: 'Days of the week',
  weekNumber: (n) => `week ${n}`, of: (name, className) => className ? `${name}, ${className}` : name,
  now: 'in progress', cancelled: 'cancelled', moved: 'moved', substitute: 'substitute', room: (name) => `room ${name}`, noHomework: 'nothing set', done: 'done', personal: 'for you alone', otherDue: 'Also due this day',
  noLessons: 'No lessons', noWeek: 'No lessons this week', vacation: 'Vacation: no lessons this week', toToday: 'To this week',
  missed: (numbers) => numbers.length === 1 ? `absent from lesson ${numbers[0]}` : `absent from lessons ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`,
  absence: { absent: 'absent', late: 'late', exempt: 'exempt', remote: 'remote', leftEarly: 'left early', present: '' },
  reason: { illness: 'illness', excused: 'excused', unexcused: 'unexcused' }, noReason: 'no reason given', minutes: (n) => `${n} min`,
  weight: (n) => `weight ${n}`, putAt: 'Given', corrected: 'corrected', note: 'Comment', debtDue: (day) => `due by ${day}`, markOf: (value, work) => `Mark ${value}, ${work}`, allOfSubject: 'All marks in the subject',
  signature: 'Parent’s signature', signed: (days, name, when) => `for ${days}: ${name}, ${when}`, notSigned: (days) => `for ${days}: none yet`, sign: 'Sign', signFor: (days) => `Sign the week ${days}`, signedNow: 'Week signed',
  subject: 'Subject', average: 'Average', proposed: 'Heading for', missedLessons: 'Absences', period: 'Term', noSubjects: 'No subjects in this term', noMarks: 'no marks', explainAverage: (subject, value) => `${subject}: average ${value}, what it is made of`, back: 'Marks', markCount: (n) => `${n} ${plural(n, 'mark', 'marks', 'marks')}`,
  absences: 'Absences and lateness', noAbsences: 'No absences', lessonNumber: (n) => `lesson ${n}`,
  home: 'Home', openDiary: 'Diary', homeroom: (name) => `class teacher ${name}`, lessonNow: (n) => `Lesson ${n} is on.`, breakUntil: (time) => `Break until ${time}.`, beginsAt: (time) => `Lessons begin at ${time}.`, over: 'Lessons are over.', noLessonsToday: 'No lessons today.', next: (what) => `Next: ${what}.`, until: (time) => `Lessons until ${time}.`,
  absentOn: (day, n) => `${day}: absent from lesson ${n}`, noReasonText: (subject) => `${subject}, no reason given`, moreAbsences: (n) => `and ${n} more ${plural(n, 'lesson', 'lessons', 'lessons')} without a reason`, allExplained: 'No absences without a reason',
  allMarks: 'All marks', newMarks: 'New marks', noNewMarks: 'No new marks in the last days', tomorrow: 'For tomorrow', forDay: (day) => `For ${day}`, nothingDue: 'Nothing is due', debts: 'Work owed', toSign: (days) => `Signature in the diary for ${days}`, open: 'Open', tick: (subject) => `${subject}: done`,
}

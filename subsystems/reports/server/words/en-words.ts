import type { ru } from './ru-words.ts'

const day = (iso: string) => (iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : '')
const dates = (starts: string, until: string) => (starts === until ? day(starts) : `${day(starts)} – ${day(until)}`)
const titled = (title: string, about: string) => ({ title, about })

const reports: (typeof ru)['reports'] = {
  class: {
    attendance: titled('Attendance of the class', 'Days and lessons missed by every pupil, by reason'),
    risk: titled('Many absences', 'Pupils who missed more lessons than the number given'),
    accumulation: titled('Number of marks', 'Who has few marks, and which works have none'),
    fill: titled('Filling of the journal', 'Lessons of the class without topic, attendance or homework'),
    movement: titled('Movement of pupils', 'Who came and left, by which orders'),
    acknowledgement: titled('Acknowledgement by parents', 'How many weeks of the diary parents have signed'),
  },
  teacher: {
    accumulation: titled('Number of marks', 'Who has few marks in your subjects'),
    fill: titled('Filling of the journal', 'Your lessons without topic, attendance or homework'),
    programme: titled('Completion of the programme', 'Hours planned and given, lag'),
  },
  school: {
    attendance: titled('Attendance of the school', 'Days and lessons missed by class, by reason'),
    risk: titled('Many absences', 'Pupils of the school who missed more lessons than the number given'),
    accumulation: titled('Number of marks', 'Courses with fewer marks than the rules ask for'),
    fill: titled('Control of the journal', 'By teacher: lessons without topic and attendance, delay in days'),
    programme: titled('Completion of programmes', 'Hours planned and given, lag of every course'),
    movement: titled('Movement of pupils', 'Arrivals and departures by class, with orders'),
    acknowledgement: titled('Acknowledgement by parents', 'How many weeks of the diary are signed, by class'),
    headcount: titled('Headcount on a day (OO-1)', 'Pupils by grade, gender, shift and age'),
  },
}

/** The words of reports in English. */
export const en: typeof ru = {
  comma: '.',
  day,
  dates,
  year: (year) => `School year ${year}/${year + 1}`,
  span: (name, starts, until) => `${name}, ${dates(starts, until)}`,
  onDay: (iso) => `on ${day(iso)}`,
  hours: (hours) => String(Number(hours)),
  note: (text) => `Note: ${text}`,
  foot: (title, page, pages) => `${title}, page ${page} of ${pages}`,
  fileName: (title, place, span) => `${title}, ${place}, ${span}`.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 150),
  madeBy: 'Made by',
  rounding: { tenths: 'Rounded to tenths, halves upwards.', hundredths: 'Rounded to hundredths, halves upwards.' },
  reports,
  pupil: 'Pupil', pupils: 'Pupils', classUnit: 'Class', teacher: 'Teacher', subject: 'Subject', date: 'Date', total: 'Total', noPupils: 'There were no pupils on these days',
  attendance: {
    all: 'all', illness: 'illness', excused: 'excused', unexcused: 'unexcused', unknown: 'no reason', days: 'Days missed', lessons: 'Lessons missed', late: 'Late', presence: 'Attendance, %',
    attended: 'Lessons attended', due: 'Lessons due', lessonsMissed: 'Lessons missed', daysMissed: 'Of them whole days', missedShare: 'Missed, %',
    rule: 'Lessons that took place in the class and groups of the pupil while enrolled; being late is not an absence.',
    note: 'A day is missed when every lesson of it was missed. Lateness is counted by itself. Cancelled and extracurricular lessons are left out.',
    riskNote: (least) => `Those who missed ${least} lessons or more.`, noRisk: (least) => `Nobody missed ${least} lessons or more`,
  },
  accumulation: {
    marks: 'Marks', least: 'Needed', short: 'Missing', few: 'Too few', without: 'Without marks', enoughShare: 'Enough, %', withEnough: 'Pupils with enough marks', work: 'Work',
    note: (title, edition) => `How many are needed is said by “${title}” (edition ${edition}). Marks from 1 to 5 with a weight above nought are counted.`,
    nothing: 'No subjects with marks on these days yet', enough: 'Everybody has enough marks', emptyWorks: 'Works without marks', noEmptyWorks: 'There are none',
  },
  fill: {
    lessons: 'Past lessons', noTopic: 'No topic', noAttendance: 'Attendance not taken', noHomework: 'No homework', lag: 'Delay, days', filled: 'Filled, %', withTopic: 'Lessons with a topic', number: 'Lesson',
    topic: 'Topic', attendance: 'Attendance', homework: 'Homework', missing: 'missing', gaps: 'What is not filled', noGaps: 'All past lessons are filled', noLessons: 'There were no lessons on these days yet', cut: 'The first 300 lessons are shown.',
    rule: 'Past lessons with a topic written down.', note: 'Past lessons except cancelled ones; whoever substituted answers for the lesson. Delay: days since the earliest lesson without topic or attendance.',
  },
  programme: {
    perWeek: 'Hours a week', planned: 'In the timetable', due: 'Due', given: 'Given', recorded: 'Topics written', lag: 'Lag', done: 'Done, %', lost: 'Lost lessons',
    rule: 'Lessons given out of those due by the last day of the report.', note: 'In the timetable: all lessons of the time chosen. Lag: lessons cancelled by the last day of the report.', noCourses: 'There are no courses this year yet',
  },
  movement: {
    start: 'At the start', arrived: 'Arrived', fromClass: 'of them from another class', left: 'Left', toClass: 'of them to another class', end: 'At the end', since: 'Since', lastDay: 'Last day', how: 'How', orderHead: 'Order',
    order: (number, date) => `No. ${number}${date ? ` of ${date}` : ''}`, noOrder: 'not named', listArrived: 'Arrived', listLeft: 'Left', nobodyCame: 'Nobody arrived', nobodyLeft: 'Nobody left',
    note: 'End = start + arrived − left. Whoever is there on the first day has not arrived.',
    begun: { enrolled: 'Enrolled', transferred: 'From another class', returned: 'Returned' },
    ended: { transferred: 'To another class', otherSchool: 'To another school', graduated: 'Graduated', expelled: 'Expelled', academicLeave: 'Academic leave', familyEducation: 'Family education', other: 'Another reason' },
  },
  acknowledgement: {
    weeks: 'Weeks', signed: 'Signed', share: 'Signed, %', last: 'Last signature', never: 'never signed', parents: 'Representatives', accounts: 'Of them signed in', neverSigned: 'No signature', noAccount: 'Nobody signed in',
    rule: 'Weeks signed by at least one representative out of finished weeks with lessons.', note: 'A legal representative signs in their own account; that a pupil opened the diary is no acknowledgement.',
  },
  headcount: {
    byGrade: 'By grade', byAge: 'By age', byClass: 'By class', level: 'Grade', grade: (n) => `Grade ${n}`, course: (n) => `Year ${n}`, classes: 'Classes', girls: 'Girls', boys: 'Boys', second: 'Second shift', shift: 'Shift',
    years: 'Full years', age: (n) => String(n), note: (text) => `Enrolled on ${text} inclusive.`, ageNote: (year) => `Full years on 1 January ${year}.`,
  },
}

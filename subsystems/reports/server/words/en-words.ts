import type { ru } from './ru-words.ts'

const day = (iso: string) => (iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : '')
const dates = (starts: string, until: string) => (starts === until ? day(starts) : `${day(starts)} – ${day(until)}`)
const titled = (title: string, about: string) => ({ title, about })

const reports: (typeof ru)['reports'] = {
  class: {
    summary: titled('Summary sheet of marks', 'Pupils and subjects: marks of a period or of the whole year'),
    homeroom: titled('Report of the class teacher', 'Movement, who excels and who fails, absences by reason'),
    attendance: titled('Attendance of the class', 'Days and lessons missed by every pupil, by reason'),
    risk: titled('Many absences', 'Pupils who missed more lessons than the number given'),
    accumulation: titled('Number of marks', 'Who has few marks, and which works have none'),
    fill: titled('Filling of the journal', 'Lessons of the class without topic, attendance or homework'),
    movement: titled('Movement of pupils', 'Who came and left, by which orders'),
    acknowledgement: titled('Acknowledgement by parents', 'How many weeks of the diary parents have signed'),
  },
  teacher: {
    subject: titled('Report of the subject teacher', 'Results by class: success, quality, degree of learning, hours'),
    accumulation: titled('Number of marks', 'Who has few marks in your subjects'),
    fill: titled('Filling of the journal', 'Your lessons without topic, attendance or homework'),
    programme: titled('Completion of the programme', 'Hours planned and given, lag'),
  },
  school: {
    results: titled('Results of the school', 'Results by class, grade and subject'),
    objectivity: titled('Objectivity of marking', 'Year marks beside exam marks'),
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
  fileName: (title, place, span) => [title, place, span].filter(Boolean).join(', ').replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 150),
  madeBy: 'Made by',
  rounding: { tenths: 'Rounded to tenths, halves upwards.', hundredths: 'Rounded to hundredths, halves upwards.' },
  reports,
  pupil: 'Pupil', pupils: 'Pupils', classUnit: 'Class', teacher: 'Teacher', subject: 'Subject', date: 'Date', total: 'Total', what: 'What', count: 'Number', noPupils: 'There were no pupils on these days',
  journal: {
    title: (className) => `Journal of class ${className}`, homeroom: (name) => (name ? `Class teacher: ${name}` : ''), taught: (names) => `Teacher: ${names}`, lessons: 'Lessons', given: 'What was taught',
    number: 'Lesson', topic: 'Topic', homework: 'Homework', note: 'Note', cancelled: 'cancelled', substitute: (name) => `substitute: ${name}`, corrections: 'Corrections', was: 'Was', became: 'Became', who: 'Who', when: 'When', why: 'Why',
    takenBack: 'taken back', legend: 'A: absent, I: ill, E: excused, L: late, X: exempt, R: remote, G: left early. Asterisk: corrected, see “Corrections”. Grey: not enrolled.',
    head: 'Principal', deputy: 'Deputy head', kind: { year: 'year', exam: 'exam', final: 'final' },
    absence: (code, reason) => ({ absent: ({ illness: 'I', excused: 'E' } as Record<string, string>)[reason ?? ''] ?? 'A', late: 'L', exempt: 'X', remote: 'R', leftEarly: 'G' } as Record<string, string>)[code] ?? '',
  },
  record: {
    title: 'Student record', born: (day: string) => (day ? `Born ${day}` : ''), movement: 'Enrolment and transfers', from: 'From', to: 'To', orders: 'Orders', marks: (className: string, year: string) => `Marks of ${year}, ${className}`,
    current: 'Current marks', missed: 'Missed', check: (hash: string) => `Signed document: SHA-256 ${hash}. Anyone can check the signature with npm run signature-verify.`,
  },
  results: {
    marks: 'Marks', success: 'Success, %', quality: 'Quality, %', learned: 'Learning, %', average: 'Average', succeeded: 'Threes, fours and fives', good: 'Fours and fives', counted: 'Counted (N)', hours: 'Lessons',
    learnedTitle: 'Degree of learning', learnedRule: '(100·n5 + 64·n4 + 36·n3 + 16·n2 + 7·n n/a) ÷ N.', averageRule: 'The sum of marks by their number, without n/a.',
    rule: 'N includes n/a; the exempt, those without a mark and those who left before the end are not counted.', note: 'Pupils who had not left by the end of the period. N includes n/a; the exempt and those without a mark are not counted.',
    leftOut: { exempt: 'exempt', unmarked: 'without a mark', passFail: 'pass or fail' }, figure: { five: 'Mark 5', four: 'Mark 4', three: 'Mark 3', two: 'Mark 2', notAttested: 'n/a' },
    mark: { pass: 'pass', fail: 'fail', notAttested: 'n/a', exempt: 'ex.' }, kind: { year: 'year', exam: 'exam', final: 'final' },
    category: { excellent: 'All fives', good: 'Fours and fives', passing: 'With threes', failing: 'Failing', notAttested: 'Not attested', unmarked: 'No marks' }, oneShort: { 4: 'With one four', 3: 'With one three' },
    standing: { excellent: 'all fives', good: 'fours and fives', passing: 'with threes', failing: 'failing', notAttested: 'not attested', unmarked: 'no marks' },
    categoryHead: 'Result', categories: 'Pupils', who: 'Who', bySubject: 'By subject', byClass: 'By class', withMark: 'With a mark', parallel: (grade) => `Grade ${grade}`, outOfStep: 'period still running',
    categoryNote: 'The worst mark decides. Pupils with one four are among fours and fives, those with one three among those with threes.', noMarks: 'There are no final marks of this time yet',
    apart: (names) => `Left out are classes whose own period does not end within this time: ${names}.`, feet: ['Fives', 'Fours', 'Threes', 'Twos', 'n/a', 'Success, %', 'Quality, %', 'Learning, %', 'Average'],
  },
  objectivity: {
    compared: 'Compared', same: 'Confirmed', raised: 'Year above exam', lowered: 'Year below exam', sameShare: 'Confirmed, %', raisedShare: 'Year above exam, %', loweredShare: 'Year below exam, %',
    rule: 'Share of pupils who have both a year and an exam mark.', note: 'Year and exam marks of the same pupil are compared. Results of ВПР are not kept here and not included.', nothing: 'There are no exam marks this year yet',
  },
  attendance: {
    all: 'all', illness: 'illness', excused: 'excused', unexcused: 'unexcused', unknown: 'no reason', days: 'Days missed', lessons: 'Lessons missed', late: 'Late', presence: 'Attendance, %',
    attended: 'Lessons attended', due: 'Lessons due', lessonsMissed: 'Lessons missed', daysMissed: 'Of them whole days', missedShare: 'Missed, %', byIllness: 'of them by illness', byExcuse: 'of them excused', byTruancy: 'of them unexcused', byUnknown: 'of them without a reason',
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

import type { attendance as ru } from './attendance.ru.ts'

export const attendance: typeof ru = {
  title: 'Who is not at school', views: 'What to show', day: 'Day', class: 'Class', allClasses: 'All classes', statistics: 'The month', earlier: 'Earlier', later: 'Later', today: 'Today', date: 'Date', from: 'From', to: 'Until',
  everyone: 'Everyone is in class', everyoneClass: 'No absences on these days', noCounts: 'No absences in these days',
  away: (n) => `${n} ${n === 1 ? 'pupil' : 'pupils'} away`, unknown: 'nobody knows why', unknownCount: (n) => `nobody knows why: ${n}`, ill: 'ill', absent: 'not at school', illShare: (percent, threshold) => `${percent} % ill, threshold ${threshold} %`,
  ofPupils: (n, of) => `${n} of ${of} away`, missed: (numbers, held) => numbers.length >= held ? 'the whole day' : `${numbers.length === 1 ? 'lesson' : 'lessons'} ${numbers.join(', ')}`, asked: 'the family has written', homeroom: (name) => `class teacher ${name}`,
  reasons: { illness: 'illness', excused: 'excused', unexcused: 'unexcused' }, choose: 'Reason',
  give: 'Give the reason', giveFor: (n) => `Reason for ${n} ${n === 1 ? 'pupil' : 'pupils'}`, note: 'Note', noteHint: 'Certificate, application: number and date', save: 'Save', cancel: 'Cancel', saved: (n) => `Reason given: ${n} ${n === 1 ? 'lesson' : 'lessons'}`, wrongDays: 'A day not before the first one', select: (name) => `Select: ${name}`, selectUnknown: 'Select all without a reason',
  whole: {
    view: 'Mark a day', title: 'Who was at which lesson', noLessons: 'The class has no lessons on this day', all: 'Choose all', choose: 'Choose pupils', chosen: (n) => `Chosen: ${n}. The code goes into all lessons of the day`, codes: 'What to write into all lessons of the day',
    code: (letters, why) => (why ? `${letters}, ${why}` : letters), present: 'Was there', written: (n) => `Written: ${n} ${n === 1 ? 'lesson' : 'lessons'}`, nothing: 'Nothing to change: it stands so already', stays: 'Where a teacher wrote late or left early, it stays.',
    reason: 'Why you write for the teachers', reasonHint: 'Everyone who opens the history of the cell reads it', refused: (n) => `Not written: ${n} ${n === 1 ? 'lesson' : 'lessons'}`, refusedCell: (name, number, why) => `${name}, lesson ${number}: ${why}`,
  },
  inbox: 'Families wait for an answer', answer: 'Answer to the family', answerHint: 'Whoever wrote will see it', accept: 'Accept', decline: 'Decline', declineTitle: 'Decline the reason',
  lesson: (n, subject) => `lesson ${n}, ${subject}`,
  columns: { pupil: 'Pupil', class: 'Class', lessons: 'Lessons', illness: 'Illness', excused: 'Excused', unexcused: 'Unexcused', unknown: 'Unknown', days: 'Full days', late: 'Late', total: 'Total' },
  countedBy: (lessons) => lessons === null ? 'A full day: every lesson of it was missed.' : `A full day: every lesson of it was missed, or ${lessons} and more.`,
  rule: 'Rule of counting', ruleFrom: (day) => `since ${day}`, changeRule: 'Change', ruleDay: 'Holds from', fullDay: 'How many lessons make a full day', fullDayHint: 'Empty: all lessons of the day', illnessLimit: 'Threshold of the ill in a class, %', ruleSaved: 'The rule is saved', ruleWrong: 'Lessons from 1 to 12, threshold from 1 to 100',
}

import type { promotion as ru } from './promotion.ru.ts'

export const promotion: typeof ru = {
  title: { promotion: (name) => `Promotion, ${name}`, admission: (name) => `Admission to final exams, ${name}` }, year: (year) => `School year ${year}/${String((year + 1) % 100).padStart(2, '0')}`,
  pupil: 'Pupil', result: 'The year', proposal: 'Proposed', decision: 'Decision of the council', none: 'There are no pupils in the class', noRule: 'There are no rules of marking yet',
  decisions: { promoted: 'promoted', conditional: 'promoted conditionally', repeat: 'repeats the year', adapted: 'adapted programme', individual: 'individual plan', admitted: 'admitted to exams', notAdmitted: 'not admitted to exams', finished: 'finished' },
  by: {
    allPassed: 'all year marks are 3 or better', noMarksInGrade: 'this grade gets no marks', debtsWithin: 'failed subjects', debtsOver: 'more failed subjects than the rule allows', marksMissing: 'year marks are missing', workMissing: 'no interview or essay yet', workFailed: 'the interview or essay was not passed',
  },
  missing: (names) => `no year mark: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`, byCouncil: 'the council decides',
  paper: (number, day) => `protocol no. ${number} of ${day}`, order: (number, day) => `order no. ${number} of ${day}`,
  act: (n) => `Write the decision: ${n}`, choose: 'Choose pupils to write the decision of the council', step: (n) => `Step ${n} of 2`, ask: 'Decision of the pedagogical council', what: 'Decision', asProposed: 'As the rule proposes',
  protocolNumber: 'Number of the protocol', protocolDate: 'Date of the protocol', orderNumber: 'Number of the order', orderDate: 'Date of the order', later: 'May be added later', firstDue: 'First attempt by', secondDue: 'Second attempt, by a commission, by', familyChoice: 'Date of the request of the parents', familyNote: 'The family chooses to repeat or to learn by another programme',
  work: 'Interview (grade 9) or essay (grade 11)', works: { '': 'as written', pass: 'passed', fail: 'not passed' }, note: 'Note', next: 'Check', back: 'Back', confirm: 'Write the decision', confirmText: 'Families see the decision. It is corrected by another decision of the council.', skipped: (n) => `No proposal, nothing is written: ${n}`,
  written: (n) => `Decisions written: ${n}`, refused: (n) => `Not written: ${n}`, cancel: 'Cancel',
  debts: 'Failed subjects', debt: (subject, year, value) => `${subject}, ${year}/${String((year + 1) % 100).padStart(2, '0')}: ${value}`, due: (first, second) => `first attempt by ${first}, second by ${second}`,
  settled: (day) => `made good ${day}`, open: 'open', overdue: 'the time is over', attempt: (n) => (n === 1 ? 'First attempt' : 'Second attempt, by a commission'), attempted: (n, day, value) => `attempt ${n}, ${day}: ${value}`, put: 'Write an attempt', date: 'Date', value: 'Mark', commission: 'Protocol of the commission', save: 'Save',
  values: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', pass: 'passed', fail: 'not passed', notAttested: 'n/a' }, chair: 'Chair', secretary: 'Secretary',
}

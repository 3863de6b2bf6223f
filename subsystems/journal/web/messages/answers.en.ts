import type { answers as ru } from './answers.ru.ts'

/** Words of homework that is handed in. */
export const answers: typeof ru = {
  ask: 'Handed in here', list: (n) => (n === 0 ? 'Answers' : `Answers: ${n}`), link: { wanted: 'Hand in', sent: 'Handed in', returned: 'Given back: see', accepted: 'Accepted' },
  title: (subject) => `Homework: ${subject}`, due: (day) => `Due ${day}`, givenOn: (day) => `given ${day}`, task: 'What to do', own: 'Your answer', ofPupil: (name) => `Answer: ${name}`, hint: 'Write the answer or paste a link to a file',
  linkTitle: 'Name of the link', linkAddress: 'Address of the link', addLink: 'Add a link', removeLink: (title) => `Remove the link: ${title}`, linkWrong: 'The address begins with https://', send: 'Hand in', resend: 'Hand in again', change: 'Correct the answer', cancel: 'Cancel',
  state: { sent: 'waits to be looked at', returned: 'given back', accepted: 'accepted' }, late: 'late', sentAt: (when) => `handed in ${when}`, review: 'The teacher says', mark: (value, work) => `Mark ${value}, ${work.toLowerCase()}`,
  history: 'History', step: { sent: 'Answer handed in', returned: 'Given back', accepted: 'Accepted' }, notWanted: 'This homework is not handed in here', nothing: 'No answer yet',
  answersTitle: (subject, group) => `Answers: ${subject}, ${group}`, counted: (all, sent, waiting) => `${all} pupils, ${sent} handed in, ${waiting} wait`, all: 'Pupils', nobody: 'The homework was given to nobody',
  notSent: 'not handed in', ticked: 'ticked as done', open: 'Open the answer', accept: 'Accept', giveBack: 'Give back', word: 'A word to the pupil', wordHint: 'When giving back, say what is to be done', withMark: 'Mark', noMark: 'No mark', intoWork: 'For which work', reason: 'Reason of the entry', prev: 'Previous', next: 'Next',
  figure: { pass: 'pass', fail: 'fail', debt: 'debt' }, noWorks: 'To put a mark, add the work “Homework” to the lesson', waiting: 'Homework handed in', waitingOf: (n) => (n === 1 ? '1 answer waits' : `${n} answers wait`), allSeen: 'No new answers',
}

import { plural } from '@school/web'
import type { board as ru } from './timetable.ru.ts'

export const board: typeof ru = {
  by: { class: 'Class', teacher: 'Teacher', room: 'Room' }, of: { class: 'by class', teacher: 'by teacher', room: 'by room' }, views: { class: 'a class', teacher: 'a teacher', room: 'a room' },
  draft: 'draft', saving: 'saving', undo: 'Undo', redo: 'Redo', rules: 'Rules of the timetable', files: 'Download', poster: (size) => `Poster ${size}, PDF`, allPosters: (of) => `All posters ${of}, PDF`, excel: (of) => `Excel book ${of}`, fet: 'FET file',
  pickUp: 'Pick up a lesson: every cell shows its price', asBlock: 'with its neighbours', tray: 'Not placed', allPlaced: 'All hours of the load have their place.', left: (n) => `${n} h`, takeOff: 'Take off',
  emptyCell: (day, n) => `${day}, lesson ${n}, free`, putHere: (day, n) => `Put here: ${day}, lesson ${n}`, swapWith: (what) => `in exchange with ${what}`, good: 'fine', solves: (what) => `solves "${what}"`,
  keys: (whose) => `The week of ${whose}. Arrows move over the cells, Enter picks up and puts down, Escape lets go, Space opens, Delete takes off.`,
  faultsTitle: 'Remarks', noFaults: 'No remarks.',
  faults: { teacherClash: 'teacher is taken', groupClash: 'class has a lesson already', roomClash: 'room is taken', noBell: 'no such lesson by the bells', dayMost: 'more lessons than a day may have', pupilWindow: 'gap for the class', halfWindow: 'gap for a part of the class', sameDay: 'subject twice a day', double: 'double lesson in primary school', peakDay: 'hardest day is not Tuesday or Wednesday', hardPlace: 'hard subject outside the best hours', teacherDay: 'many lessons a day for the teacher', teacherWindow: 'gap for the teacher', wrongRoom: 'not a room for this subject' },
  publish: 'Put in force', publishTitle: (name) => `Put in force: ${name}`, published: (day) => `In force from ${day}`, errorsLeft: (n) => `${n} ${plural(n, 'error', 'errors', 'errors')} left`, errorsLeftText: 'It can be put in force all the same, but the clashes will be in the lessons.',
  replaces: (name) => `Replaces “${name}”.`, replacesNothing: 'No other timetable holds on that day.', following: (n) => `${n} ${plural(n, 'lesson', 'lessons', 'lessons')} of the next five weeks will follow.`, staying: (n) => `${n} ${plural(n, 'lesson stays as it is', 'lessons stay as they are', 'lessons stay as they are')}: something is recorded for them, or they were changed by hand.`,
  why: { recorded: 'has records', closed: 'closed', changed: 'changed by hand' },
  conflict: (entries) => `Meanwhile ${entries.map(({ what, by }) => `${by ?? 'somebody'} ${what ? `changed “${what}”` : 'took this lesson off'}`).join('; ')}. The new state is shown, your move was not written.`,
  nothingChanged: 'Nothing was changed',
  newDraft: 'New draft', removeDraft: 'Remove draft', removeDraftAsk: (name) => `Remove the draft “${name}” with all lessons placed in it?`,
  rulesSub: 'The numbers by which a timetable is judged', rulesFrom: 'From', rulesRecommended: 'The recommended numbers hold now: СП 2.4.3648-20 and СанПиН 1.2.3685-21.', rulesOwn: (day) => `The school’s numbers, from ${day}`, weight: 'Price', weights: 'Prices of remarks', dayMost: 'Lessons a day', grade: 'Grade', usual: 'as a rule', once: 'once a week', points: 'Difficulty of subjects, points', subject: 'Subject',
  substitution: { sameSubject: 'Substitute: same subject', knowsClass: 'Substitute: knows the class', window: 'Substitute: has a gap', here: 'Substitute: in school that day', notHere: 'Substitute: less if not in school', dayLoad: 'Substitute: less for each own lesson', overloaded: 'Substitute: less for overload', month: 'Substitute: less for each one this month' },
  subjectRooms: 'Rooms of subjects', anyRoom: 'any', together: 'Combined classes', togetherText: 'Classes that learn together: one teacher and one room for them is no clash.', addTogether: 'Add a set', others: 'Other', hardPoints: 'Hard subject, from points', doubleFromGrade: 'Double lessons from grade', teacherDayMost: 'Most lessons a day for a teacher', rulesSaved: 'Rules saved', severity: { error: 'forbidden', warning: 'bad', hint: 'undesirable' },
}

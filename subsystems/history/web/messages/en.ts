import type { ru } from './ru.ts'

export const en: typeof ru = {
  history: 'History of changes', historySub: 'Who changed what, and when', none: 'No entries', when: 'When', who: 'Who', what: 'What', about: 'About', details: 'Before and after', was: 'before', becomes: 'after', all: 'All acts', kind: 'Section', from: 'From', to: 'To', more: 'Show more', system: 'system',
  sealed: (n, unsealed) => `${n} in the chain, ${unsealed} waiting`, checkpoint: (at) => `last signature ${at}`, noCheckpoint: 'no signature yet',
  looks: 'Who opened the diary', looksSub: 'Readings by staff of the school and changes of the record', noLooks: 'Nobody has opened it', opened: 'opened', changed: 'changed',
  roles: { operator: 'operator', regionalCurator: 'regional curator', municipalCurator: 'municipal curator', schoolAdmin: 'administrator', principal: 'principal', deputyHead: 'deputy head', teacher: 'teacher', homeroomTeacher: 'class teacher', pupil: 'pupil', parent: 'parent' },
  rooms: { registry: 'People and classes', identity: 'Sign-in and requests', schedule: 'Timetable', journal: 'Journal', portal: 'News', notices: 'Notifications' },
  action: { 'journal.mark.put': 'Mark', 'journal.attendance.put': 'Attendance', 'journal.homework.put': 'Homework', 'journal.lesson.record': 'Topic of a lesson', 'journal.work.put': 'Work', 'registry.person.correct': 'Data of a person', 'registry.person.create': 'New person', 'registry.employment.put': 'Employment', 'registry.enrolment.put': 'Enrolment', 'registry.enrolment.transfer': 'Transfer', 'registry.enrolment.withdraw': 'Withdrawal', 'registry.guardianship.put': 'Representative', 'registry.guardianship.end': 'Representative no longer', 'schedule.import.confirm': 'Import written', 'schedule.import.upload': 'File uploaded', 'schedule.lesson.change': 'Change of a lesson', 'schedule.year.open': 'School year opened', 'schedule.course.put': 'Teaching load', 'portal.item.put': 'News or link', 'identity.request.approve': 'Request approved', 'identity.request.reject': 'Request rejected' },
  read: { diary: 'diary', card: 'card' },
  problem: {},
}

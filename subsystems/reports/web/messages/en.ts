import { plural } from '@school/web'
import type { ru } from './ru.ts'

export const en: typeof ru = {
  title: 'Reports', sub: 'Everything is counted from the journal, nothing is filled in by hand',
  group: { class: 'About the class', teacher: 'About my lessons', teacherOffice: 'About a teacher', school: 'About the school' },
  nothing: 'Reports will appear here once you have lessons or a class',
  ask: 'What to show', classUnit: 'Class', teacher: 'Teacher', period: 'For which time', wholeYear: 'School year', day: 'On which day', least: 'Lessons missed, at least',
  excel: 'Excel', pdf: 'PDF', unknown: 'There is no such report', toList: 'To all reports',
  why: { date: '', name: 'What counts', value: 'Number', weight: 'Share', product: 'Total', excluded: 'Left out', open: (name: string) => `How it is counted: ${name}` },
  scroll: 'The table scrolls sideways',
  cancel: 'Cancel',
  record: {
    title: 'Student record', make: 'Make', bring: 'Take from another school', none: 'The signed record goes along with the pupil to another school: marks, absences, orders', container: 'Signed file',
    made: (className: string, year: number) => `${className}, school year ${year}/${year + 1}`, from: (school: string) => `From another school: ${school}`, waits: 'Ready to write', check: 'Check it', taken: (n: number) => `${n} ${plural(n, 'mark', 'marks', 'marks')} written`,
    bringTitle: 'Record from another school', file: 'File of the record', fileHint: 'The .asics file that the former school or the parent gave', pupil: 'Pupil', place: 'Where', year: 'Class and year', signer: 'Signed by', signedAt: 'Signed at',
    signatureOk: 'The signature is right: the file was not changed and this system signed it.', signatureDoubt: 'The signature is not confirmed', fault: { untrusted: 'The file was not changed, but the key is unknown to us. Compare it with the paper.', expired: 'The certificate has expired.', timeOutside: 'The time of signing does not fit the clock.' },
    differs: 'The pupil is named otherwise here', otherPupil: 'This is the record of another pupil', field: { lastName: 'Last name', firstName: 'First name', middleName: 'Patronymic', birthDate: 'Date of birth' }, difference: (field: string, theirs: string, ours: string) => `${field}: “${theirs}” in the file, “${ours}” here`,
    subjectsLead: 'Say to which subjects the marks belong. What is written already is not repeated, closed periods do not change.', subject: (name: string, marks: number, finals: number) => `${name}: ${marks} ${plural(marks, 'mark', 'marks', 'marks')}, ${finals} of periods`, leave: 'Leave out',
    checkedBy: 'By which paper it was checked', checkedByHint: 'For example: certificate No. 14 of 12.11.2026', take: 'Write the marks', written: (w: { marks: number; finals: number; left: number }) => `${w.marks} current, ${w.finals} of periods. ${w.left} remain to be read only.`,
  },
  exports: {
    title: 'Signed journal of a class', sub: 'All pages and the summary sheet as one document with an electronic signature', act: 'Prepare the journal', ready: 'Prepared journals', none: 'Journals you prepare will appear here', noClasses: 'Open classes first',
    by: (name, when) => `${name}, ${when}`, container: 'Signed container', failed: 'It could not be signed', making: (done, total) => `Page ${Math.min(done + 1, total)} of ${total}`,
    check: 'Anyone can check the signature: npm run signature-verify -- file.asics --any-key --ca folder-with-certificate', certificate: 'Download the certificate',
  },
  problem: { 'reports.id_taken': 'Another journal is being prepared under this id', 'reports.not_signed': 'It could not be signed, try again', 'reports.file_missing': 'Choose a file', 'reports.record_broken': 'This is no student record, or it is damaged', 'reports.record_changed': 'The file was changed after it was signed and cannot be taken', 'reports.own_record': 'Your own school made this record: its marks are in the journal already', 'reports.check_needed': 'Write by which paper it was checked', 'reports.other_pupil': 'The date of birth differs: this is the record of another pupil', 'reports.subject_twice': 'Two subjects lead to the same one' },
  inCollege: { group: { class: 'About a group', teacherOffice: 'About a teacher', school: 'About the college' }, classUnit: 'Group', teacher: 'Teacher' },
  permission: { read_list: 'List of reports', read_class: 'Reports about a class', read_teacher: 'Reports about the lessons of a teacher', read_school: 'Reports about the school', export_journal: 'Signed journal of a class', keep_record: 'Records of pupils' },
}

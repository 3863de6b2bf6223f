import type { ru } from './ru.ts'

export const en: typeof ru = {
  title: 'Reports', sub: 'Everything is counted from the journal, nothing is filled in by hand',
  group: { class: 'About the class', teacher: 'About my lessons', teacherOffice: 'About a teacher', school: 'About the school' },
  nothing: 'Reports will appear here once you have lessons or a class',
  ask: 'What to show', classUnit: 'Class', teacher: 'Teacher', period: 'For which time', wholeYear: 'School year', day: 'On which day', least: 'Lessons missed, at least',
  excel: 'Excel', pdf: 'PDF', unknown: 'There is no such report', toList: 'To all reports',
  why: { date: '', name: 'What counts', value: 'Number', weight: 'Share', product: 'Total', excluded: 'Left out', open: (name: string) => `How it is counted: ${name}` },
  scroll: 'The table scrolls sideways',
  exports: {
    title: 'Signed journal of a class', sub: 'All pages and the summary sheet as one document with an electronic signature', act: 'Prepare the journal', ready: 'Prepared journals', none: 'Journals you prepare will appear here', noClasses: 'Open classes first',
    by: (name, when) => `${name}, ${when}`, container: 'Signed container', failed: 'It could not be signed', making: (done, total) => `Page ${Math.min(done + 1, total)} of ${total}`,
    check: 'Anyone can check the signature: npm run signature-verify -- file.asics --any-key --ca folder-with-certificate', certificate: 'Download the certificate',
  },
  problem: { 'reports.id_taken': 'Another journal is being prepared under this id' },
  permission: { read_list: 'List of reports', read_class: 'Reports about a class', read_teacher: 'Reports about the lessons of a teacher', read_school: 'Reports about the school', export_journal: 'Signed journal of a class' },
}

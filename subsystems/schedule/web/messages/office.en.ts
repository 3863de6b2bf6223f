import type { ru } from './office.ru.ts'

export const en: typeof ru = {
  imports: 'Import',
  importsSub: 'Lists from Excel and OneRoster, a timetable from FET', exportLists: 'Export of lists', exportListsSub: 'A OneRoster package for another system, or an Excel workbook',
  calendar: 'Calendar and bells',
  calendarSub: 'School year, periods, vacations, bells',
  timetables: 'Versions of the timetable',
  timetablesSub: 'Which timetable from which day, editing and clashes',
  load: 'Teaching load',
  loadSub: 'Who teaches what, and how many hours',
}

/** The schedule on the start pages of management. */
export const ru = {
  imports: 'Импорт',
  importsSub: 'Списки из Excel и OneRoster, расписание из FET', exportLists: 'Выгрузка списков', exportListsSub: 'Пакет OneRoster для другой системы или книга Excel',
  calendar: 'Календарь и звонки',
  calendarSub: 'Учебный год, периоды, каникулы, звонки',
  timetables: 'Версии расписания',
  timetablesSub: 'С какого дня какое расписание, правка и накладки',
  load: 'Нагрузка',
  loadSub: 'Кто что и сколько часов ведёт',
}

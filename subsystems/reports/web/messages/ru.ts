export const ru = {
  title: 'Отчёты', sub: 'Всё считается из журнала, ничего не нужно заполнять',
  group: { class: 'О классе', teacher: 'О моих уроках', teacherOffice: 'Об учителе', school: 'О школе' },
  nothing: 'Здесь появятся отчёты, когда у вас будут уроки или класс',
  ask: 'Что показать', classUnit: 'Класс', teacher: 'Учитель', period: 'За какое время', wholeYear: 'Учебный год', day: 'На какой день', least: 'Пропущено уроков, не меньше',
  excel: 'Excel', pdf: 'PDF', unknown: 'Такого отчёта нет', toList: 'Ко всем отчётам',
  why: { date: '', name: 'Что учтено', value: 'Число', weight: 'Доля', product: 'Итого', excluded: 'Не учтены', open: (name: string) => `Как посчитано: ${name}` },
  scroll: 'Таблица прокручивается в стороны',
  permission: { read_list: 'Список отчётов', read_class: 'Отчёты о классе', read_teacher: 'Отчёты об уроках учителя', read_school: 'Отчёты о школе' },
}

export const ru = {
  title: 'Отчёты', sub: 'Всё считается из журнала, ничего не нужно заполнять',
  group: { class: 'О классе', teacher: 'О моих уроках', teacherOffice: 'Об учителе', school: 'О школе' },
  nothing: 'Здесь появятся отчёты, когда у вас будут уроки или класс',
  ask: 'Что показать', classUnit: 'Класс', teacher: 'Учитель', period: 'За какое время', wholeYear: 'Учебный год', day: 'На какой день', least: 'Пропущено уроков, не меньше',
  excel: 'Excel', pdf: 'PDF', unknown: 'Такого отчёта нет', toList: 'Ко всем отчётам',
  why: { date: '', name: 'Что учтено', value: 'Число', weight: 'Доля', product: 'Итого', excluded: 'Не учтены', open: (name: string) => `Как посчитано: ${name}` },
  scroll: 'Таблица прокручивается в стороны',
  exports: {
    title: 'Журнал класса с подписью', sub: 'Все страницы и сводная ведомость одним документом с электронной подписью', act: 'Подготовить журнал', ready: 'Подготовленные журналы', none: 'Здесь появятся журналы, которые вы подготовите', noClasses: 'Сначала откройте классы',
    by: (name: string, when: string) => `${name}, ${when}`, container: 'Контейнер с подписью', failed: 'Не получилось подписать', making: (done: number, total: number) => `Страница ${Math.min(done + 1, total)} из ${total}`,
    check: 'Проверить подпись может любой: npm run signature-verify -- файл.asics --any-key --ca папка-с-сертификатом', certificate: 'Скачать сертификат',
  },
  problem: { 'reports.id_taken': 'Под этим номером уже готовится другой журнал' },
  permission: { read_list: 'Список отчётов', read_class: 'Отчёты о классе', read_teacher: 'Отчёты об уроках учителя', read_school: 'Отчёты о школе', export_journal: 'Журнал класса с подписью' },
}

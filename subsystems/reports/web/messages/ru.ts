import { plural } from '@school/web'
export const ru = {
  title: 'Отчёты', sub: 'Всё считается из журнала, ничего не нужно заполнять',
  group: { class: 'О классе', teacher: 'О моих уроках', teacherOffice: 'Об учителе', school: 'О школе' },
  nothing: 'Здесь появятся отчёты, когда у вас будут уроки или класс',
  ask: 'Что показать', classUnit: 'Класс', teacher: 'Учитель', period: 'За какое время', wholeYear: 'Учебный год', day: 'На какой день', least: 'Пропущено уроков, не меньше',
  excel: 'Excel', pdf: 'PDF', unknown: 'Такого отчёта нет', toList: 'Ко всем отчётам',
  why: { date: '', name: 'Что учтено', value: 'Число', weight: 'Доля', product: 'Итого', excluded: 'Не учтены', open: (name: string) => `Как посчитано: ${name}` },
  scroll: 'Таблица прокручивается в стороны',
  cancel: 'Отмена',
  record: {
    title: 'Личное дело', make: 'Составить', bring: 'Принять из другой школы', none: 'Подписанное личное дело уходит с учеником в другую школу: отметки, пропуски, приказы', container: 'Файл с подписью',
    made: (className: string, year: number) => `${className}, ${year}/${year + 1} учебный год`, from: (school: string) => `Из другой школы: ${school}`, waits: 'Можно внести', check: 'Проверьте', taken: (n: number) => `Внесено ${n} ${plural(n, 'отметка', 'отметки', 'отметок')}`,
    bringTitle: 'Личное дело из другой школы', file: 'Файл личного дела', fileHint: 'Файл .asics, который выдала прежняя школа или принёс родитель', pupil: 'Ученик', place: 'Где учился', year: 'Класс и год', signer: 'Подписал', signedAt: 'Когда подписано',
    signatureOk: 'Подпись верна: файл не менялся и подписан этой системой.', signatureDoubt: 'Подпись не подтверждена', fault: { untrusted: 'Файл не менялся, но подписан ключом, которого мы не знаем. Сверьте его с бумажной справкой.', expired: 'Сертификат подписи уже истёк.', timeOutside: 'Время подписи не сходится с часами.' } as Record<string, string>,
    differs: 'Ученик назван иначе, чем у нас', otherPupil: 'Это личное дело другого ученика', field: { lastName: 'Фамилия', firstName: 'Имя', middleName: 'Отчество', birthDate: 'Дата рождения' }, difference: (field: string, theirs: string, ours: string) => `${field}: в файле «${theirs}», у нас «${ours}»`,
    subjectsLead: 'Укажите, к каким предметам отнести отметки. Уже внесённое не повторится, закрытые периоды не изменятся.', subject: (name: string, marks: number, finals: number) => `${name}: ${marks} ${plural(marks, 'отметка', 'отметки', 'отметок')}, за периоды ${finals}`, leave: 'Не вносить',
    checkedBy: 'По какому документу сверено', checkedByHint: 'Например: справка № 14 от 12.11.2026', take: 'Внести отметки', written: (w: { marks: number; finals: number; left: number }) => `Текущих ${w.marks}, за периоды ${w.finals}. Только для чтения осталось ${w.left}.`,
  },
  exports: {
    title: 'Журнал класса с подписью', sub: 'Все страницы и сводная ведомость одним документом с электронной подписью', act: 'Подготовить журнал', ready: 'Подготовленные журналы', none: 'Здесь появятся журналы, которые вы подготовите', noClasses: 'Сначала откройте классы',
    by: (name: string, when: string) => `${name}, ${when}`, container: 'Контейнер с подписью', failed: 'Не получилось подписать', making: (done: number, total: number) => `Страница ${Math.min(done + 1, total)} из ${total}`,
    check: 'Проверить подпись может любой: npm run signature-verify -- файл.asics --any-key --ca папка-с-сертификатом', certificate: 'Скачать сертификат',
  },
  problem: { 'reports.id_taken': 'Под этим номером уже готовится другой журнал', 'reports.not_signed': 'Подписать не получилось, попробуйте ещё раз', 'reports.file_missing': 'Выберите файл', 'reports.record_broken': 'Это не файл личного дела, или он повреждён', 'reports.record_changed': 'Файл изменён после подписи, принять его нельзя', 'reports.own_record': 'Это личное дело составила ваша же школа: его отметки уже в журнале', 'reports.check_needed': 'Напишите, по какому документу сверено', 'reports.other_pupil': 'Дата рождения не совпадает: это личное дело другого ученика', 'reports.subject_twice': 'Два предмета отнесены к одному' },
  inCollege: { group: { class: 'О группе', teacherOffice: 'О преподавателе', school: 'О колледже' }, classUnit: 'Группа', teacher: 'Преподаватель' },
  permission: { read_list: 'Список отчётов', read_class: 'Отчёты о классе', read_teacher: 'Отчёты об уроках учителя', read_school: 'Отчёты о школе', export_journal: 'Журнал класса с подписью', keep_record: 'Личные дела учеников' },
}

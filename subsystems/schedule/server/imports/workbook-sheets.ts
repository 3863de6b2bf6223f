// not messages: titles and values of the workbook a school fills in
export type SheetKey = 'people' | 'classes' | 'groups' | 'loads'
export type ColumnSpec = { key: string; title: string; also: string[]; hint: string; width: number; needed?: boolean; examples: (string | number | null)[] }
export type SheetSpec = { key: SheetKey; title: string; also: string[]; columns: ColumnSpec[] }

/** The first column says which rows are ours to explain; rows with these words are never read. */
export const NOTE_COLUMN = 'Пометка'
export const NOTE_WORDS = ['подсказка', 'пример']

const column = (key: string, title: string, also: string[], hint: string, width: number, examples: (string | number | null)[], needed = false): ColumnSpec =>
  ({ key, title, also, hint, width, needed, examples })

/** The sheets of our template; reading goes by the same table, so that the two cannot part. */
export const SHEETS: readonly SheetSpec[] = [
  { key: 'people', title: 'Люди', also: ['ученики', 'сотрудники', 'список', 'контингент', 'people'], columns: [
    column('lastName', 'Фамилия', ['last name', 'surname'], 'как в паспорте или свидетельстве', 18, ['Журавлёва', 'Белов']),
    column('firstName', 'Имя', ['first name', 'name'], '', 14, ['Алёна', 'Игорь']),
    column('middleName', 'Отчество', ['отчество при наличии', 'middle name', 'patronymic'], 'если есть', 18, ['Игоревна', 'Павлович']),
    column('fullName', 'ФИО', ['фио полностью', 'фамилия имя отчество', 'full name'], 'вместо трёх столбцов слева', 30, [null, null]),
    column('birthDate', 'Дата рождения', ['др', 'д р', 'дата рожд', 'birth date', 'birthday'], 'дд.мм.гггг', 14, ['04.03.2014', '12.09.1984']),
    column('gender', 'Пол', ['gender', 'sex'], 'м или ж', 6, ['ж', 'м']),
    column('snils', 'СНИЛС', ['страховой номер', 'snils'], '11 цифр', 16, ['900-000-001 82', '900-000-002 83']),
    column('role', 'Роль', ['кто', 'категория', 'role'], 'ученик, учитель, сотрудник, родитель', 14, ['ученик', 'учитель'], true),
    column('className', 'Класс', ['класс группа', 'группа', 'class'], 'для ученика: 5А', 10, ['5А', null]),
    column('position', 'Должность', ['position'], 'для сотрудника', 22, [null, 'учитель математики']),
    column('email', 'E-mail', ['email', 'почта', 'электронная почта', 'mail'], '', 24, [null, null]),
    column('guardian', 'Законный представитель', ['родитель', 'фио родителя', 'представитель', 'guardian'], 'ФИО', 32, ['Журавлёва Дина Ренатовна', null]),
    column('guardianSnils', 'СНИЛС представителя', ['снилс родителя', 'guardian snils'], '', 18, [null, null]),
    column('guardianBirthDate', 'Дата рождения представителя', ['др представителя', 'дата рождения родителя', 'guardian birth date'], 'дд.мм.гггг; без неё представитель подаст заявку сам', 16, ['15.06.1986', null]),
    column('guardianKind', 'Кем приходится', ['степень родства', 'relation'], 'мать, отец, опекун', 14, ['мать', null]),
  ] },
  { key: 'classes', title: 'Классы', also: ['класс', 'classes'], columns: [
    column('title', 'Класс', ['название', 'class'], 'вместо параллели и литеры', 10, [null, null]),
    column('parallel', 'Параллель', ['год обучения', 'grade'], '1–12', 11, [5, null]),
    column('letter', 'Литера', ['буква', 'letter'], '', 8, ['А', null]),
    column('shift', 'Смена', ['shift'], '1 или 2', 8, [1, 1]),
    column('homeroom', 'Классный руководитель', ['кл рук', 'классрук', 'куратор', 'homeroom teacher'], 'ФИО из листа «Люди»', 30, ['Белов И. П.', null]),
    column('daysPerWeek', 'Дней в неделе', ['дней', 'учебных дней', 'days'], '5 или 6', 14, [5, 6]),
    column('building', 'Корпус', ['здание', 'building'], '', 16, ['Главный', null]),
    column('course', 'Курс', ['course'], 'для колледжа', 8, [null, 1]),
    column('collegeGroup', 'Группа', ['учебная группа', 'group'], 'для колледжа', 12, [null, 'ЛД101']),
  ] },
  { key: 'groups', title: 'Группы', also: ['подгруппы', 'groups'], columns: [
    column('title', 'Название', ['группа', 'подгруппа', 'title'], '', 22, ['5А английский 1'], true),
    column('classes', 'Классы', ['класс', 'classes'], 'через запятую', 12, ['5А'], true),
    column('subject', 'Предмет', ['subject'], '', 26, ['Иностранный язык (английский)']),
    column('members', 'Состав', ['ученики', 'правило', 'members'], 'ФИО через точку с запятой или: все, мальчики, девочки, первая половина, вторая половина', 40, ['первая половина']),
  ] },
  { key: 'loads', title: 'Нагрузка', also: ['тарификация', 'учебный план', 'load'], columns: [
    column('students', 'Класс или группа', ['класс', 'группа', 'класс группа', 'class'], '', 20, ['5А'], true),
    column('subject', 'Предмет', ['дисциплина', 'subject'], '', 30, ['Математика'], true),
    column('teacher', 'Учитель', ['преподаватель', 'педагог', 'teacher'], 'ФИО из листа «Люди»', 30, ['Белов И. П.']),
    column('hours', 'Часов в неделю', ['часы', 'часов', 'кол во часов', 'hours'], 'можно 0,5', 15, [5], true),
  ] },
]

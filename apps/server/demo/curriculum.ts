/** A subject of the demo curriculum: hours a week by grade, whether the class is divided, and what teaches it. */
export interface PlannedSubject { readonly name: string; readonly hours: Readonly<Record<number, number>>; readonly divided?: boolean; readonly room?: 'gym' | 'lab' | 'computers' | 'workshop'; readonly chair: Chair; readonly perDay?: number }

export type Chair = 'primary' | 'russian' | 'maths' | 'english' | 'history' | 'geography' | 'biology' | 'physics' | 'chemistry' | 'computing' | 'art' | 'music' | 'work' | 'sport' | 'safety'

const from = (first: number, last: number, hours: number): Record<number, number> => Object.fromEntries(Array.from({ length: last - first + 1 }, (_, i) => [first + i, hours]))

/** Hours of the federal plans for primary, basic and (universal profile) secondary school, five-day week, school year 2026/27. */
export const curriculum: readonly PlannedSubject[] = [
  { name: 'Русский язык', chair: 'primary', hours: from(1, 4, 5) },
  { name: 'Литературное чтение', chair: 'primary', hours: from(1, 4, 4) },
  { name: 'Математика', chair: 'primary', hours: from(1, 4, 4) },
  { name: 'Окружающий мир', chair: 'primary', hours: from(1, 4, 2) },
  { name: 'Русский язык', chair: 'russian', hours: { 5: 5, 6: 6, 7: 4, 8: 3, 9: 3, 10: 2, 11: 2 } },
  { name: 'Литература', chair: 'russian', hours: { 5: 3, 6: 3, 7: 2, 8: 2, 9: 3, 10: 3, 11: 3 } },
  { name: 'Английский язык', chair: 'english', hours: { ...from(2, 4, 2), ...from(5, 11, 3) }, divided: true },
  { name: 'Математика', chair: 'maths', hours: { 5: 5, 6: 5 } },
  { name: 'Алгебра', chair: 'maths', hours: { 7: 3, 8: 3, 9: 3, 10: 4, 11: 4 } },
  { name: 'Геометрия', chair: 'maths', hours: { 7: 2, 8: 2, 9: 2, 10: 3, 11: 3 } },
  { name: 'Вероятность и статистика', chair: 'maths', hours: from(7, 11, 1) },
  { name: 'Информатика', chair: 'computing', hours: from(7, 11, 1), divided: true, room: 'computers' },
  { name: 'История', chair: 'history', hours: { 5: 3, 6: 3, 7: 3, 8: 3, 9: 2, 10: 2, 11: 2 } },
  { name: 'Обществознание', chair: 'history', hours: { 9: 1, 10: 4, 11: 4 } },
  { name: 'География', chair: 'geography', hours: { 5: 1, 6: 1, 7: 2, 8: 2, 9: 2, 10: 1, 11: 1 } },
  { name: 'Биология', chair: 'biology', hours: { 5: 1, 6: 1, 7: 1, 8: 2, 9: 2, 10: 1, 11: 1 } },
  { name: 'Физика', chair: 'physics', hours: { 7: 2, 8: 2, 9: 3, 10: 2, 11: 2 }, room: 'lab' },
  { name: 'Химия', chair: 'chemistry', hours: { 8: 2, 9: 2, 10: 1, 11: 1 }, room: 'lab' },
  { name: 'Изобразительное искусство', chair: 'art', hours: from(1, 7, 1) },
  { name: 'Музыка', chair: 'music', hours: from(1, 8, 1), room: 'workshop' },
  { name: 'Труд (технология)', chair: 'work', hours: { ...from(1, 4, 1), 5: 2, 6: 2, 7: 2, 8: 1, 9: 1 }, room: 'workshop' },
  { name: 'Основы безопасности и защиты Родины', chair: 'safety', hours: from(8, 11, 1) },
  { name: 'Физическая культура', chair: 'sport', hours: { ...from(1, 4, 2), ...from(5, 11, 2) }, room: 'gym' },
  { name: 'Основы религиозных культур и светской этики', chair: 'primary', hours: { 4: 1 } },
  { name: 'Функциональная грамотность', chair: 'primary', hours: from(1, 3, 1) },
  { name: 'Функциональная грамотность', chair: 'geography', hours: from(5, 9, 1) },
  { name: 'Родной край', chair: 'history', hours: from(5, 8, 1) },
  { name: 'Индивидуальный проект', chair: 'computing', hours: { 10: 1 } },
  { name: 'Практикум по математике', chair: 'maths', hours: { 10: 1, 11: 2 } },
  { name: 'Финансовая грамотность', chair: 'history', hours: from(10, 11, 1) },
  { name: 'Разговоры о важном', chair: 'primary', hours: from(1, 4, 1) },
  { name: 'Разговоры о важном', chair: 'history', hours: from(5, 11, 1) },
]

/** Topics of the first lessons, used in turn; subjects without their own list take the common one. */
export const topics: Readonly<Record<string, readonly string[]>> = {
  'Алгебра': ['Числовые выражения', 'Выражения с переменными', 'Сравнение значений выражений', 'Свойства действий над числами', 'Тождества', 'Тождественные преобразования', 'Уравнение и его корни', 'Линейное уравнение с одной переменной', 'Решение задач с помощью уравнений', 'Допустимые значения переменных', 'Среднее арифметическое, размах и мода', 'Медиана', 'Что такое функция', 'График функции'],
  'Геометрия': ['Прямая и отрезок', 'Луч и угол', 'Сравнение отрезков и углов', 'Измерение отрезков', 'Измерение углов', 'Смежные и вертикальные углы', 'Перпендикулярные прямые', 'Первый признак равенства треугольников', 'Медиана, биссектриса, высота', 'Свойства равнобедренного треугольника'],
  'Русский язык': ['Повторение изученного', 'Синтаксис и пунктуация', 'Лексика и фразеология', 'Морфемика', 'Причастие как часть речи', 'Склонение причастий', 'Причастный оборот', 'Обособленные определения', 'Действительные причастия', 'Страдательные причастия', 'Словарный диктант', 'Работа над ошибками'],
  'Литература': ['Введение. Изображение человека', 'Былины', 'Пословицы и поговорки', 'Древнерусская литература', 'М. В. Ломоносов', 'Г. Р. Державин', 'А. С. Пушкин: «Полтава»', 'А. С. Пушкин: «Медный всадник»', 'М. Ю. Лермонтов: «Песня про царя…»', 'Н. В. Гоголь: «Тарас Бульба»', 'Сочинение'],
  'Физика': ['Что изучает физика', 'Физические величины', 'Точность измерений', 'Строение вещества', 'Броуновское движение', 'Диффузия', 'Механическое движение', 'Равномерное движение', 'Неравномерное движение', 'Инерция', 'Масса тела', 'Плотность вещества'],
  'История': ['Введение', 'Мир к началу эпохи', 'Смутное время: начало', 'Смутное время: завершение', 'Первое и второе ополчения', 'Освобождение Москвы', 'Россия при первых Романовых', 'Экономическое развитие', 'Сословия', 'Народные движения'],
  'Биология': ['Признаки живого', 'Клетка', 'Ткани растений', 'Водоросли: строение клетки', 'Бурые и красные водоросли', 'Мхи', 'Папоротники', 'Голосеменные', 'Покрытосеменные', 'Лабораторная работа'],
  'Английский язык': ['Back to school', 'Present Simple and Continuous', 'Past Simple', 'Past Continuous', 'The news: dialogues', 'Reading: heroes', 'Listening practice', 'Speaking: my town', 'Writing a letter', 'Revision'],
  '': ['Введение', 'Повторение пройденного', 'Новый материал', 'Закрепление', 'Работа с учебником', 'Практическая работа', 'Решение задач', 'Самостоятельная работа', 'Обобщение', 'Проверка знаний'],
}

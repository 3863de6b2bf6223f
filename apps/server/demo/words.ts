import type { Dice } from '../../../tools/bulk/dice.ts'

const remarks: Readonly<Record<string, readonly string[]>> = {
  5: ['Отличный ответ у доски', 'Решено двумя способами', 'Прекрасно раскрыта тема', 'Работа без единой ошибки'],
  4: ['Небольшая ошибка в вычислениях', 'Хорошо, но без вывода', 'Верно, оформление небрежное', 'Один недочёт в оформлении'],
  3: ['Нужно повторить правило', 'Решена половина заданий', 'Ответ с подсказками', 'Тема усвоена не полностью'],
  2: ['Работа не сдана, можно исправить до конца недели', 'Не готов к уроку', 'Придите на консультацию в четверг', 'Ошибки в главном: разберём вместе'],
}

/** What a teacher writes beside a mark. */
export const remarkOn = (dice: Dice, value: string): string => dice.pick(remarks[value] ?? remarks['4']!)

/** Homework as teachers word it; pages go on from lesson to lesson. */
export function homeworkText(dice: Dice, subject: string, ordinal: number): string {
  const page = 12 + ordinal * 3
  if (/чтение/.test(subject)) return dice.pick([`Прочитать с. ${page}–${page + 4}, пересказ`, `Выразительное чтение, с. ${page + 1}`, `Выучить стихотворение, с. ${page + 2}`])
  if (/Литерат/.test(subject)) return dice.pick([`Прочитать с. ${page}–${page + 9}, ответить на вопросы 2, 4`, `Письменно: характеристика героя, 8–10 предложений`, `Выучить отрывок наизусть, с. ${page + 3}`])
  if (/Английский/.test(subject)) return dice.pick([`Workbook, с. ${8 + ordinal}, упр. ${1 + dice.below(6)}`, `Выучить слова, Student’s Book, с. ${page}`, `Подготовить диалог по образцу, с. ${page}, упр. 3`])
  if (/Физическая/.test(subject)) return dice.pick(['Комплекс упражнений на пресс, 3 подхода', 'Скакалка, 2 подхода по минуте'])
  if (/Музыка|Изобраз|Труд/.test(subject)) return dice.pick(['Закончить работу', 'Подобрать материалы к проекту', 'Подготовить сообщение на две минуты'])
  if (/Русский/.test(subject)) return dice.pick([`§ ${1 + Math.floor(ordinal / 2)}, упр. ${40 + ordinal * 4}`, `Упр. ${42 + ordinal * 4}, разбор двух предложений`, `Подготовиться к словарному диктанту, слова на с. ${page}`])
  if (/Математика|Алгебра|Геометрия|Вероятность/.test(subject)) return `§ ${1 + Math.floor(ordinal / 3)}, № ${60 + ordinal * 7}, ${63 + ordinal * 7} (а, в)`
  if (/Окружающий/.test(subject)) return dice.pick([`Прочитать с. ${page}–${page + 3}, ответить на вопросы`, 'Наблюдение за погодой: записать три дня'])
  return dice.pick([`§ ${1 + Math.floor(ordinal / 2)}, вопросы 1–4`, `§ ${1 + Math.floor(ordinal / 2)}, выучить понятия`, `Рабочая тетрадь, с. ${page}`])
}

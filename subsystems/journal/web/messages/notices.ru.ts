import type { NoticeWords } from '@school/web'

const value = (data: Record<string, unknown>) => ({ pass: 'зачёт', fail: 'незачёт', debt: 'точка', notAttested: 'н/а', exempt: 'осв', '': 'отметка снята' } as Record<string, string>)[String(data['value'])] ?? String(data['value'])
const tries = (data: Record<string, unknown>) => (data['retake'] ? `${value(data)} → ${value({ value: data['retake'] })}` : value(data))
const decided: Record<string, string> = { promoted: 'переведён в следующий класс', conditional: 'переведён условно', repeat: 'повторное обучение', adapted: 'адаптированная программа', individual: 'индивидуальный план', admitted: 'допущен к итоговой аттестации', notAdmitted: 'не допущен к итоговой аттестации', finished: 'окончил обучение' }
const who = (data: Record<string, unknown>) => (data['child'] ? `${String(data['child'])}: ` : '')
const finalOf = (data: Record<string, unknown>) => ({ year: 'год', exam: 'экзамен', final: 'итоговая' } as Record<string, string>)[String(data['kind'])] ?? String(data['period'] ?? '')

/** What families are told of the journal, by kind. */
export const ru: NoticeWords = {
  kinds: { 'journal.question': 'Вопросы учителю и ответы', 'journal.answer': 'Сдали домашнее задание', 'journal.review': 'Проверенное домашнее задание', 'journal.promotion': 'Решения педсовета', 'journal.final': 'Итоговые отметки', 'journal.mark': 'Отметки', 'journal.absence': 'Пропуски и опоздания', 'journal.unexcused': 'Нет в школе, причина неизвестна', 'journal.homework': 'Домашние задания', 'journal.lateHomework': 'Задания, заданные поздно вечером' },
  sentence: {
    'journal.question': (data) => data['side'] === 'family' ? `${String(data['pupil'])}: вопрос по предмету «${String(data['subject'])}»` : `${who(data)}ответ учителя, ${String(data['subject'])}`,
    'journal.promotion': (data) => `${who(data)}решение педсовета: ${decided[String(data['decision'])] ?? ''}`,
    'journal.answer': (data) => `Сдают задание: ${String(data['subject'])}, ${String(data['group'])}`,
    'journal.review': (data) => `${who(data)}${String(data['subject'])}: ${data['returned'] ? 'задание вернули на доработку' : 'задание принято'}`,
    'journal.final': (data) => `${who(data)}${String(data['subject'])}, ${finalOf(data)}: ${value(data)}${data['corrected'] ? ` (было ${value({ value: data['was'] })})` : ''}`,
    'journal.mark': (data) => `${who(data)}${String(data['subject'])}, ${tries(data)}${data['corrected'] && !data['retake'] ? ' (исправлено)' : ''}`,
    'journal.absence': (data) => `${who(data)}${data['code'] === 'late' ? 'опоздание' : 'нет на уроке'}, ${String(data['number'])} урок, ${String(data['subject'])}`,
    'journal.unexcused': (data) => `${who(data)}${data['reason'] ? 'пропуск без уважительной причины' : 'нет в школе, причина неизвестна'}. Напишите причину классному руководителю`,
    'journal.homework': (data) => `${who(data)}${String(data['subject'])}, задание: ${String(data['text'])}`,
    'journal.lateHomework': (data) => `${who(data)}${String(data['subject'])}, задание задано поздно: ${String(data['text'])}`,
  },
}

const value = (data: Record<string, unknown>) => ({ pass: 'зачёт', fail: 'незачёт', debt: 'точка', notAttested: 'н/а', exempt: 'осв', '': 'отметка снята' } as Record<string, string>)[String(data['value'])] ?? String(data['value'])
const who = (data: Record<string, unknown>) => (data['child'] ? `${String(data['child'])}: ` : '')
const finalOf = (data: Record<string, unknown>) => ({ year: 'год', exam: 'экзамен', final: 'итоговая' } as Record<string, string>)[String(data['kind'])] ?? String(data['period'] ?? '')
const lesson = (data: Record<string, unknown>) => `${String(data['date']).split('-').toReversed().slice(0, 2).join('.')}, ${String(data['number'])} урок, ${String(data['subject'])}, ${String(data['group'])}`
const changed = (data: Record<string, unknown>) => (data['kind'] === 'cancel' ? 'урока не будет' : data['kind'] === 'move' ? 'урок перенесён на это время' : 'замена')

export const ru = {
  notices: 'Уведомления', none: 'Уведомлений пока нет', readAll: 'Прочитать все', settings: 'О чём сообщать', all: 'Все уведомления', unread: 'новое', allView: 'Все', unreadView: 'Непрочитанные', noneUnread: 'Всё прочитано', noKinds: 'Здесь появятся виды уведомлений',
  kinds: { 'journal.final': 'Итоговые отметки', 'journal.mark': 'Отметки', 'journal.absence': 'Пропуски и опоздания', 'journal.unexcused': 'Нет в школе, причина неизвестна', 'journal.homework': 'Домашние задания', 'journal.lateHomework': 'Задания, заданные поздно вечером', 'schedule.substitution': 'Замены: кого заменить и кто заменяет', 'schedule.lessonChanged': 'Замены, переносы и отмены уроков' } as Record<string, string>,
  sentence: {
    'journal.final': (data: Record<string, unknown>) => `${who(data)}${String(data['subject'])}, ${finalOf(data)}: ${value(data)}${data['corrected'] ? ` (было ${value({ value: data['was'] })})` : ''}`,
    'journal.mark': (data: Record<string, unknown>) => `${who(data)}${String(data['subject'])}, ${value(data)}${data['corrected'] ? ' (исправлено)' : ''}`,
    'journal.absence': (data: Record<string, unknown>) => `${who(data)}${data['code'] === 'late' ? 'опоздание' : 'нет на уроке'}, ${String(data['number'])} урок, ${String(data['subject'])}`,
    'journal.unexcused': (data: Record<string, unknown>) => `${who(data)}${data['reason'] ? 'пропуск без уважительной причины' : 'нет в школе, причина неизвестна'}. Напишите причину классному руководителю`,
    'journal.homework': (data: Record<string, unknown>) => `${who(data)}${String(data['subject'])}, задание: ${String(data['text'])}`,
    'journal.lateHomework': (data: Record<string, unknown>) => `${who(data)}${String(data['subject'])}, задание задано поздно: ${String(data['text'])}`,
    'schedule.substitution': (data: Record<string, unknown>) => `${lesson(data)}: ${data['kind'] === 'undone' ? 'решение о замене отменено' : data['role'] === 'substitute' ? 'вы ведёте этот урок' : data['teacher'] ? `вместо вас ${String(data['teacher'])}` : changed(data)}`,
    'schedule.lessonChanged': (data: Record<string, unknown>) => `${who(data)}${lesson(data)}: ${data['kind'] === 'undone' ? 'снова по расписанию' : data['teacher'] ? `ведёт ${String(data['teacher'])}` : changed(data)}`,
  } as Record<string, (data: Record<string, unknown>) => string>,
  problem: { 'notices.unknown_kind': 'Таких уведомлений нет' },
}

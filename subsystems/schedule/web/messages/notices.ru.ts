import type { NoticeWords } from '@school/web'

const who = (data: Record<string, unknown>) => (data['child'] ? `${String(data['child'])}: ` : '')
const lesson = (data: Record<string, unknown>) => `${String(data['date']).split('-').toReversed().slice(0, 2).join('.')}, ${String(data['number'])} урок, ${String(data['subject'])}, ${String(data['group'])}`
const changed = (data: Record<string, unknown>) => (data['kind'] === 'cancel' ? 'урока не будет' : data['kind'] === 'move' ? 'урок перенесён на это время' : 'замена')

/** What teachers and families are told of lessons, by kind. */
export const ru: NoticeWords = {
  kinds: { 'schedule.substitution': 'Замены: кого заменить и кто заменяет', 'schedule.lessonChanged': 'Замены, переносы и отмены уроков' },
  sentence: {
    'schedule.substitution': (data) => `${lesson(data)}: ${data['kind'] === 'undone' ? 'решение о замене отменено' : data['role'] === 'substitute' ? 'вы ведёте этот урок' : data['teacher'] ? `вместо вас ${String(data['teacher'])}` : changed(data)}`,
    'schedule.lessonChanged': (data) => `${who(data)}${lesson(data)}: ${data['kind'] === 'undone' ? 'снова по расписанию' : data['teacher'] ? `ведёт ${String(data['teacher'])}` : changed(data)}`,
  },
}

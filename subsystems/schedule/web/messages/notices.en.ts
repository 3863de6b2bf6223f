import type { NoticeWords } from '@school/web'

const who = (data: Record<string, unknown>) => (data['child'] ? `${String(data['child'])}: ` : '')
const lesson = (data: Record<string, unknown>) => `${String(data['date']).split('-').toReversed().slice(0, 2).join('.')}, lesson ${String(data['number'])}, ${String(data['subject'])}, ${String(data['group'])}`
const changed = (data: Record<string, unknown>) => (data['kind'] === 'cancel' ? 'no lesson' : data['kind'] === 'move' ? 'moved to this time' : 'substitution')

/** What teachers and families are told of lessons, by kind. */
export const en: NoticeWords = {
  kinds: { 'schedule.substitution': 'Substitutions: who stands in for whom', 'schedule.lessonChanged': 'Lessons substituted, moved or cancelled' },
  sentence: {
    'schedule.substitution': (data) => `${lesson(data)}: ${data['kind'] === 'undone' ? 'the substitution is taken back' : data['role'] === 'substitute' ? 'you teach this lesson' : data['teacher'] ? `${String(data['teacher'])} stands in for you` : changed(data)}`,
    'schedule.lessonChanged': (data) => `${who(data)}${lesson(data)}: ${data['kind'] === 'undone' ? 'as planned again' : data['teacher'] ? `taught by ${String(data['teacher'])}` : changed(data)}`,
  },
}

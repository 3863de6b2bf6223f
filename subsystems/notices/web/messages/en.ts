import type { ru } from './ru.ts'

const value = (data: Record<string, unknown>) => ({ pass: 'passed', fail: 'not passed', debt: 'owed', notAttested: 'n/a', exempt: 'exempt', '': 'mark taken back' } as Record<string, string>)[String(data['value'])] ?? String(data['value'])
const who = (data: Record<string, unknown>) => (data['child'] ? `${String(data['child'])}: ` : '')
const finalOf = (data: Record<string, unknown>) => ({ year: 'year', exam: 'exam', final: 'final mark' } as Record<string, string>)[String(data['kind'])] ?? String(data['period'] ?? '')
const lesson = (data: Record<string, unknown>) => `${String(data['date']).split('-').toReversed().slice(0, 2).join('.')}, lesson ${String(data['number'])}, ${String(data['subject'])}, ${String(data['group'])}`
const changed = (data: Record<string, unknown>) => (data['kind'] === 'cancel' ? 'no lesson' : data['kind'] === 'move' ? 'moved to this time' : 'substitution')

export const en: typeof ru = {
  notices: 'Notifications', none: 'No notifications yet', readAll: 'Mark all as read', settings: 'What to tell', all: 'All notifications', unread: 'new', allView: 'All', unreadView: 'Unread', noneUnread: 'Everything is read', noKinds: 'Kinds of notifications will appear here',
  kinds: { 'journal.final': 'Period and year marks', 'journal.mark': 'Marks', 'journal.absence': 'Absences and lateness', 'journal.unexcused': 'Not at school, nobody knows why', 'journal.homework': 'Homework', 'journal.lateHomework': 'Homework given late in the evening', 'schedule.substitution': 'Substitutions: who stands in for whom', 'schedule.lessonChanged': 'Lessons substituted, moved or cancelled' },
  sentence: {
    'journal.final': (data) => `${who(data)}${String(data['subject'])}, ${finalOf(data)}: ${value(data)}${data['corrected'] ? ` (was ${value({ value: data['was'] })})` : ''}`,
    'journal.mark': (data) => `${who(data)}${String(data['subject'])}, ${value(data)}${data['corrected'] ? ' (corrected)' : ''}`,
    'journal.absence': (data) => `${who(data)}${data['code'] === 'late' ? 'late' : 'absent'}, lesson ${String(data['number'])}, ${String(data['subject'])}`,
    'journal.unexcused': (data) => `${who(data)}${data['reason'] ? 'absent without an excuse' : 'not at school, nobody knows why'}. Tell the class teacher the reason`,
    'journal.homework': (data) => `${who(data)}${String(data['subject'])}, homework: ${String(data['text'])}`,
    'journal.lateHomework': (data) => `${who(data)}${String(data['subject'])}, homework given late: ${String(data['text'])}`,
    'schedule.substitution': (data) => `${lesson(data)}: ${data['kind'] === 'undone' ? 'the substitution is taken back' : data['role'] === 'substitute' ? 'you teach this lesson' : data['teacher'] ? `${String(data['teacher'])} stands in for you` : changed(data)}`,
    'schedule.lessonChanged': (data) => `${who(data)}${lesson(data)}: ${data['kind'] === 'undone' ? 'as planned again' : data['teacher'] ? `taught by ${String(data['teacher'])}` : changed(data)}`,
  },
  problem: { 'notices.unknown_kind': 'There are no such notifications' },
}

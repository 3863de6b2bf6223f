import type { NoticeWords } from '@school/web'

const value = (data: Record<string, unknown>) => ({ pass: 'passed', fail: 'not passed', debt: 'owed', notAttested: 'n/a', exempt: 'exempt', '': 'mark taken back' } as Record<string, string>)[String(data['value'])] ?? String(data['value'])
const tries = (data: Record<string, unknown>) => (data['retake'] ? `${value(data)} → ${value({ value: data['retake'] })}` : value(data))
const decided: Record<string, string> = { promoted: 'promoted', conditional: 'promoted conditionally', repeat: 'repeats the year', adapted: 'adapted programme', individual: 'individual plan', admitted: 'admitted to final exams', notAdmitted: 'not admitted to final exams', finished: 'finished school' }
const who = (data: Record<string, unknown>) => (data['child'] ? `${String(data['child'])}: ` : '')
const finalOf = (data: Record<string, unknown>) => ({ year: 'year', exam: 'exam', final: 'final mark' } as Record<string, string>)[String(data['kind'])] ?? String(data['period'] ?? '')

/** What families are told of the journal, by kind. */
export const en: NoticeWords = {
  kinds: { 'journal.question': 'Questions to teachers and answers', 'journal.answer': 'Homework handed in', 'journal.review': 'Homework looked at', 'journal.promotion': 'Decisions of the council', 'journal.final': 'Period and year marks', 'journal.mark': 'Marks', 'journal.absence': 'Absences and lateness', 'journal.unexcused': 'Not at school, nobody knows why', 'journal.homework': 'Homework', 'journal.lateHomework': 'Homework given late in the evening' },
  sentence: {
    'journal.question': (data) => data['side'] === 'family' ? `${String(data['pupil'])}: a question about ${String(data['subject'])}` : `${who(data)}the teacher answered, ${String(data['subject'])}`,
    'journal.promotion': (data) => `${who(data)}decision of the council: ${decided[String(data['decision'])] ?? ''}`,
    'journal.answer': (data) => `Homework comes in: ${String(data['subject'])}, ${String(data['group'])}`,
    'journal.review': (data) => `${who(data)}${String(data['subject'])}: ${data['returned'] ? 'the homework was given back' : 'the homework was accepted'}`,
    'journal.final': (data) => `${who(data)}${String(data['subject'])}, ${finalOf(data)}: ${value(data)}${data['corrected'] ? ` (was ${value({ value: data['was'] })})` : ''}`,
    'journal.mark': (data) => `${who(data)}${String(data['subject'])}, ${tries(data)}${data['corrected'] && !data['retake'] ? ' (corrected)' : ''}`,
    'journal.absence': (data) => `${who(data)}${data['code'] === 'late' ? 'late' : 'absent'}, lesson ${String(data['number'])}, ${String(data['subject'])}`,
    'journal.unexcused': (data) => `${who(data)}${data['reason'] ? 'absent without an excuse' : 'not at school, nobody knows why'}. Tell the class teacher the reason`,
    'journal.homework': (data) => `${who(data)}${String(data['subject'])}, homework: ${String(data['text'])}`,
    'journal.lateHomework': (data) => `${who(data)}${String(data['subject'])}, homework given late: ${String(data['text'])}`,
  },
}

interface Words { readonly kinds: Readonly<Record<string, string>>; readonly plain: string; many(n: number): string }

const endings = new Intl.PluralRules('ru')

/** What a locked screen may say: kinds in few words, never what a mark was. */
export const words: Readonly<Record<'ru' | 'en', Words>> = {
  ru: {
    kinds: {
      'journal.mark': 'Отметка', 'journal.final': 'Итоговая отметка', 'journal.absence': 'Пропуск или опоздание', 'journal.unexcused': 'Нет в школе', 'journal.homework': 'Домашнее задание', 'journal.lateHomework': 'Домашнее задание', 'journal.promotion': 'Решение педсовета', 'journal.answer': 'Сданное задание', 'journal.review': 'Проверенное задание',
      'journal.question': 'Вопрос учителю', 'identity.requestLate': 'Заявка без ответа', 'schedule.substitution': 'Замена урока', 'schedule.lessonChanged': 'Изменение в расписании',
    },
    plain: 'Новое уведомление', many: (n) => `${n} ${({ one: 'уведомление', few: 'уведомления' } as Record<string, string>)[endings.select(n)] ?? 'уведомлений'}`,
  },
  en: {
    kinds: {
      'journal.mark': 'A mark', 'journal.final': 'A final mark', 'journal.absence': 'Absent or late', 'journal.unexcused': 'Not at school', 'journal.homework': 'Homework', 'journal.lateHomework': 'Homework', 'journal.promotion': 'A decision of the council', 'journal.answer': 'Homework handed in', 'journal.review': 'Homework looked at',
      'journal.question': 'A question to a teacher', 'identity.requestLate': 'A request left unanswered', 'schedule.substitution': 'A lesson to cover', 'schedule.lessonChanged': 'A change of the timetable',
    },
    plain: 'A new notification', many: (n) => `${n} notification${n === 1 ? '' : 's'}`,
  },
}

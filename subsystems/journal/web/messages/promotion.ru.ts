/** Decisions of the pedagogical council at the end of a year, and failed years that are made good. */
export const promotion = {
  title: { promotion: (name: string) => `Перевод в следующий класс, ${name}`, admission: (name: string) => `Допуск к итоговой аттестации, ${name}` }, year: (year: number) => `${year}/${String((year + 1) % 100).padStart(2, '0')} учебный год`,
  pupil: 'Ученик', result: 'Итоги года', proposal: 'Предлагается', decision: 'Решение совета', none: 'В классе нет учеников', noRule: 'Правил отметок ещё нет',
  decisions: {
    promoted: 'переведён', conditional: 'переведён условно', repeat: 'повторное обучение', adapted: 'адаптированная программа', individual: 'индивидуальный план', admitted: 'допущен к ГИА', notAdmitted: 'не допущен к ГИА', finished: 'окончил',
  },
  by: {
    allPassed: 'все годовые не ниже 3', noMarksInGrade: 'в этом классе отметок нет', debtsWithin: 'есть академическая задолженность', debtsOver: 'задолженностей больше, чем допускает правило', marksMissing: 'нет годовых отметок', workMissing: 'нет итогового собеседования или сочинения', workFailed: 'незачёт за собеседование или сочинение',
  },
  missing: (names: readonly string[]) => `нет годовой: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` и ещё ${names.length - 3}` : ''}`, byCouncil: 'решает совет',
  paper: (number: string, day: string) => `протокол № ${number} от ${day}`, order: (number: string, day: string) => `приказ № ${number} от ${day}`,
  act: (n: number) => `Записать решение: ${n}`, choose: 'Выберите учеников, чтобы записать решение совета', step: (n: number) => `Шаг ${n} из 2`, ask: 'Решение педагогического совета', what: 'Решение', asProposed: 'По предложению правила',
  protocolNumber: 'Номер протокола', protocolDate: 'Дата протокола', orderNumber: 'Номер приказа', orderDate: 'Дата приказа', later: 'Можно добавить позже', firstDue: 'Первая попытка до', secondDue: 'Вторая попытка, с комиссией, до', familyChoice: 'Дата заявления родителей', familyNote: 'Повторное обучение, адаптированную программу и индивидуальный план выбирает семья',
  work: 'Собеседование (9 класс) или сочинение (11 класс)', works: { '': 'как записано', pass: 'зачёт', fail: 'незачёт' }, note: 'Примечание', next: 'Проверить', back: 'Назад', confirm: 'Записать решение', confirmText: 'Решение увидят семьи. Исправить его можно новым решением совета.', skipped: (n: number) => `Без предложения, решение не запишется: ${n}`,
  written: (n: number) => `Записано решений: ${n}`, refused: (n: number) => `Не записано: ${n}`, cancel: 'Отмена',
  debts: 'Академические задолженности', debt: (subject: string, year: number, value: string) => `${subject}, ${year}/${String((year + 1) % 100).padStart(2, '0')}: ${value}`, due: (first: string, second: string) => `первая попытка до ${first}, вторая до ${second}`,
  settled: (day: string) => `ликвидирована ${day}`, open: 'не ликвидирована', overdue: 'срок прошёл', attempt: (n: number): string => (n === 1 ? 'Первая попытка' : 'Вторая попытка, с комиссией'), attempted: (n: number, day: string, value: string) => `${n}-я попытка ${day}: ${value}`, put: 'Записать попытку', date: 'Дата', value: 'Отметка', commission: 'Протокол комиссии', save: 'Сохранить',
  values: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', pass: 'зачёт', fail: 'незачёт', notAttested: 'н/а' } as Record<string, string>, chair: 'Председатель', secretary: 'Секретарь',
}

import { plural } from '@school/web'

/** Words of homework that is handed in. */
export const answers = {
  ask: 'Сдают ответ здесь', list: (n: number) => (n === 0 ? 'Ответы' : `Ответы: ${n}`), link: { wanted: 'Сдать', sent: 'Сдано', returned: 'Вернули: посмотреть', accepted: 'Принято' },
  title: (subject: string) => `Задание: ${subject}`, due: (day: string) => `Срок: ${day}`, givenOn: (day: string) => `задано: ${day}`, task: 'Что сделать', own: 'Ваш ответ', ofPupil: (name: string) => `Ответ: ${name}`, hint: 'Напишите ответ или вставьте ссылку на файл',
  linkTitle: 'Название ссылки', linkAddress: 'Адрес ссылки', addLink: 'Добавить ссылку', removeLink: (title: string) => `Убрать ссылку: ${title}`, linkWrong: 'Адрес начинается с https://', send: 'Сдать', resend: 'Сдать ещё раз', change: 'Исправить ответ', cancel: 'Отмена',
  state: { sent: 'ждёт проверки', returned: 'вернули на доработку', accepted: 'принято' }, late: 'после срока', sentAt: (when: string) => `сдано ${when}`, review: 'Слово учителя', mark: (value: string, work: string) => `Отметка ${value}, ${work.toLowerCase()}`,
  history: 'Как было', step: { sent: 'Сдан ответ', returned: 'Вернули', accepted: 'Приняли' }, notWanted: 'Это задание не сдают в системе', nothing: 'Ответа ещё нет',
  answersTitle: (subject: string, group: string) => `Ответы: ${subject}, ${group}`, counted: (all: number, sent: number, waiting: number) => `${all} ${plural(all, 'ученик', 'ученика', 'учеников')}, сдали ${sent}, ждут проверки ${waiting}`, all: 'Ученики', nobody: 'Задание никому не дано',
  notSent: 'не сдано', ticked: 'отмечено как сделанное', open: 'Открыть ответ', accept: 'Принять', giveBack: 'Вернуть', word: 'Слово ученику', wordHint: 'Если возвращаете, напишите, что доделать', withMark: 'Отметка', noMark: 'Без отметки', intoWork: 'За какую работу', reason: 'Причина записи', prev: 'Предыдущий', next: 'Следующий',
  figure: { pass: 'зач', fail: 'нз', debt: 'точка' } as Readonly<Record<string, string>>, noWorks: 'Чтобы поставить отметку, добавьте к уроку работу «Домашняя работа»', waiting: 'Сданные задания', waitingOf: (n: number) => `${n} ${plural(n, 'ответ ждёт', 'ответа ждут', 'ответов ждут')}`, allSeen: 'Новых ответов нет',
}

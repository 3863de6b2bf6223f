import { plural } from '@school/web'

export const exports = {
  make: 'Что выгрузить', recipient: 'Кому', recipientHint: 'Например: районный портал, издательство. По этому имени следующий пакет узнает, что изменилось',
  recipientMissing: 'Напишите, кому отдаёте списки', format: 'В каком виде', oneroster: 'OneRoster 1.2', workbook: 'Книга Excel', onerosterHint: 'Открытый стандарт обмена списками: люди, классы, группы, кто где учится и преподаёт',
  workbookHint: 'Наша книга: поправьте и загрузите обратно', mode: 'Сколько', bulk: 'Всё', delta: 'Только изменения', act: 'Выгрузить', making: 'Собираем', done: 'Пакет готов: загрузка началась',
  personal: 'В пакете персональные данные: ФИО, дни рождения, СНИЛС. Отдавайте его только тому, с кем у школы есть договор. Каждая выгрузка и загрузка записаны в историю.',
  earlier: 'Отданные пакеты', none: 'Школа ещё ничего не выгружала', again: 'Скачать', dayOnly: 'Файл хранится один день',
  counted: (counts: Readonly<Record<string, number>>) => { const n = Object.values(counts).reduce((sum, one) => sum + one, 0); return n === 0 ? 'изменений нет' : `${n} ${plural(n, 'запись', 'записи', 'записей')}` },
}

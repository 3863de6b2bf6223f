import type { exports as russian } from './exports.ru.ts'

export const exports: typeof russian = {
  make: 'What to export', recipient: 'For whom', recipientHint: 'For example: district portal, publisher. By this name the next package knows what has changed',
  recipientMissing: 'Say who receives the lists', format: 'In what form', oneroster: 'OneRoster 1.2', workbook: 'Excel workbook', onerosterHint: 'The open standard for rosters: people, classes, groups, who learns and teaches where',
  workbookHint: 'Our own workbook: correct it and load it back', mode: 'How much', bulk: 'Everything', delta: 'Changes only', act: 'Export', making: 'Putting together', done: 'The package is ready: the download has begun',
  personal: 'The package holds personal data: names, birth dates, СНИЛС. Give it only to those with whom the school has an agreement. Every export and download is written into the history.',
  earlier: 'Packages given away', none: 'The school has exported nothing yet', again: 'Download', dayOnly: 'A file is kept for one day',
  counted: (counts) => { const n = Object.values(counts).reduce((sum, one) => sum + one, 0); return n === 0 ? 'no changes' : `${n} ${n === 1 ? 'record' : 'records'}` },
}

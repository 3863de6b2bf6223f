// not messages: titles and words of the tables that teachers keep
import { textOfCell } from '@school/workbook'
import type { ReadProgramme } from '../../contract/programmes.ts'

type Means = 'number' | 'section' | 'topic' | 'hours' | 'control' | 'homework' | 'links' | 'other'
const heads: readonly (readonly [Means, RegExp])[] = [
  ['number', /^(№|n|п\/?п|номер)/i], ['hours', /час|кол-?во|^ч\.?$/i], ['homework', /домашн|^д\/?з$|задани/i], ['control', /контрол|вид работ|форма|оценочн/i], ['links', /ссылк|эор|цор|ресурс|электрон/i],
  ['section', /раздел|глава|блок|модуль/i], ['topic', /тема|содержан|урок|наименован/i],
]
const sectionLine = /^(раздел|глава|модуль|блок)\b|^(раздел|глава|модуль|блок)[\s.:№\d]/i
const totalLine = /^(итого|всего|общее количество)/i
const controlWords = /(контрольн\S* работ\p{L}*|диктант|сочинение|изложение|зач[её]т|(?:проверочн|лабораторн|практическ|самостоятельн|диагностическ)\S* работ\p{L}*|тестирован\p{L}*)/iu

/** A pasted text as rows of cells: columns by tabs; a plain list is one topic a line, hours at its end. */
export const rowsOfText = (text: string): string[][] => text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()))

/** The lessons of a table as teachers keep it: header found or guessed, sections as rows of their own or as a column, merged and total rows passed over. */
export function readProgrammeRows(rows: readonly (readonly unknown[])[]): ReadProgramme {
  const texts = rows.slice(0, 2000).map((row) => row.map(textOfCell))
  const at = texts.slice(0, 12).findIndex((row) => row.filter((cell) => heads.some(([, pattern]) => pattern.test(cell)) && cell.length < 60).length >= 2)
  const means = at >= 0 ? meansOf(texts[at]!) : guess(texts)
  const result: ReadProgramme = { items: [], faults: [], columns: means.map((one, i) => ({ title: at >= 0 ? texts[at]![i] ?? '' : '', means: one })) }
  let section = ''
  for (const [i, cells] of texts.entries()) {
    if (i <= at || cells.every((cell) => cell === '')) continue
    const of = (what: Means) => cells.flatMap((cell, c) => (means[c] === what && cell !== '' ? [cell] : [])).join('; ')
    const filled = cells.filter((cell, c) => cell !== '' && means[c] !== 'number')
    const first = filled[0] ?? ''
    if (totalLine.test(first)) continue
    const alone = filled.filter((cell) => !/^\d+([.,]\d+)?(\s*ч\S*)?$/.test(cell)).length === 1
    if (alone && (sectionLine.test(first) || (cells.length > 1 && of('topic') === ''))) { section = first.replace(/[\s(–—-]*\d+\s*ч\S*\)?$/i, ''); continue }
    section = of('section') || section
    add(result, i + 1, section, of('topic'), of)
  }
  return result
}

function add(result: ReadProgramme, row: number, section: string, text: string, of: (what: Means) => string): void {
  const tail = /[\s(–—-]+(\d{1,2})\s*ч(?:ас\S*)?\.?\)?$/i.exec(text)
  const topic = (tail ? text.slice(0, tail.index) : text).replace(/^\d+[.)]\s+/, '').trim().slice(0, 500)
  if (topic === '') { if (of('hours') !== '') result.faults.push({ row, code: 'no_topic', value: of('hours') }); return }
  const hoursText = of('hours').replace(',', '.').replace(/\s*ч\S*$/i, '')
  const hours = hoursText === '' ? Number(tail?.[1] ?? 1) : Number(hoursText)
  if (!Number.isInteger(hours) || hours < 1 || hours > 99) { result.faults.push({ row, code: 'bad_hours', value: of('hours') }); return }
  const links = [...of('links').matchAll(/https?:\/\/[^\s;,]+/g)].slice(0, 12).map(([href]) => ({ title: '', href: href.slice(0, 600) }))
  const control = (/^(да|\+|1)$/i.test(of('control')) ? controlWords.exec(topic)?.[0] ?? 'контрольная работа' : of('control') || (/контрольн\S* работ\p{L}*|^диктант|^сочинение|^изложение/iu.exec(topic)?.[0] ?? '')).slice(0, 80)
  result.items.push({ row, section: section.slice(0, 300), topic, hours, control: /^[-–—0]$/.test(control) ? '' : control, homework: of('homework').slice(0, 600), links })
}

function meansOf(header: readonly string[]): Means[] {
  const taken = new Set<Means>()
  return header.map((cell) => {
    const found = heads.find(([means, pattern]) => !taken.has(means) && pattern.test(cell))?.[0] ?? 'other'
    taken.add(found)
    return found
  })
}

/** Without a header: small whole numbers counting up are the number, other small numbers the hours, the longest words the topic. */
function guess(texts: readonly (readonly string[])[]): Means[] {
  const width = Math.max(0, ...texts.map((row) => row.length))
  const filled = texts.filter((row) => row.some((cell) => cell !== ''))
  const columns = Array.from({ length: width }, (_, c) => filled.map((row) => row[c] ?? '').filter((cell) => cell !== ''))
  const numbers = columns.map((cells) => cells.length > 0 && cells.filter((cell) => /^\d{1,3}([.,]5|\.)?$/.test(cell)).length > cells.length * 0.7)
  const counts = columns.map((cells, c) => numbers[c] === true && cells.length > 2 && Number(cells.at(-1)) > cells.length * 0.5 && Number(cells[0]) <= 1)
  const lengths = columns.map((cells, c) => (numbers[c] ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0)))
  const topic = lengths.indexOf(Math.max(...lengths))
  return columns.map((_, c) => (c === topic ? 'topic' : counts[c] ? 'number' : numbers[c] ? 'hours' : c > topic ? 'homework' : 'section'))
}

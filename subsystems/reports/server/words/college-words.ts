// not messages: the words of a college over those of a school
import type { Report } from '../../contract/index.ts'
import type { Language } from './words.ts'

const ru: readonly (readonly [string, string])[] = [
  ['классного руководителя', 'куратора группы'], ['классный руководитель', 'куратор группы'], ['класс', 'группа'], ['класса', 'группы'], ['классу', 'группе'], ['классе', 'группе'], ['классы', 'группы'], ['классов', 'групп'], ['классам', 'группам'], ['классах', 'группах'],
  ['ученик', 'студент'], ['ученика', 'студента'], ['ученику', 'студенту'], ['ученики', 'студенты'], ['учеников', 'студентов'], ['ученикам', 'студентам'], ['учащихся', 'студентов'], ['девочек', 'девушек'], ['мальчиков', 'юношей'],
  ['параллель', 'курс'], ['параллели', 'курсы'], ['параллелям', 'курсам'], ['школе', 'колледжу'], ['школы', 'колледжа'], ['учитель', 'преподаватель'], ['учителя', 'преподавателя'], ['учителям', 'преподавателям'], ['учителей', 'преподавателей'],
]
const en: readonly (readonly [string, string])[] = [['class', 'group'], ['classes', 'groups'], ['pupil', 'student'], ['pupils', 'students'], ['grade', 'course'], ['grades', 'courses'], ['school', 'college'], ['girls', 'women'], ['boys', 'men']]

const patternOf = (pairs: readonly (readonly [string, string])[]) => new RegExp(`(?<![\\p{L}])(${pairs.map(([from]) => from).toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`, 'giu')
const dictionaries = { ru: { pattern: patternOf(ru), words: new Map(ru) }, en: { pattern: patternOf(en), words: new Map(en) } }

/** A sentence of ours as a college says it; names of people, groups and subjects never pass here. */
export function asCollege(text: string, language: Language | undefined): string {
  const { pattern, words } = dictionaries[language === 'en' ? 'en' : 'ru']
  return text.replace(pattern, (found) => {
    const said = words.get(found.toLowerCase()) ?? found
    return found[0] === found[0]!.toUpperCase() ? said[0]!.toUpperCase() + said.slice(1) : said
  })
}

/** Titles, heads and notes of a report in the words of a college; what the cells hold stays. */
export function reportOfCollege(report: Report, language: Language | undefined): Report {
  const say = (text: string) => asCollege(text, language)
  return {
    ...report, title: say(report.title), about: say(report.about),
    tables: report.tables.map((table) => ({ ...table, title: say(table.title), note: say(table.note), empty: say(table.empty), columns: table.columns.map((column) => ({ ...column, head: say(column.head), ...(column.group === undefined ? {} : { group: say(column.group) }) })) })),
  }
}

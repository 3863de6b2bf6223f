// not messages: words found in foreign timetables
import { suggest, type Candidate, type SchoolNames, type Suggestion } from './proposal.ts'
import { compact, folded, joinsBeginnings, likeness, wordsOf } from './proposal-words.ts'

/** What staff rooms call subjects, and English names timetables carry. Keys are compact. */
const USUAL: Record<string, string> = {
  мат: 'математика', матем: 'математика', math: 'математика', maths: 'математика', mathematics: 'математика',
  ряз: 'русский язык', русск: 'русский язык', русский: 'русский язык', russian: 'русский язык', литра: 'литература', literature: 'литература',
  англ: 'иностранный язык (английский)', английский: 'иностранный язык (английский)', английскийязык: 'иностранный язык (английский)', english: 'иностранный язык (английский)',
  инглиш: 'иностранный язык (английский)', иняз: 'иностранный язык', немецкий: 'иностранный язык (немецкий)', french: 'иностранный язык (французский)',
  фзк: 'физическая культура', фк: 'физическая культура', физра: 'физическая культура', физкультура: 'физическая культура', pe: 'физическая культура',
  физ: 'физика', physics: 'физика', chemistry: 'химия', biology: 'биология', geography: 'география', history: 'история', music: 'музыка', art: 'изобразительное искусство',
  изо: 'изобразительное искусство', рисование: 'изобразительное искусство', technology: 'труд (технология)', технология: 'труд (технология)', труд: 'труд (технология)', труды: 'труд (технология)',
  икт: 'информатика', инфикт: 'информатика', computerscience: 'информатика', ict: 'информатика',
  обж: 'основы безопасности и защиты родины', обзр: 'основы безопасности и защиты родины', общество: 'обществознание', общага: 'обществознание',
  вис: 'вероятность и статистика', теорвер: 'вероятность и статистика', окрмир: 'окружающий мир', чтение: 'литературное чтение', литчтение: 'литературное чтение',
  орксэ: 'основы религиозных культур и светской этики', однкнр: 'основы духовно-нравственной культуры народов россии', ров: 'разговоры о важном', горизонты: 'россия — мои горизонты',
}
/** Courses that a school may keep under one name. */
const PART_OF: Record<string, string> = { алгебра: 'математика', геометрия: 'математика', 'вероятность и статистика': 'математика', 'история россии': 'история', 'всеобщая история': 'история' }

/** Which subject of the school a subject's name in the file means. */
export function suggestSubject(source: string, subjects: SchoolNames['subjects']): Suggestion<string> {
  return suggest(source, subjects.flatMap((subject) => {
    const found = [subject.title, ...(subject.shortTitle ? [subject.shortTitle] : [])].map((title) => rate(source, title)).sort((a, b) => b.confidence - a.confidence)[0]!
    return found.confidence > 0 ? [{ target: subject.id, ...found }] : []
  }))
}

function rate(source: string, title: string): Omit<Candidate<string>, 'target'> {
  if (source.trim() === title.trim()) return { confidence: 1, reason: 'exact' }
  const bare = source.replace(/\s+\d+\s*$/, '').replace(/\((?:тп|лаб|практика|lab|tp|td)\)/i, '') // a part or a kind of lesson at the end
  if (compact(bare) === compact(title)) return { confidence: source === bare ? 0.98 : 0.9, reason: 'folded' }
  const usual = USUAL[compact(bare)] ?? USUAL[folded(bare).replaceAll(' ', '')]
  if (usual && sameSubject(usual, title)) return { confidence: compact(usual) === compact(title) ? 0.92 : 0.86, reason: 'usual_name' }
  if (isAcronym(bare, title)) return { confidence: 0.85, reason: 'acronym' }
  if (isAbbreviation(bare, title)) return { confidence: 0.6 + 0.25 * (compact(bare).length / compact(title).length), reason: 'abbreviation' }
  if (joinsBeginnings(compact(bare), wordsOf(title)) && wordsOf(title).length > 1) return { confidence: 0.8, reason: 'abbreviation' }
  if (PART_OF[folded(bare)] === folded(title)) return { confidence: 0.55, reason: 'part_of' }
  return { confidence: Math.round(likeness(usual ?? bare, title) * 70) / 100, reason: 'similar' }
}

/** «Иностранный язык» stands for one with its language in brackets when nothing closer is there. */
const sameSubject = (usual: string, title: string) =>
  compact(usual) === compact(title) || compact(usual).startsWith(compact(title)) || compact(title).startsWith(compact(usual))

/** Every word of the source begins a word of the title, in order: «Рус. яз.» for «Русский язык». */
function isAbbreviation(source: string, title: string): boolean {
  const words = wordsOf(title)
  let at = 0
  const short = wordsOf(source)
  for (const word of short) {
    const found = words.findIndex((one, i) => i >= at && (one.startsWith(word) || isSqueezed(word, one)))
    if (found < 0) return false
    at = found + 1
  }
  return short.length > 0 && short.join('').length >= 2 && (short.length >= words.length || short.join('').length >= 3) && words.findIndex((one) => one.startsWith(short[0]!.slice(0, 2))) === 0
}

/** «лит-ра», «ф-ра»: the beginning and the end of one word. */
const isSqueezed = (short: string, word: string) => short.length > 3 && short.length < word.length && word.startsWith(short.slice(0, 3)) && word.endsWith(short.slice(3))

function isAcronym(source: string, title: string): boolean {
  const letters = folded(source).replaceAll(' ', '')
  if (letters.length < 2) return false
  const words = wordsOf(title)
  const initials = (all: readonly string[]) => all.map((word) => word[0]).join('')
  return letters === initials(words) || letters === initials(words.filter((word) => word.length > 1 && word !== 'для'))
}

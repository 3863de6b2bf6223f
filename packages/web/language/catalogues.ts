import { use } from 'react'
import { useActing } from '../me.ts'
import { useLanguage, type Language } from './language.ts'
import type { Catalogue, NoticeWords, WebSubsystem } from '../subsystem.ts'

const loaders = new Map<string, WebSubsystem['messages']>()
const ready = new Map<string, Catalogue>()
const coming = new Map<string, Promise<Catalogue>>()

const noticesOf = (room: string) => `${room} notices`

/** Tells where each subsystem keeps its words; the shell does it once. */
export function knowCatalogues(subsystems: readonly WebSubsystem[]) {
  for (const { name, messages, noticeWords } of subsystems) {
    loaders.set(name, messages)
    if (noticeWords) loaders.set(noticesOf(name), noticeWords)
  }
}

/** Brings the words of a subsystem; once brought, they are at hand. */
export function loadCatalogue(name: string, language: Language): Promise<Catalogue> {
  const key = `${name}.${language}`
  const known = coming.get(key)
  if (known) return known
  const load = loaders.get(name)?.[language]
  if (!load) return Promise.reject(new Error(`no catalogue ${key}`))
  const promise = load().then((module) => {
    const found = module[language] ?? module['default']
    if (!found) throw new Error(`catalogue ${key} exports neither ${language} nor default`)
    ready.set(key, found as Catalogue)
    return found as Catalogue
  })
  coming.set(key, promise)
  promise.catch(() => coming.delete(key)) // a failed load may be tried again
  return promise
}

/** The words that are already here, or null. */
export const catalogueAtHand = (name: string, language: Language) => ready.get(`${name}.${language}`) ?? null

/** The words of a subsystem in the current language; the shell brings them together with the page. */
export function useMessages<M extends object>(name: string): M {
  const language = useLanguage()
  const words = (catalogueAtHand(name, language) ?? use(loadCatalogue(name, language))) as M
  return useActing()?.schoolKind === 'college' ? inCollege(words) : words
}

const ofCollege = new WeakMap<object, object>()

/** A room may word a few things otherwise for a college (groups and students, where a school has classes and pupils): under `inCollege`, shaped as the words they replace. */
function inCollege<M extends object>(words: M): M {
  const known = ofCollege.get(words) ?? over(words, (words as { inCollege?: object }).inCollege ?? {})
  ofCollege.set(words, known)
  return known as M
}

const over = (words: object, others: object): object => ({
  ...words, ...Object.fromEntries(Object.entries(others).map(([key, other]) => [key, typeof other === 'object' ? over((words as Record<string, object>)[key] ?? {}, other as object) : other])),
})

/** The words of the room that declares a kind of notice (`room.kind`); null when it has none. */
export function useNoticeWords(kind: string): NoticeWords | null {
  const now = useLanguage()
  const name = noticesOf(kind.slice(0, kind.indexOf('.')))
  return loaders.has(name) ? (catalogueAtHand(name, now) ?? use(loadCatalogue(name, now))) as unknown as NoticeWords : null
}

/** The few words of a part that comes with both languages, so that it needs no catalogue of its room. */
export const useOwnWords = <M extends object>(words: { readonly ru: M; readonly en: M }): M => words[useLanguage()]

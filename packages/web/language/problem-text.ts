import { ProblemError } from '../call/problem-error.ts'
import { catalogueAtHand, loadCatalogue } from './catalogues.ts'
import { kitWords } from './kit-words.ts'
import { language } from './language.ts'

type Details = Readonly<Record<string, unknown>>

/** The sentence for a problem code: the subsystem named by its first part translates it, otherwise the common words. */
export function problemText(code: string, details: Details = {}): string {
  const now = language()
  const room = code.includes('.') ? code.slice(0, code.indexOf('.')) : null
  const own = room ? catalogueAtHand(room, now)?.problem?.[code] : undefined
  if (room && !own) void loadCatalogue(room, now).catch(() => null) // at hand for the next time
  if (typeof own === 'function') return own(details)
  return own ?? kitWords[now].problem[code] ?? kitWords[now].problem['our_fault'] ?? code
}

/** Any caught error as what ErrorNote shows. */
export function explain(error: unknown): { title: string; text: string; requestId: string | undefined } {
  const { failed } = kitWords[language()]
  if (error instanceof ProblemError) return { title: failed, text: problemText(error.code, error.details), requestId: error.status >= 500 ? error.requestId : undefined }
  return { title: failed, text: problemText('our_fault'), requestId: undefined }
}

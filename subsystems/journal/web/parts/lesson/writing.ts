import { showToast } from '@school/ui'
import { problemText, ProblemError, type Post } from '@school/web'
import type { LessonSheet } from '../../../contract/index.ts'
import { createContext, use, useCallback, useRef, useState } from 'react'

/** How this visit writes: with which reason, and what to do with a refusal. */
export interface Writing {
  /** The reason to send, asked for when one is needed; null when the person thinks better of it. */
  reason(needed: boolean): Promise<{ reason?: string } | null>
  saved(): void
  readonly savedAt: Date | null
  readonly busy: number
  begin(): void
  end(): void
}

const WritingContext = createContext<Writing | null>(null)
export const WritingPlace = WritingContext.Provider

/** The writing of the page around. */
export function useWriting(): Writing {
  const writing = use(WritingContext)
  if (!writing) throw new Error('parts of a lesson stand inside a page that writes')
  return writing
}

/** The writing of a page that asks for a reason through its own dialog. */
export function useOwnWriting(askReason: () => Promise<string | null>): Writing {
  const given = useRef<string | undefined>(undefined)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [busy, setBusy] = useState(0)
  const reason = useCallback(async (needed: boolean) => {
    if (given.current === undefined && needed) given.current = await askReason() ?? undefined
    if (needed && given.current === undefined) return null
    return given.current ? { reason: given.current } : {}
  }, [askReason])
  return { reason, savedAt, busy, saved: () => setSavedAt(new Date()), begin: () => setBusy((n) => n + 1), end: () => setBusy((n) => n - 1) }
}

/** One save after another, each on top of the last one's revision; a refusal is told and `undone` puts the field right. */
export function useSaves<T extends { readonly revision: number | null }>(known: number | null) {
  const writing = useWriting()
  const chain = useRef<Promise<unknown>>(Promise.resolve())
  const last = useRef<number | null>(known)
  if (known !== null && (last.current === null || known > last.current)) last.current = known
  return useCallback((needsReason: boolean, put: (basedOn: number | null, reason: { reason?: string }) => Promise<T>, undone: (problem: ProblemError) => void) => {
    chain.current = chain.current.then(async () => {
      const reason = await writing.reason(needsReason)
      if (reason === null) return undone(new ProblemError(409, 'journal.reason_needed'))
      writing.begin()
      try {
        const reply = await put(last.current, reason)
        if (reply.revision !== null) last.current = reply.revision
        writing.saved()
      } catch (problem) {
        const told = problem instanceof ProblemError ? problem : new ProblemError(0, 'offline')
        if (told.code !== 'journal.changed_meanwhile') showToast({ tone: 'bad', text: problemText(told.code, told.details) })
        undone(told)
      } finally {
        writing.end()
      }
    })
    return chain.current
  }, [writing])
}

/** A refused entry is told at once; it stays in the list of entries until it is put away. */
export const tellRefusal = ({ why }: Post<unknown>) => { if (why) showToast({ tone: 'bad', text: problemText(why.code, why.details) }) }

/** How the list of entries calls a lesson. */
export const titleOf = ({ course, lesson }: LessonSheet) => `${course.subject.name}, ${course.group.name}, ${lesson.date.split('-').reverse().join('.')}`

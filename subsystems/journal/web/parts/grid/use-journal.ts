import { showToast } from '@school/ui'
import { ask, call, decimal, dayText, kept, problemText, useContextOfPage, useMessages, useQuery } from '@school/web'
import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { getPage, getSettings, type JournalPage } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { pageKey } from '../../live.ts'
import { figureOf, lettersOf } from './entry.ts'
import { Journal, type JournalAsks, type JournalState } from './journal.ts'

const pauseMs = 700
const longestMs = 2500

/** Asks for the page, but not in the middle of somebody's typing: each new fact puts the question off a little, never for long. */
function patientPage(schoolId: string, courseId: string, range: { from?: string; to?: string }) {
  let staleSince = 0
  let asked = false
  return async ({ signal }: { signal: AbortSignal }): Promise<JournalPage> => {
    const now = Date.now()
    if (asked) {
      staleSince ||= now
      await pause(Math.max(0, Math.min(pauseMs, staleSince + longestMs - now)), signal)
    }
    const page = await call(getPage, { params: { schoolId, courseId }, query: range }, signal)
    asked = true
    staleSince = 0
    return page
  }
}

const pause = (ms: number, signal: AbortSignal) => new Promise<void>((resolve, reject) => {
  const timer = setTimeout(resolve, ms)
  signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason) }, { once: true })
})

/** The page of a course with everything typed into it. */
export function useJournal(courseId: string, range: { from?: string; to?: string }, askReason: () => Promise<string | null>) {
  const { schoolId: school } = useContextOfPage()
  const schoolId = school ?? ''
  const t = useMessages<typeof ru>('journal')
  const asks = useRef(askReason)
  asks.current = askReason
  const journal = useMemo(() => new Journal({ schoolId, courseId }, {
    empty: t.cell.empty, mark: t.cell.mark, points: t.cell.points, waiting: t.cell.waiting, conflict: t.cell.conflict, absence: t.cell.absence, date: dayText,
    lesson: t.cell.lesson, cancelled: t.cancelled, comma: (figure) => figure === '' ? '' : decimal(Number(figure)),
  }, teller(t, () => asks.current())), [schoolId, courseId, t])
  const fetchPage = useMemo(() => patientPage(schoolId, courseId, { ...(range.from ? { from: range.from } : {}), ...(range.to ? { to: range.to } : {}) }), [schoolId, courseId, range.from, range.to])
  const query = useQuery(kept({ queryKey: [...pageKey(courseId), range.from ?? '', range.to ?? ''], queryFn: fetchPage, placeholderData: keepPreviousData<JournalPage> }))
  const settings = useQuery(kept(ask(getSettings, { params: { schoolId } })))
  useEffect(() => { if (settings.data) journal.types = settings.data.workTypes.toSorted((a, b) => a.sort - b.sort) }, [journal, settings.data])
  useMemo(() => { if (query.data) journal.take(query.data) }, [journal, query.data])
  useEffect(() => journal.follow(), [journal])
  return { journal, query, settings }
}

/** What is on its way and what can be undone; only small parts follow it, because typing changes it with every key. */
export const useJournalState = (journal: Journal): JournalState => useSyncExternalStore(journal.onState, journal.state)

function teller(t: typeof ru, askReason: () => Promise<string | null>): JournalAsks {
  return {
    askReason,
    title: (page) => t.page.label(page.course.subject.name, page.course.group.name),
    say: (pupil, day, wanted) => [pupil, day ? dayText(day) : '', wanted.kind === 'mark' ? figureOf(wanted.value, wanted.retake) || t.cell.empty : wanted.code === 'present' ? t.cell.empty : lettersOf(wanted.code, wanted.reason)].filter(Boolean).join(', '),
    refused: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
    tell: (what) => { showToast({ tone: 'info', text: { locked: t.cell.locked, nowork: t.paste.noWork, notype: t.works.noTypes, notOurReason: t.cell.notOurReason }[what] }) },
  }
}

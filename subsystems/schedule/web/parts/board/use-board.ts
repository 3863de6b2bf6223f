import { showToast } from '@school/ui'
import { ask, call, problemText, type ProblemError, useQuery, useQueryClient } from '@school/web'
import { useEffect, useMemo, useRef, useState } from 'react'
import { boardOf, changed, changeTimetable, frameOf, getBoard, reversed, type Board, type BoardEntry, type Placing, type Placed, type TimetableBoard } from '../../../contract/index.ts'
import { useSchoolId, useT } from '../words.ts'

export interface Editing {
  readonly board: Board
  readonly data: TimetableBoard
  /** Does some changes at once; they are sent one after another and can be undone. */
  apply(changes: readonly Placing[]): void
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  readonly saving: boolean
}

const wishOf = (to: Placed) => ({ weekday: to.weekday, number: to.number, week: to.week, courseId: to.courseId, roomId: to.roomId })

/** The editor's state: what the server has, what is on its way there, and the way back. */
export function useBoard(timetableId: string) {
  const schoolId = useSchoolId()
  const query = useQuery(ask(getBoard, { params: { schoolId, id: timetableId } }))
  const [pending, setPending] = useState<readonly (readonly Placing[])[]>([])
  const [past, setPast] = useState<readonly (readonly Placing[])[]>([])
  const [future, setFuture] = useState<readonly (readonly Placing[])[]>([])
  useSending(timetableId, pending, setPending, () => { setPending([]); setPast([]); setFuture([]) })
  const data = query.data
  const frame = useMemo(() => data && frameOf(data), [data])
  const board = useMemo(() => frame && data && changed(boardOf(frame, data.entries), pending.flat()), [frame, data, pending])
  const go = (now: Board, changes: readonly Placing[]) => { setPending((all) => [...all, changes]); return reversed(now, changes) }
  const editing: Editing | null = !board || !data ? null : {
    board, data, saving: pending.length > 0,
    apply(changes) { const back = go(board, changes); setPast((all) => [...all, back]); setFuture([]) },
    undo: past.length === 0 ? null : () => { const forth = go(board, past.at(-1)!); setPast(past.slice(0, -1)); setFuture([...future, forth]) },
    redo: future.length === 0 ? null : () => { const back = go(board, future.at(-1)!); setFuture(future.slice(0, -1)); setPast([...past, back]) },
  }
  return { query, editing }
}

/** Sends the oldest change; the next one waits for the revisions that its reply brings. */
function useSending(timetableId: string, pending: readonly (readonly Placing[])[], setPending: (next: (all: readonly (readonly Placing[])[]) => readonly (readonly Placing[])[]) => void, onLost: () => void) {
  const t = useT()
  const schoolId = useSchoolId()
  const cache = useQueryClient()
  const sending = useRef(false)
  useEffect(() => {
    const first = pending[0]
    if (!first || sending.current) return
    sending.current = true
    const { queryKey } = ask(getBoard, { params: { schoolId, id: timetableId } })
    const known = new Map((cache.getQueryData(queryKey)?.entries ?? []).map((one) => [one.id, one.revision]))
    const changes = first.map(({ id, to }) => ({ id, basedOn: known.get(id) ?? null, to: to && wishOf(to) }))
    void (async () => {
      try {
        await cache.cancelQueries({ queryKey })
        const { entries, removed } = await call(changeTimetable, { params: { schoolId, id: timetableId }, body: { changes } })
        cache.setQueryData(queryKey, (was) => was && { ...was, entries: merged(was.entries, entries, removed) })
        sending.current = false
        setPending((all) => all.slice(1))
      } catch (error) {
        sending.current = false
        const { code, details } = error as ProblemError
        showToast({ tone: 'bad', text: code === 'schedule.entries_changed' ? t.board.conflict(details['entries'] as { what: string; by: string | null }[]) : problemText(code, details) })
        onLost()
        await cache.invalidateQueries({ queryKey })
      }
    })()
  })
}

function merged(was: readonly BoardEntry[], entries: readonly BoardEntry[], removed: readonly string[]): BoardEntry[] {
  const gone = new Set([...removed, ...entries.map(({ id }) => id)])
  return [...was.filter(({ id }) => !gone.has(id)), ...entries]
}

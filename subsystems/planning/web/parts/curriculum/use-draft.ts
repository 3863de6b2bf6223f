import { call, keyOf, ProblemError, useQueryClient } from '@school/web'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { getCurriculum, listCurricula, putEdition, type Curriculum } from '../../../contract/index.ts'
import { tellProblem } from '../words.ts'
import { inOrder, type DraftLine } from './grid-model.ts'

export interface Draft { readonly lines: readonly DraftLine[]; readonly state: 'saved' | 'saving' | 'unsaved'; change(lines: readonly DraftLine[]): void }

/** The sheet of a draft: every change is kept a moment later, whole; when somebody was faster, what is there now is shown. */
export function useDraft(schoolId: string, sheet: Curriculum): Draft {
  const cache = useQueryClient()
  const [lines, setLines] = useState<readonly DraftLine[]>(() => inOrder(sheet.lines))
  const [state, setState] = useState<Draft['state']>('saved')
  const latest = useRef(lines)
  const revision = useRef(sheet.head.revision)
  const busy = useRef(false)
  const edition = sheet.editions.find((one) => one.edition === sheet.shown)
  const params = { schoolId, id: sheet.head.id }
  useEffect(() => { if (state === 'saved' && !busy.current) { revision.current = sheet.head.revision; latest.current = inOrder(sheet.lines); setLines(latest.current) } }, [sheet, state])

  const save = useEffectEvent(async () => {
    if (busy.current) return
    busy.current = true
    setState('saving')
    const sent = latest.current
    try {
      const body = { validFrom: edition?.validFrom ?? '', reason: edition?.reason ?? '', lines: sent.map(({ subject: _subject, ...line }) => line), basedOn: revision.current }
      const reply = await call(putEdition, { params: { ...params, edition: sheet.shown }, body })
      revision.current = reply.head.revision
      cache.setQueryData(keyOf(getCurriculum, { params, query: {} }), reply)
      setState(latest.current === sent ? 'saved' : 'unsaved')
      void cache.invalidateQueries({ queryKey: keyOf(listCurricula, { params: { schoolId } }) })
    } catch (error) {
      if (error instanceof ProblemError) tellProblem(error)
      if (error instanceof ProblemError && error.status === 409) { setState('saved'); await cache.invalidateQueries({ queryKey: keyOf(getCurriculum, { params }) }) } else setState('unsaved')
    } finally {
      busy.current = false
    }
  })
  useEffect(() => {
    if (state !== 'unsaved') return
    const timer = setTimeout(() => void save(), 700)
    return () => clearTimeout(timer)
  }, [state, lines])
  return { lines, state, change(next) { latest.current = next; setLines(next); setState('unsaved') } }
}

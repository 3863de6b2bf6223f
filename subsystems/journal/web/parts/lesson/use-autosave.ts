import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

const pauseMs = 900

/** A text that saves itself a moment after typing stops and on leaving the field; what another person wrote comes in only while nothing is being typed. */
export function useAutosave(server: string, save: (text: string) => void): { text: string; dirty: boolean; type: (text: string) => void; leave: () => void; drop: () => void } {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef<string | null>(null)
  const send = useEffectEvent(() => {
    clearTimeout(timer.current)
    if (latest.current !== null && latest.current !== server) save(latest.current)
    else if (latest.current === server) { latest.current = null; setDraft(null) }
  })
  useEffect(() => { if (latest.current === server) { latest.current = null; setDraft(null) } }, [server])
  useEffect(() => () => { send() }, [])
  const type = (text: string) => {
    latest.current = text
    setDraft(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(), pauseMs)
  }
  const leave = () => { if (latest.current !== null) send() }
  const drop = useCallback(() => { clearTimeout(timer.current); latest.current = null; setDraft(null) }, [])
  return { text: draft ?? server, dirty: draft !== null && draft !== server, type, leave, drop }
}

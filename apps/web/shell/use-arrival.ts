import { useLayoutEffect, useRef } from 'react'

const places = new Map<string, number>()
let wentBack = false
addEventListener('popstate', () => { wentBack = true })

const sheet = () => document.getElementById('content')

/** On a new page: the reading point goes to the heading and the sheet to its top, or, after Back, to where it was. */
export function useArrival(path: string) {
  const first = useRef(true)
  useLayoutEffect(() => {
    const box = sheet()
    const remember = () => { if (box) places.set(path, box.scrollTop) }
    box?.addEventListener('scroll', remember, { passive: true })
    const back = wentBack
    wentBack = false
    const stop = first.current ? () => {} : arrive(back ? places.get(path) ?? 0 : 0)
    first.current = false
    return () => { box?.removeEventListener('scroll', remember); stop() }
  }, [path])
}

/** The heading may come later than the frame, together with the code or the data. */
function arrive(top: number): () => void {
  const box = sheet()
  if (!box) return () => {}
  const settle = () => {
    const heading = [...box.querySelectorAll('h1')].find((one) => one.checkVisibility())
    if (!heading) return false
    box.scrollTop = top
    const active = document.activeElement
    if (!active || active === document.body || !box.contains(active) || active.closest('a')) heading.focus({ preventScroll: true })
    return true
  }
  box.scrollTop = 0
  if (settle() && box.scrollTop >= top) return () => {}
  const watcher = new MutationObserver(() => { if (settle() && box.scrollTop >= top) watcher.disconnect() })
  watcher.observe(box, { childList: true, subtree: true })
  const timer = setTimeout(() => watcher.disconnect(), 5000)
  return () => { clearTimeout(timer); watcher.disconnect() }
}

import { warmUp } from './page-code.ts'

const linkOf = (event: Event) => (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null
const isOurs = (link: HTMLAnchorElement) => link.origin === location.origin && !link.target && !link.hasAttribute('download') && !link.pathname.startsWith('/api/')

/** Turns presses on plain links into navigation without a reload, and brings page code on hover, touch and focus. Returns how to stop. */
export function catchLinks(go: (path: string) => void): () => void {
  const press = (event: MouseEvent) => {
    const link = linkOf(event)
    if (!link || !isOurs(link) || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return
    event.preventDefault()
    go(link.pathname + link.search + link.hash)
  }
  const near = (event: Event) => { const link = linkOf(event); if (link && isOurs(link)) warmUp(link.pathname) }
  addEventListener('click', press)
  for (const kind of ['pointerover', 'focusin', 'touchstart']) addEventListener(kind, near, { passive: true })
  return () => {
    removeEventListener('click', press)
    for (const kind of ['pointerover', 'focusin', 'touchstart']) removeEventListener(kind, near)
  }
}

import { actingIn, type WebPage } from '@school/web'
import { subsystems } from './subsystems.ts'

interface Known { readonly page: WebPage; readonly pattern: RegExp; readonly names: readonly string[]; readonly weight: string }
export interface Found { readonly page: WebPage; readonly params: Readonly<Record<string, string>> }

/** A path of a page as a pattern; fixed words outweigh parameters, so `/tests/new` wins over `/tests/:id`. */
function known(page: WebPage): Known {
  const parts = page.path.split('/').filter(Boolean)
  const pattern = parts.map((part) => part.startsWith(':') ? '([^/]+)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('/')
  return { page, pattern: new RegExp(`^/${pattern}/?$`), names: parts.filter((part) => part.startsWith(':')).map((part) => part.slice(1)), weight: parts.map((part) => part.startsWith(':') ? '1' : '0').join('') }
}

const all = subsystems.flatMap((room) => room.pages.map((page) => known({ ...page, room: room.name }))).sort((a, b) => a.weight.localeCompare(b.weight))

/** The page at an address, or null. */
export function findPage(path: string): Found | null {
  const acting = actingIn(path)
  const rest = acting ? acting.rest : path
  for (const { page, pattern, names } of all) {
    if (((page.access ?? 'acting') === 'acting') !== Boolean(acting)) continue
    const found = pattern.exec(rest)
    if (found) return { page, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])) }
  }
  return null
}

/** Whether some subsystem built a page at this plain path. */
export const hasPage = (path: string, access: 'public' | 'signedIn' | 'acting') => all.some(({ page }) => page.path === path && (page.access ?? 'acting') === access)

import { actingIn, bringFill, componentOf, holds, language, loadCatalogue, type Ahead, type AheadOf, type LoadedComponent, type Me, type WebFill, type WebPage } from '@school/web'
import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import { lazy } from 'react'
import { findPage } from './routes.ts'
import { subsystems } from './subsystems.ts'

/** What rooms put into places of other rooms' pages. */
export const fills: readonly WebFill[] = subsystems.flatMap((room) => (room.fills ?? []).map((fill) => ({ ...fill, room: room.name })))

const made = new WeakMap<WebPage, LoadedComponent>()

/** Brings the code of a page and its words side by side; from then on it is drawn without a wait. */
async function bring(page: WebPage): Promise<{ component: LoadedComponent; ahead: unknown }> {
  const [module] = await Promise.all([page.load(), page.room ? loadCatalogue(page.room, language()) : null])
  const component = componentOf(module)
  if (!made.has(page)) made.set(page, component)
  return { component, ahead: module['ahead'] }
}

/** The component of a page, brought when first drawn. */
export function componentFor(page: WebPage): LoadedComponent {
  const known = made.get(page)
  if (known) return known
  const fresh = lazy(async () => ({ default: (await bring(page)).component })) as unknown as LoadedComponent
  made.set(page, fresh)
  return fresh
}

/** Brings the code of the page behind an address before it is asked for. */
export async function warmUp(path: string): Promise<void> {
  const found = findPage(path)
  if (found) await bring(found.page).catch(() => null) // a failed guess costs nothing; the real visit tells
}

/** Brings everything of the first view for this person, what other rooms put into it included, and asks for the data that the view will ask for. */
export async function beginAt(path: string, me: Me | null, cache: QueryClient): Promise<void> {
  const found = findPage(path)
  const named = actingIn(path)
  const acting = me?.contexts.find((one) => one.role === named?.role && one.scopeId === named.scopeId)
  if (!found || !me || !acting || (found.page.needs && !holds(me, acting.role, found.page.needs))) return warmUp(path)
  const drawn = fills.filter((fill) => found.page.slots?.some((slot) => slot.name === fill.slot) && (!fill.needs || holds(me, acting.role, fill.needs)))
  const of: AheadOf = { me, acting, params: found.params, query: new URLSearchParams(location.search), isFilled: (slot) => drawn.some((fill) => fill.slot === slot.name) }
  const begin = ({ ahead }: { ahead: unknown }) => { for (const query of (ahead as Ahead | undefined)?.(of) ?? []) void cache.prefetchQuery(query as FetchQueryOptions) }
  await Promise.allSettled([bring(found.page).then(begin), ...drawn.map((fill) => bringFill(fill).then(begin))])
}

import { actingIn, bringFill, componentOf, holds, language, loadCatalogue, type LoadedComponent, type Me, type WebFill, type WebPage } from '@school/web'
import { lazy } from 'react'
import { findPage } from './routes.ts'
import { subsystems } from './subsystems.ts'

/** What rooms put into places of other rooms' pages. */
export const fills: readonly WebFill[] = subsystems.flatMap((room) => (room.fills ?? []).map((fill) => ({ ...fill, room: room.name })))

const made = new WeakMap<WebPage, LoadedComponent>()

/** Brings the code of a page and its words side by side; from then on it is drawn without a wait. */
async function bring(page: WebPage): Promise<LoadedComponent> {
  const [module] = await Promise.all([page.load(), page.room ? loadCatalogue(page.room, language()) : null])
  const brought = componentOf(module)
  if (!made.has(page)) made.set(page, brought)
  return brought
}

/** The component of a page, brought when first drawn. */
export function componentFor(page: WebPage): LoadedComponent {
  const known = made.get(page)
  if (known) return known
  const fresh = lazy(async () => ({ default: await bring(page) })) as unknown as LoadedComponent
  made.set(page, fresh)
  return fresh
}

/** Brings the code of the page behind an address before it is asked for. */
export async function warmUp(path: string): Promise<void> {
  const found = findPage(path)
  if (found) await bring(found.page).catch(() => null) // a failed guess costs nothing; the real visit tells
}

/** Brings what other rooms put into the first view of the page for this person. */
export async function warmUpParts(path: string, me: Me | null): Promise<void> {
  const role = actingIn(path)?.role
  const slots = findPage(path)?.page.slots?.map((slot) => slot.name) ?? []
  const drawn = fills.filter((fill) => slots.includes(fill.slot) && (!fill.needs || (role !== undefined && holds(me, role, fill.needs))))
  await Promise.allSettled(drawn.map(bringFill))
}

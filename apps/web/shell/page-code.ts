import { componentOf, language, loadCatalogue, type LoadedComponent, type WebPage } from '@school/web'
import { lazy } from 'react'
import { findPage } from './routes.ts'

const made = new WeakMap<WebPage, LoadedComponent>()

/** Brings the code of a page and its words side by side. */
const bring = (page: WebPage) => Promise.all([page.load(), page.room ? loadCatalogue(page.room, language()) : null])

/** The component of a page, brought when first drawn. */
export function componentFor(page: WebPage): LoadedComponent {
  const known = made.get(page)
  if (known) return known
  const fresh = lazy(async () => ({ default: componentOf((await bring(page))[0]) })) as unknown as LoadedComponent
  made.set(page, fresh)
  return fresh
}

/** Brings the code of the page behind an address before it is asked for. */
export function warmUp(path: string) {
  const found = findPage(path)
  if (found) bring(found.page).catch(() => null) // a failed guess costs nothing; the real visit tells
}

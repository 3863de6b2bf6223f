import { newId } from '@school/contract'

const name = (id: string) => `school.tab.${id}`

/** The name of this tab among the tabs of the browser; it is held as a lock as long as the tab lives. */
export const tab: string = newId()
const held = new Promise<void>((resolve) => {
  if (!('locks' in navigator)) return resolve()
  void navigator.locks.request(name(tab), () => { resolve(); return new Promise<never>(() => {}) }).catch(() => resolve())
})

/** Tabs that live now; a browser without locks knows only this one. */
export async function aliveTabs(): Promise<ReadonlySet<string>> {
  await held
  if (!('locks' in navigator)) return new Set([tab])
  const { held: locks = [] } = await navigator.locks.query()
  return new Set([tab, ...locks.flatMap((lock) => lock.name?.startsWith(name('')) ? [lock.name.slice(name('').length)] : [])])
}

import type { Slot } from '@school/contract'
import { Waiting } from '@school/ui'
import { Component, createContext, lazy, Suspense, use, type ReactNode } from 'react'
import { loadCatalogue } from './language/catalogues.ts'
import { language } from './language/language.ts'
import { holds, useActing, useMe } from './me.ts'
import { componentOf, type LoadedComponent, type WebFill } from './subsystem.ts'

const Fills = createContext<readonly WebFill[]>([])

/** The shell tells here who fills what. */
export const SlotFills = Fills.Provider

/** The fills of a place that this person's role may see. */
export function useFills<P>(slot: Slot<P>): readonly WebFill[] {
  const me = useMe()
  const acting = useActing()
  return use(Fills).filter((fill) => fill.slot === slot.name && (!fill.needs || (acting !== null && holds(me, acting.role, fill.needs)))).toSorted((a, b) => a.order - b.order)
}

const made = new WeakMap<WebFill, LoadedComponent>()

/** Brings the code of a part and its words side by side; from then on it is drawn without a wait. */
export async function bringFill(fill: WebFill): Promise<{ component: LoadedComponent; ahead: unknown }> {
  const [module] = await Promise.all([fill.load(), fill.room && !fill.ownWords ? loadCatalogue(fill.room, language()) : null])
  const component = componentOf(module)
  if (!made.has(fill)) made.set(fill, component)
  return { component, ahead: module['ahead'] }
}

function componentFor(fill: WebFill): LoadedComponent {
  const known = made.get(fill)
  if (known) return known
  const fresh = lazy(async () => ({ default: (await bringFill(fill)).component })) as unknown as LoadedComponent
  made.set(fill, fresh)
  return fresh
}

/** The place itself: draws whatever other rooms put here; a part that fails leaves the rest standing. */
export function SlotPlace<P extends object>({ slot, props, waiting }: { slot: Slot<P>; props: P; waiting?: ReactNode }) {
  return useFills(slot).map((fill) => {
    const Part = componentFor(fill)
    return <QuietWall key={`${fill.room ?? ''}${fill.order}`}><Suspense fallback={waiting === undefined ? <Waiting rows={2} /> : waiting}><Part {...props as Record<string, unknown>} /></Suspense></QuietWall>
  })
}

/** Keeps the failure of one part to that part. */
class QuietWall extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() { return { failed: true } }
  override render() { return this.state.failed ? null : this.props.children }
}

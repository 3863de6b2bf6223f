import { ErrorNote, Waiting } from '@school/ui'
import { Suspense, use, useReducer, type ComponentType, type JSX } from 'react'
import { ProblemError } from './call/problem-error.ts'
import { explain } from './language/problem-text.ts'

/** A part that a press opens: its code comes when it is first drawn, and without a network it says so and can be tried again. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element {
  let coming: Promise<ComponentType<P> | null> | null = null
  function Part(props: P) {
    const [, again] = useReducer((times: number) => times + 1, 0)
    const Found = use(coming ??= load().catch(() => null))
    return Found ? <Found {...props} /> : <ErrorNote {...explain(new ProblemError(0, 'offline'))} retry={() => { coming = null; again() }} />
  }
  return (props) => <Suspense fallback={<Waiting rows={4} />}><Part {...props} /></Suspense>
}

import { showToast } from '@school/ui'
import { call, explain } from '@school/web'
import { askStepUp, confirmStepUp, type StepUpOperation } from '../../contract/step-up.ts'
import { useState } from 'react'

export interface ToSign { readonly id: string; readonly text: string; readonly study: boolean; readonly go: (signedBy: string) => void }

/** Asks whether an act needs a signature: without need it goes on at once, otherwise the text waits to be signed. */
export function useSigned() {
  const [waiting, setWaiting] = useState<ToSign | null>(null)
  const [busy, setBusy] = useState(false)
  const tell = (error: unknown) => { showToast({ text: explain(error).text, tone: 'bad' }) }
  const ask = async (operation: StepUpOperation, aboutId: string, go: (signedBy: string | null) => void) => {
    setBusy(true)
    try {
      const asked = await call(askStepUp, { body: { operation, aboutId } })
      if (asked.id === null) go(null)
      else setWaiting({ id: asked.id, text: asked.text, study: asked.study, go })
    } catch (error) { tell(error) } finally { setBusy(false) }
  }
  const sign = async () => {
    if (!waiting) return
    setBusy(true)
    try {
      await call(confirmStepUp, { params: { id: waiting.id }, body: { signature: null } })
      setWaiting(null)
      waiting.go(waiting.id)
    } catch (error) { tell(error) } finally { setBusy(false) }
  }
  return { ask, sign, waiting, busy, drop: () => setWaiting(null) }
}

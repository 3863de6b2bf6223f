import { showToast } from '@school/ui'
import { call, explain, ProblemError } from '@school/web'
import { askStepUp, confirmStepUp, type SignedAct, type StepUpOperation } from '../../contract/step-up.ts'
import { useState } from 'react'

export interface ToSign { readonly id: string; readonly text: string; readonly study: boolean; readonly go: (signedBy: string) => void }
export interface Fault { readonly code: string; readonly details?: Readonly<Record<string, string>> }

/** Asks whether an act needs a signature: without need it goes on at once, otherwise the text waits to be signed. */
export function useSigned() {
  const [waiting, setWaiting] = useState<ToSign | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const tell = (error: unknown) => {
    const found = error instanceof ProblemError && error.code === 'identity.signature_refused' ? error.details?.['faults'] : null
    if (Array.isArray(found)) setFaults(found as Fault[])
    else showToast({ text: explain(error).text, tone: 'bad' })
  }
  const during = async (run: () => Promise<void>) => {
    setBusy(true)
    setFaults([])
    try { await run() } catch (error) { tell(error) } finally { setBusy(false) }
  }
  const ask = (operation: StepUpOperation, aboutId: string, act: SignedAct, go: (signedBy: string | null) => void) => during(async () => {
    const asked = await call(askStepUp, { body: { operation, aboutId, act } })
    if (asked.id === null) go(null)
    else setWaiting({ id: asked.id, text: asked.text, study: asked.study, go })
  })
  const confirm = (signature: (() => Promise<string>) | null) => during(async () => {
    if (!waiting) return
    await call(confirmStepUp, { params: { id: waiting.id }, body: { signature: signature ? await signature() : null } })
    setWaiting(null)
    waiting.go(waiting.id)
  })
  const drop = () => { setWaiting(null); setFaults([]) }
  return { ask, sign: () => confirm(null), bring: (file: File) => confirm(() => base64Of(file)), waiting, faults, busy, drop }
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

import { Button, Callout, Dialog } from '@school/ui'
import type { useSigned } from './use-signed.ts'
import { useT } from './words.ts'

/** Shows the very text that will be signed; in the demo the signature is a study one and says so. */
export function SignDialog({ signed }: { signed: ReturnType<typeof useSigned> }) {
  const t = useT()
  const { waiting } = signed
  return (
    <Dialog open={waiting !== null} onClose={signed.drop} title={t.signTitle} foot={<><Button onClick={signed.drop}>{t.cancel}</Button><Button look="primary" busy={signed.busy} onClick={() => void signed.sign()}>{waiting?.study ? t.signStudy : t.signReal}</Button></>}>
      <div className="stack">
        <p>{t.signLead}</p>
        <p className="small muted" style={{ overflowWrap: 'anywhere' }}>{waiting?.text}</p>
        {waiting?.study ? <Callout tone="info">{t.signStudyNote}</Callout> : null}
      </div>
    </Dialog>
  )
}

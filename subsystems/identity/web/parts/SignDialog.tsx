import { Button, Callout, Dialog, FileDrop, IconDownload } from '@school/ui'
import css from './SignDialog.module.css'
import type { ToSign, useSigned } from './use-signed.ts'
import { useT } from './words.ts'

/** Shows the very text that will be signed; in the demo the signature is a study one and says so. */
export function SignDialog({ signed }: { signed: ReturnType<typeof useSigned> }) {
  const t = useT()
  const { waiting, busy } = signed
  const study = waiting?.study ?? false
  return (
    <Dialog open={waiting !== null} onClose={signed.drop} title={t.signTitle} wide
      foot={<><Button onClick={signed.drop}>{t.cancel}</Button>{study ? <Button look="primary" busy={busy} onClick={() => void signed.sign()}>{t.signStudy}</Button> : null}</>}>
      <div className="stack">
        <p>{t.signLead}</p>
        <pre className={css.text} tabIndex={0} aria-label={t.signDocument}>{waiting?.text}</pre>
        {study ? <Callout tone="info">{t.signStudyNote}</Callout> : waiting ? <OwnProgram waiting={waiting} busy={busy} onFile={(file) => void signed.bring(file)} /> : null}
        {signed.faults.length > 0 ? <Callout tone="bad" title={t.signatureRefused}><ul className={css.faults} role="alert">{signed.faults.map((fault) => <li key={fault.code}>{t.signatureFault(fault.code, fault.details ?? {})}</li>)}</ul></Callout> : null}
      </div>
    </Dialog>
  )
}

/** Three steps with one's own program: take the file, sign it there, bring the signature. */
function OwnProgram({ waiting, busy, onFile }: { waiting: ToSign; busy: boolean; onFile: (file: File) => void }) {
  const t = useT()
  const take = () => {
    const address = URL.createObjectURL(new Blob([waiting.text], { type: 'text/plain;charset=utf-8' }))
    Object.assign(document.createElement('a'), { href: address, download: t.signFileName }).click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return (
    <ol className={css.steps}>
      <li><p>{t.signTake}</p><Button icon={<IconDownload size={16} />} onClick={take}>{t.signDownload}</Button></li>
      <li><p>{t.signOwn}</p></li>
      <li><FileDrop label={t.signBring} accept=".sig,.p7s,.sgn,.p7m" hint={t.signBringHint} busy={busy} onFiles={([file]) => { if (file) onFile(file) }} /></li>
    </ol>
  )
}

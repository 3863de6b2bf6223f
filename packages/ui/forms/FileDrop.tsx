import { useState, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconFileUpload } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import css from './forms.module.css'

interface Props { label: string; accept?: string; multiple?: boolean; hint?: ReactNode; busy?: boolean; onFiles: (files: File[]) => void }

/** A place to drop files on or to choose them with the keyboard. */
export function FileDrop({ label, accept, multiple, hint, busy, onFiles }: Props) {
  const words = useWords()
  const [over, setOver] = useState(false)
  return (
    <label className={cx(css.drop, 'squares', over && css.over)}>
      <input type="file" aria-label={label} accept={accept} multiple={multiple} disabled={busy} onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={() => setOver(false)}
        onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; if (files.length > 0) onFiles(files) }} />
      <IconFileUpload size={28} />
      <b>{label}</b>
      <span><u>{words.chooseFile}</u> {words.dropHere}</span>
      {hint ? <span className={css.hint}>{hint}</span> : null}
    </label>
  )
}

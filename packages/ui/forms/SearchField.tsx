import { useRef, type KeyboardEvent } from 'react'
import { cx } from '../cx.ts'
import { KeyHint } from '../data/StatusWord.tsx'
import { IconSearch, IconX } from '../icons/icons.ts'
import { IconButton } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './forms.module.css'

interface Props { label: string; value: string; onChange: (value: string) => void; onSubmit?: (value: string) => void; placeholder?: string; keyHint?: string; narrow?: boolean }

/** A search box; Escape clears it. */
export function SearchField({ label, value, onChange, onSubmit, placeholder, keyHint, narrow }: Props) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onSubmit?.(value)
    if (event.key === 'Escape' && value) { event.preventDefault(); onChange('') }
  }
  return (
    <div className={cx(css.search, narrow && css.narrow)} role="search">
      <IconSearch size={18} />
      <input ref={input} type="search" className={css.input} aria-label={label} placeholder={placeholder ?? label} value={value} onChange={(event) => onChange(event.target.value)} onKeyDown={keys} />
      {value ? <IconButton label={words.clear} onClick={() => { onChange(''); input.current?.focus() }}><IconX size={16} /></IconButton> : keyHint ? <KeyHint>{keyHint}</KeyHint> : null}
    </div>
  )
}

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconAlertCircle } from '../icons/icons.ts'
import css from './forms.module.css'
import type { Option } from './Field.tsx'

interface CheckboxProps { label: ReactNode; note?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; part?: boolean; disabled?: boolean; error?: string | null }

/** A tick with its words; `part` shows that only some of what is below is ticked. */
export function Checkbox({ label, note, checked, onChange, part, disabled, error }: CheckboxProps) {
  return (
    <div>
      <label className={css.choice}><Tick checked={checked} onChange={onChange} part={part} disabled={disabled} /><span>{label}{note ? <small>{note}</small> : null}</span></label>
      {error ? <p className={css.error} role="alert"><IconAlertCircle size={16} />{error}</p> : null}
    </div>
  )
}

interface TickProps { checked: boolean; onChange: (checked: boolean) => void; part?: boolean | undefined; disabled?: boolean | undefined; label?: string }

/** A bare tick for table rows; `label` is said aloud. */
export function Tick({ checked, onChange, part = false, disabled, label }: TickProps) {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => { if (ref.current) ref.current.indeterminate = part && !checked }, [part, checked])
  return <input ref={ref} type="checkbox" className={css.box} checked={checked} disabled={disabled} aria-label={label} onChange={(event) => onChange(event.target.checked)} onClick={(event) => event.stopPropagation()} />
}

interface RadioProps { label: string; value: string; onChange: (value: string) => void; options: ReadonlyArray<Option & { readonly note?: ReactNode; readonly disabled?: boolean }>; inRow?: boolean; error?: string | null }

/** One of a few, all seen at once. */
export function RadioGroup({ label, value, onChange, options, inRow, error }: RadioProps) {
  const name = useId()
  return (
    <fieldset className={cx(css.group, inRow && css.inRow)} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.choice}>
            <input type="radio" className={css.box} name={name} value={option.value} checked={option.value === value} disabled={option.disabled} onChange={() => onChange(option.value)} />
            <span>{option.label}{option.note ? <small>{option.note}</small> : null}</span>
          </label>
        ))}
      </div>
      {error ? <p className={css.error} id={`${name}-error`} role="alert"><IconAlertCircle size={16} />{error}</p> : null}
    </fieldset>
  )
}

interface SegmentedProps { label: string; value: string; onChange: (value: string) => void; options: readonly Option[] }

/** A switch between two to five views of the same thing. */
export function Segmented({ label, value, onChange, options }: SegmentedProps) {
  const name = useId()
  return (
    <div className={css.seg} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}><input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />{option.label}</label>
      ))}
    </div>
  )
}

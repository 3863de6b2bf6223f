import { useId, type ComponentProps, type ReactNode } from 'react'
import { IconAlertCircle, IconChevronDown } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import css from './forms.module.css'

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** What to do, not what is wrong: «Укажите день не позже сегодняшнего». */
  error?: string | null | undefined
  /** A word at the right of the label: «№ 19 по плану». */
  note?: ReactNode
  required?: boolean
  optional?: boolean
}
interface Wiring { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; required: boolean | undefined }

/** The shell of any field: label above, the control, then a hint or the error. */
export function Field({ label, hint, error, note, required, optional, children }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const words = useWords()
  const said = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  const side = note ?? (optional ? words.optional : null)
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>{label}{side ? <em>{side}</em> : null}</label>
      {children({ id, 'aria-describedby': said, 'aria-invalid': error ? true : undefined, required })}
      {error ? <p className={css.error} id={`${id}-error`} role="alert"><IconAlertCircle size={16} />{error}</p> : hint ? <p className={css.hint} id={`${id}-hint`}>{hint}</p> : null}
    </div>
  )
}

type Typed<E extends 'input' | 'textarea' | 'select'> = FieldProps & Omit<ComponentProps<E>, 'onChange' | 'value' | 'required' | 'id' | 'className'> & { value: string; onChange: (value: string) => void }

/** The field's own words taken apart from what the control itself understands. */
const split = <P extends FieldProps>({ label, hint, error, note, required, optional, ...control }: P) =>
  ({ field: { label, hint, error, note, ...(required ? { required } : {}), ...(optional ? { optional } : {}) }, control })

/** One line of text; `type` may be tel, email, number, time… */
export function TextField({ onChange, ...rest }: Typed<'input'>) {
  const { field, control } = split(rest)
  return <Field {...field}>{(wiring) => <input type="text" className={css.input} {...control} {...wiring} onChange={(event) => onChange(event.target.value)} />}</Field>
}

/** A day, `YYYY-MM-DD` or an empty string. */
export function DateField({ onChange, ...rest }: Typed<'input'>) {
  const { field, control } = split(rest)
  return <Field {...field}>{(wiring) => <input type="date" className={css.input} {...control} {...wiring} onChange={(event) => onChange(event.target.value)} />}</Field>
}

/** Several lines of text; it grows with what is typed. */
export function TextArea({ onChange, ...rest }: Typed<'textarea'>) {
  const { field, control } = split(rest)
  return <Field {...field}>{(wiring) => <textarea className={css.input} {...control} {...wiring} onChange={(event) => onChange(event.target.value)} />}</Field>
}

export interface Option { readonly value: string; readonly label: string; readonly group?: string }

/** One of a short list; an empty value shows the placeholder. */
export function SelectField({ onChange, options, placeholder, ...rest }: Typed<'select'> & { options: readonly Option[]; placeholder?: string }) {
  const { field, control } = split(rest)
  return (
    <Field {...field}>
      {(wiring) => (
        <span className={css.select}>
          <select className={css.input} {...control} {...wiring} onChange={(event) => onChange(event.target.value)}>
            {placeholder === undefined ? null : <option value="">{placeholder}</option>}
            <Options options={options} />
          </select>
          <IconChevronDown size={16} />
        </span>
      )}
    </Field>
  )
}

/** The options, gathered under the names of their groups. */
function Options({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))]
  return groups.map((group) => {
    const inside = options.filter((option) => option.group === group).map((option) => <option key={option.value} value={option.value}>{option.label}</option>)
    return group ? <optgroup key={group} label={group}>{inside}</optgroup> : inside
  })
}

interface QuickProps extends Omit<ComponentProps<'select'>, 'onChange' | 'className'> { label: string; value: string; onChange: (value: string) => void; options: readonly Option[]; placeholder?: string }

/** A choice without a visible label, for filters above a table. */
export function QuickSelect({ label, onChange, options, placeholder, ...rest }: QuickProps) {
  return (
    <span className={`${css.select} ${css.narrow}`}>
      <select className={css.input} aria-label={label} {...rest} onChange={(event) => onChange(event.target.value)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        <Options options={options} />
      </select>
      <IconChevronDown size={16} />
    </span>
  )
}

import { lazy, Suspense } from 'react'
import type { FieldProps } from './Field.tsx'
import css from './forms.module.css'

export interface PickOption { readonly value: string; readonly label: string; readonly note?: string }
export interface PickProps extends FieldProps {
  value: string | null
  onChange: (value: string | null) => void
  /** What can be chosen now; when `onSearch` is given, what the search found. */
  options: readonly PickOption[]
  onSearch?: (text: string) => void
  busy?: boolean
  placeholder?: string
  disabled?: boolean
}

const Picker = lazy(() => import('./Picker.tsx'))

/** One of many with typing to narrow: a person, a school, a subject. Loads its list box on first use. */
export function PickField(props: PickProps) {
  return (
    <Suspense fallback={<div className={css.field}><span className={css.label}>{props.label}</span><div className={css.input} aria-busy="true" /></div>}><Picker {...props} /></Suspense>
  )
}

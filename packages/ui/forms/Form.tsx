import type { ReactNode } from 'react'
import css from './forms.module.css'

/** A form: fields under one another, Enter submits, the browser's own bubbles stay silent. */
export function Form({ onSubmit, foot, children }: { onSubmit: () => void; foot?: ReactNode; children: ReactNode }) {
  return (
    <form className={css.form} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit() }}>
      {children}
      {foot ? <div className={css.formFoot}>{foot}</div> : null}
    </form>
  )
}

/** Fields side by side where there is room. */
export const SideBySide = ({ children }: { children: ReactNode }) => <div className={css.two}>{children}</div>

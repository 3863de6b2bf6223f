import { Button, Callout, Dialog, Form } from '@school/ui'
import { ProblemError, problemText } from '@school/web'
import type { ReactNode } from 'react'
import { useT } from './words.ts'

interface Props {
  open: boolean
  onClose: () => void
  title: string
  act: string
  danger?: boolean
  busy?: boolean
  /** Nothing to act on yet, or something forbids it: the dialog only shows. */
  idle?: boolean
  /** The refusal of the server; the field it names shows it too. */
  problem?: unknown
  onAct: () => void
  children: ReactNode
}

/** A form over the page with one act: what it needs, what it changes, and the refusal in words. */
export function ActDialog({ open, onClose, title, act, danger, busy, idle, problem, onAct, children }: Props) {
  const t = useT()
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <Form onSubmit={onAct} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy ?? false} disabled={idle ?? false}>{act}</Button></>}>
        {problem instanceof ProblemError ? <Callout tone="bad" title={problemText(problem.code, problem.details)} /> : null}
        {children}
      </Form>
    </Dialog>
  )
}

/** The sentence for the field that the server named, if it is this one. */
export const errorOf = (problem: unknown, field: string): string | null =>
  problem instanceof ProblemError && problem.details['field'] === field ? problemText(problem.code, problem.details) : null

import { ErrorNote, NoRights, Waiting } from '@school/ui'
import type { ReactNode } from 'react'
import { ProblemError } from './call/problem-error.ts'
import { explain } from './language/problem-text.ts'

interface Asked<T> { readonly data: T | undefined; readonly error: unknown; readonly isPending: boolean; readonly isError: boolean; readonly refetch: () => unknown }
interface Props<T> { query: Asked<T>; waiting?: ReactNode; children: (data: T) => ReactNode }

const isClosed = (error: unknown) => error instanceof ProblemError && (error.status === 403 || error.status === 404)

/** A query's states drawn once: waiting, failure or no rights, then the data; old data stays while new comes, but not when it is not open any more. */
export function Loaded<T>({ query, waiting, children }: Props<T>) {
  if (query.data !== undefined && !isClosed(query.error)) return <>{children(query.data)}</>
  if (query.isError) return <ProblemNote problem={query.error} retry={query.refetch} />
  return <>{waiting ?? <Waiting />}</>
}

/** A caught problem as a note: a refusal names who can grant the right, a failure offers to try again. */
export function ProblemNote({ problem, retry }: { problem: unknown; retry?: () => unknown }) {
  const said = explain(problem)
  if (problem instanceof ProblemError && problem.status === 403) return <NoRights title={said.text} />
  return <ErrorNote {...said} retry={retry} />
}

import type { CallInput, Reply, Route } from '@school/contract'
import { queryOptions, useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query'
import { call } from './call.ts'
import type { ProblemError } from './problem-error.ts'

/** The cache key of a route: without input it covers every call of that route; with params only, every query of them. */
export function keyOf<R extends Route>(route: R, input?: Partial<CallInput<R>>): QueryKey {
  const { params, query } = (input ?? {}) as { params?: object; query?: object }
  const key: unknown[] = [`${route.method} ${route.path}`]
  if (params !== undefined || query !== undefined) key.push(params ?? {})
  if (query !== undefined) key.push(query)
  return key
}

/** Query options for a reading route: `useQuery(ask(marksOfStudent, { params }))`. */
export const ask = <R extends Route>(route: R, input: CallInput<R>) => queryOptions<Reply<R>, ProblemError>({
  queryKey: keyOf(route, input as Partial<CallInput<R>>),
  queryFn: ({ signal }) => call(route, input, signal),
})

interface CommandOptions<R extends Route> {
  /** What became stale; live facts refresh the rest. */
  stale?: (reply: Reply<R>, input: CallInput<R>) => readonly QueryKey[]
  onDone?: (reply: Reply<R>, input: CallInput<R>) => void
  onProblem?: (problem: ProblemError, input: CallInput<R>) => void
}

/** A command of a page: `const put = useCommand(putMark, { stale })`, then `put.mutate({ params, body })`. */
export function useCommand<R extends Route>(route: R, { stale, onDone, onProblem }: CommandOptions<R> = {}): UseMutationResult<Reply<R>, ProblemError, CallInput<R>> {
  const cache = useQueryClient()
  return useMutation<Reply<R>, ProblemError, CallInput<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async (reply, input) => {
      onDone?.(reply, input)
      await Promise.all((stale?.(reply, input) ?? []).map((queryKey) => cache.invalidateQueries({ queryKey })))
    },
    onError: (problem, input) => onProblem?.(problem, input),
  })
}

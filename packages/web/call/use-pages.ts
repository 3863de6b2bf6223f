import type { CallInput, Reply, Route } from '@school/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { keyOf } from './ask.ts'
import { call } from './call.ts'
import type { ProblemError } from './problem-error.ts'

interface PageReply { readonly rows: readonly unknown[]; readonly next: string | null }
type RowOf<R extends Route> = Reply<R> extends { rows: readonly (infer Row)[] } ? Row : never

/** A list read page by page: `rows` so far (undefined while the first page is on its way), `more` when there are others. */
export function usePages<R extends Route>(route: R, input: CallInput<R>, { enabled = true }: { enabled?: boolean } = {}) {
  const { params, query = {} } = input as { params?: object; query?: object }
  const found = useInfiniteQuery<PageReply, ProblemError, { pages: PageReply[] }, readonly unknown[], string | null>({
    queryKey: [...keyOf(route, { params: params ?? {}, query } as Partial<CallInput<R>>), 'pages'], initialPageParam: null, enabled,
    queryFn: async ({ pageParam, signal }) => await call(route, { ...input, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } as CallInput<R>, signal) as PageReply,
    getNextPageParam: (last) => last.next,
  })
  return {
    rows: found.data?.pages.flatMap((page) => page.rows) as RowOf<R>[] | undefined,
    error: found.error, retry: () => void found.refetch(), busy: found.isFetchingNextPage,
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
  }
}

import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

/** One value of the view kept in the address: `const [week, setWeek] = useUrlValue('week', today)`. The fallback is not written; `push` lets Back undo the change. */
export function useUrlValue(name: string, fallback = '', { push = false }: { push?: boolean } = {}): [string, (value: string) => void] {
  const search = useSearch()
  const [, go] = useLocation()
  const value = new URLSearchParams(search).get(name) ?? fallback
  const set = useCallback((next: string) => {
    const params = new URLSearchParams(location.search)
    if (next === fallback) params.delete(name)
    else params.set(name, next)
    const text = params.toString()
    go(location.pathname + (text ? `?${text}` : ''), { replace: !push, state: { keepScroll: true } })
  }, [name, fallback, push, go])
  return [value, set]
}

import { meKey, useAddress } from '@school/web'
import { useQueryClient } from '@tanstack/react-query'

/** Ends the session on the server, then empties what this browser remembers. */
export function useSignOut(): () => Promise<void> {
  const cache = useQueryClient()
  const [, go] = useAddress()
  return async () => {
    await fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin' }).catch(() => null)
    cache.clear()
    cache.setQueryData(meKey, null)
    go('/')
  }
}

import { forgetPerson, signOutOfServer, useAddress } from '@school/web'
import { useQueryClient } from '@tanstack/react-query'

/** Ends the session on the server, empties what this browser remembers, then leaves Госуслуги as well. */
export function useSignOut(): () => Promise<void> {
  const cache = useQueryClient()
  const [, go] = useAddress()
  return async () => {
    const reply = await signOutOfServer()
    forgetPerson(cache)
    if (reply?.next) location.assign(reply.next)
    else go('/')
  }
}

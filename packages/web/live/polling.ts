import type { Ears, LiveMessage } from './follow-live.ts'

/** Hears by long polling where sockets are blocked; the cursor of the last reply is where the next one begins. */
export async function listenByPolling({ onOpen, onMessage, signal }: Ears): Promise<void> {
  let cursor: string | null = null
  try {
    while (!signal.aborted) {
      const response: Response = await fetch(`/api/live/poll${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, { credentials: 'same-origin', signal })
      if (response.status === 401) return onMessage({ type: 'signedOut' })
      if (!response.ok) return
      const reply = await response.json() as { cursor: string; messages: LiveMessage[] }
      if (cursor === null) onOpen()
      cursor = reply.cursor
      reply.messages.forEach(onMessage)
    }
  } catch {
    // the connection broke: whoever keeps listening waits and tries again
  }
}

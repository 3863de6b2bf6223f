import type { Ears, LiveMessage } from './follow-live.ts'

/** Hears through one WebSocket until it breaks. */
export function listenBySocket({ onOpen, onMessage, signal }: Ears): Promise<void> {
  return new Promise((resolve) => {
    const address = new URL('/api/live', location.href)
    address.protocol = address.protocol.replace('http', 'ws')
    const socket = new WebSocket(address)
    socket.onopen = onOpen
    socket.onmessage = (event) => onMessage(JSON.parse(event.data as string) as LiveMessage)
    socket.onclose = () => resolve()
    signal.addEventListener('abort', () => socket.close(), { once: true })
  })
}

import { encrypted, type Receiver } from './encrypt.ts'
import type { Message } from './message.ts'
import { isKnownService } from './rules.ts'
import type { PushSettings } from './settings.ts'
import { authorization } from './vapid.ts'

export interface Parcel extends Receiver { readonly deviceId: string; readonly endpoint: string; readonly urgent: boolean; readonly message: Message }
/** `gone`: the browser has left; `refused`: this message will never be taken; `failed`: another time perhaps. */
export type Fate = 'sent' | 'gone' | 'refused' | 'failed'

const patienceMs = 4000
const sideBySide = 16
const keptSeconds = 86_400

/** Sends to every device; a push service that is silent once is not asked again in this round, so that one dead service holds nobody up. */
export async function sendAll(settings: PushSettings, parcels: readonly Parcel[], now: Date): Promise<ReadonlyMap<string, Fate>> {
  const fates = new Map<string, Fate>()
  const silent = new Set<string>()
  const left = [...parcels]
  await Promise.all(Array.from({ length: Math.min(sideBySide, left.length) }, async () => {
    for (let parcel = left.shift(); parcel; parcel = left.shift()) {
      const origin = originOf(parcel.endpoint)
      const fate = silent.has(origin) ? null : await send(settings, parcel, origin, now)
      if (fate === null) silent.add(origin)
      fates.set(parcel.deviceId, fate ?? 'failed')
    }
  }))
  return fates
}

const originOf = (endpoint: string) => (URL.canParse(endpoint) ? new URL(endpoint).origin : '')

/** Null when there was no answer at all. */
async function send({ sender, services }: PushSettings, { endpoint, urgent, message, ...receiver }: Parcel, origin: string, now: Date): Promise<Fate | null> {
  if (!isKnownService(endpoint, services)) return 'gone' // the list of the installation may have become shorter
  try {
    const response = await fetch(endpoint, {
      method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(patienceMs), body: new Uint8Array(encrypted(JSON.stringify(message), receiver)),
      headers: {
        authorization: authorization(sender, origin, now), 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream', ttl: String(keptSeconds), urgency: urgent ? 'high' : 'normal',
        topic: message.tag.replaceAll('-', '').slice(0, 32),
      },
    })
    void response.body?.cancel()
    return fateOf(response.status)
  } catch {
    return null
  }
}

function fateOf(status: number): Fate {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'failed' : 'refused'
}

import { newId } from '@school/contract'
import { getMe } from '@school/identity/contract'
import { call, language } from '@school/web'
import { putPushDevice, removePushDevice } from '../../contract/push.ts'
import { deviceName } from './device-name.ts'

/** What this browser knows: whose pushes it receives, and under which name of a device. */
interface Mark { readonly person: string; readonly device: string }
const place = 'school.push'

export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

function mark(): Mark | null {
  try { return JSON.parse(localStorage.getItem(place) ?? 'null') as Mark | null } catch { return null }
}
function remember(given: Mark | null): void {
  try { if (given) localStorage.setItem(place, JSON.stringify(given)); else localStorage.removeItem(place) } catch { /* a closed store only forgets */ }
}

const isAble = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** The device this browser is for the person, when it is one. */
export const ownDevice = (person: string): string | null => (mark()?.person === person ? mark()?.device ?? null : null)

export async function pushState(person: string): Promise<PushState> {
  if (!isAble()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = Notification.permission === 'granted' && ownDevice(person) !== null ? await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription() : null
  return subscription ? 'on' : 'off'
}

/** Asks the person, subscribes at the browser's push service and tells the server; false when the person said no. */
export async function startPush(person: string, publicKey: string): Promise<boolean> {
  if (await Notification.requestPermission() !== 'granted') return false
  const { pushManager } = await navigator.serviceWorker.ready
  const before = await pushManager.getSubscription()
  if (before && textOf(before.options.applicationServerKey) !== publicKey) await before.unsubscribe() // under a key that is no more
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const device = ownDevice(person) ?? newId()
  await send(device, subscription)
  remember({ person, device })
  return true
}

export async function stopPush(deviceId: string): Promise<void> {
  await call(removePushDevice, { params: { deviceId } })
  if (mark()?.device !== deviceId) return
  remember(null)
  await (await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription())?.unsubscribe()
}

/** A new session, or an address the browser has changed: the server hears of it with the first view. Another person's device is left alone. */
export async function keepPush(): Promise<void> {
  const kept = mark()
  if (!kept || !isAble() || Notification.permission !== 'granted') return
  const { person } = await call(getMe, {})
  const subscription = person.id === kept.person ? await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription() : null
  if (subscription) await send(kept.device, subscription)
}

async function send(deviceId: string, subscription: PushSubscription): Promise<void> {
  const { endpoint = '', keys } = subscription.toJSON()
  await call(putPushDevice, { params: { deviceId }, body: { endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '', name: deviceName(navigator.userAgent), language: language() } })
}

function textOf(key: ArrayBuffer | null): string {
  return key ? btoa(String.fromCharCode(...new Uint8Array(key))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') : ''
}

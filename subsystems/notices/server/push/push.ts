import { job, timedJob, type Work } from '@school/server'
import type { Delivered } from '../store.ts'
import { messageOf } from './message.ts'
import { sendAll, type Parcel } from './post.ts'
import { dueAt, mostAttempts, nextTry } from './rules.ts'
import { pushSettings } from './settings.ts'
import { dropDue, insertDue, listReceiving, noteSent, postponeDue, removeDead, takeDue, type DueRow } from './store.ts'

const atOnce = 300

/** What was told in the application goes to the devices of these people too, when they may ring. */
export async function orderPushes(work: Work, kind: string, told: readonly Delivered[]): Promise<void> {
  if (told.length === 0 || pushSettings() === null) return
  const receiving = await listReceiving(work, kind, told)
  if (receiving.length === 0) return
  const due = receiving.map((one) => {
    const quiet = one.urgent || one.quiet === 'none' ? null : one.quiet === 'own' ? { from: one.own_from ?? '', until: one.own_until ?? '' } : { from: one.usual_from, until: one.usual_until }
    return { device_id: one.device_id, notice_id: one.notice_id, due_at: dueAt(work.now, one.zone, quiet) }
  })
  await insertDue(work, due)
  if (due.some((one) => one.due_at <= work.now)) work.enqueue(sendPushes, {})
}

/**
 * Sends what is due. Waiting rows are the memory: if this act is rolled back after a message has left, the message goes once more and
 * takes the place of the first on the screen, because it bears the same tag.
 */
async function sendDue(work: Work): Promise<boolean> {
  const settings = pushSettings()
  if (settings === null) return false
  const rows = await takeDue(work, atOnce)
  if (rows.length === 0) return false
  const fresh = rows.filter((row) => !row.stale)
  const parcels = [...Map.groupBy(fresh, (row) => row.device_id).values()].map(parcelOf)
  const fates = await sendAll(settings, parcels, work.now)
  const of = (fate: string) => parcels.filter((parcel) => fates.get(parcel.deviceId) === fate)
  const failed = of('failed').flatMap((parcel) => parcel.rows)
  const again = failed.filter((row) => row.attempts + 1 < mostAttempts)
  await dropDue(work, [...rows.filter((row) => row.stale), ...of('sent').flatMap((parcel) => parcel.rows), ...of('refused').flatMap((parcel) => parcel.rows), ...failed.filter((row) => !again.includes(row))])
  await postponeDue(work, again.map((row) => ({ device_id: row.device_id, notice_id: row.notice_id, attempts: row.attempts + 1, due_at: nextTry(work.now, row.attempts) })))
  await noteSent(work, of('sent').map((parcel) => parcel.deviceId))
  await removeDead(work, of('gone').map((parcel) => parcel.deviceId))
  return rows.length === atOnce
}

function parcelOf(rows: readonly DueRow[]): Parcel & { readonly rows: readonly DueRow[] } {
  const first = rows[0]!
  return { deviceId: first.device_id, endpoint: first.endpoint, p256dh: first.p256dh, auth: first.auth, urgent: rows.some((row) => row.urgent), message: messageOf(rows, first.language, first.words), rows }
}

export const sendPushes = job('notices.push.send', async (work) => { if (await sendDue(work)) work.enqueue(sendPushes, {}) })
/** What waited for the morning, and what is tried again. */
export const sweepPushes = timedJob('notices.push.sweep', 60, async (work) => { if (await sendDue(work)) work.enqueue(sendPushes, {}) })

import { notFound, Problem, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/push.ts'
import { isReceiver } from './encrypt.ts'
import { isKnownService } from './rules.ts'
import { pushSettings } from './settings.ts'
import { findRule, findWish, listDevices, removeDevice, saveDevice, saveWish } from './store.ts'

const mostDevices = 20
const clock = (time: string | null) => time?.slice(0, 5) ?? null

export function pushRoutes(app: FastifyInstance): void {
  serve(app, contract.getPush, async (read) => {
    const [rule, wish, devices] = [await findRule(read), await findWish(read), await listDevices(read)]
    return {
      publicKey: pushSettings()?.sender.publicKey ?? null,
      usual: { from: clock(rule?.quiet_from ?? null) ?? '00:00', until: clock(rule?.quiet_until ?? null) ?? '00:00', urgent: rule?.urgent ?? [] },
      wish: { quiet: wish?.quiet ?? 'usual', from: clock(wish?.quiet_from ?? null), until: clock(wish?.quiet_until ?? null), words: wish?.words ?? 'child' },
      devices: devices.map((one) => ({ id: one.id, name: one.name, addedAt: one.added_at.toISOString(), lastSentAt: one.last_sent_at?.toISOString() ?? null })),
    }
  })
  serve(app, contract.putPushDevice, async (work, { params, body }) => {
    const settings = pushSettings()
    if (!settings) throw new Problem(409, 'notices.push_off')
    if (!isKnownService(body.endpoint, settings.services)) throw new Problem(409, 'notices.push_unknown_service')
    if (!isReceiver(body)) throw new Problem(409, 'notices.push_bad_keys')
    const before = await listDevices(work)
    if (before.length >= mostDevices && !before.some((one) => one.id === params.deviceId || one.endpoint === body.endpoint)) throw new Problem(409, 'notices.push_many_devices', { most: mostDevices })
    if ((await saveDevice(work, { ...body, id: params.deviceId })).length === 0) throw notFound()
    work.audit('notices.push_device.put', { about: work.by.personId, after: { name: body.name } })
    return { done: true as const }
  })
  serve(app, contract.removePushDevice, async (work, { params }) => {
    const [removed] = await removeDevice(work, params.deviceId)
    if (!removed) throw notFound()
    work.audit('notices.push_device.remove', { about: work.by.personId, before: { name: removed.name } })
    return { done: true as const }
  })
  serve(app, contract.putPushWish, async (work, { body }) => {
    const own = body.quiet === 'own'
    if (own && (body.from === null || body.until === null || body.from === body.until)) throw new Problem(409, 'notices.push_bad_hours')
    await saveWish(work, { quiet: body.quiet, quiet_from: own ? body.from : null, quiet_until: own ? body.until : null, words: body.words })
    work.audit('notices.push_wish.put', { about: work.by.personId, after: body })
    return { done: true as const }
  })
}

import { Agent } from 'node:http'
import { newId } from '@school/contract'
import { WebSocket } from 'ws'
import { fire, quantile } from './load.ts'
import { putShot } from './shots.ts'
import type { Place, Targets } from './world.ts'

export interface LiveFigures { readonly sent: number; readonly answered: number; readonly heard: number; readonly sockets: number; readonly perSecond: number; readonly p50: number; readonly p99: number; readonly most: number; readonly answerP99: number }

/** Puts marks at a fixed pace whatever the server does; tells how long after its due instant each mark reached its parent's open page. */
export async function openLoop(base: URL, targets: Targets, places: readonly Place[], perSecond: number, seconds: number): Promise<LiveFigures> {
  const parentOf = new Map(targets.families.map((one) => [one.studentId, one.parentId]))
  const parents = [...new Set(places.map((one) => parentOf.get(one.studentId)!))]
  const dueAt = new Map<string, number>()
  const delays: number[] = []
  const sockets = await Promise.all(parents.map((id) => openSocket(base, targets.cookieOf.get(id)!, (markId) => {
    const due = dueAt.get(markId)
    if (due !== undefined && dueAt.delete(markId)) delays.push(performance.now() - due)
  })))
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const answers: number[] = []
  const running: Promise<unknown>[] = []
  const startedAt = performance.now()
  const total = Math.min(perSecond * seconds, places.length)
  for (let n = 0; n < total; n++) {
    const due = startedAt + (n * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((done) => setTimeout(done, early))
    const id = newId()
    dueAt.set(id, due)
    running.push(fire(base, agent, putShot(targets, places[n]!, id)).then(() => answers.push(performance.now() - due)))
  }
  await Promise.all(running)
  for (const until = performance.now() + 10_000; dueAt.size > 0 && performance.now() < until;) await new Promise((done) => setTimeout(done, 20))
  for (const socket of sockets) socket.terminate()
  agent.destroy()
  return {
    sent: total, answered: answers.length, heard: delays.length, sockets: sockets.length, perSecond: total / seconds, p50: quantile(delays, 0.5), p99: quantile(delays, 0.99),
    most: quantile(delays, 1), answerP99: quantile(answers, 0.99),
  }
}

interface Message { readonly type: string; readonly facts?: readonly { readonly name: string; readonly payload: { readonly markId?: string } }[] }

/** An open page of a parent. */
function openSocket(base: URL, cookie: string, hear: (markId: string) => void): Promise<WebSocket> {
  return new Promise((ready, refused) => {
    const socket = new WebSocket(`ws://${base.host}/api/live`, { headers: { cookie, origin: 'http://bench.test' } })
    socket.on('error', refused)
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message
      if (message.type === 'ready') ready(socket)
      for (const fact of message.facts ?? []) if (fact.name === 'journal.mark.put' && fact.payload.markId) hear(fact.payload.markId)
    })
  })
}

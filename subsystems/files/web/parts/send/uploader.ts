import { addressOf } from '@school/contract'
import { problemText } from '@school/web'
import { beginUpload } from '../../../contract/uploads.ts'
import { chunkBytes, metadataOf, pauseAfter, secondsLeft } from './retry.ts'

export type State = 'waiting' | 'sending' | 'paused' | 'offline' | 'failed' | 'done'
export interface Sending { readonly id: number; readonly name: string; readonly size: number; readonly sent: number; readonly state: State; readonly problem: string | null; readonly left: number | null }
export interface Picked { readonly file: File; /** Folders below the target, parted by `/`. */ readonly path: string; readonly folderId: string; readonly nodeId?: string }

interface Job { readonly picked: Picked; address: string | null; failures: number; request: XMLHttpRequest | null; timer: ReturnType<typeof setTimeout> | undefined; measures: { at: number; sent: number }[] }

const atOnce = 3
const tus = { 'tus-resumable': '1.0.0' }
class Refused extends Error {}

/** Files on their way to the server: several at once, each goes on where it stopped when the network comes back. They outlive the page that began them. */
class Uploader {
  #list: readonly Sending[] = []
  readonly #jobs = new Map<number, Job>()
  readonly #watchers = new Set<() => void>()
  #next = 1

  readonly watch = (tell: () => void): (() => void) => { this.#watchers.add(tell); return () => this.#watchers.delete(tell) }
  readonly list = (): readonly Sending[] => this.#list

  constructor() {
    if (typeof addEventListener === 'undefined') return
    addEventListener('online', () => { for (const one of this.#list) if (one.state === 'offline') this.resume(one.id) })
    addEventListener('beforeunload', (event) => { if (this.#list.some((one) => one.state === 'sending' || one.state === 'waiting' || one.state === 'offline')) event.preventDefault() })
  }

  add(picked: readonly Picked[]): void {
    const fresh = picked.map((one): Sending => {
      const id = this.#next++
      this.#jobs.set(id, { picked: one, address: null, failures: 0, request: null, timer: undefined, measures: [] })
      return { id, name: one.path ? `${one.path}/${one.file.name}` : one.file.name, size: one.file.size, sent: 0, state: 'waiting', problem: null, left: null }
    })
    this.#put([...this.#list, ...fresh])
    this.#go()
  }

  pause(id: number): void {
    this.#halt(id)
    this.#set(id, { state: 'paused', left: null })
    this.#go()
  }

  resume(id: number): void {
    const job = this.#jobs.get(id)
    if (!job) return
    clearTimeout(job.timer)
    this.#set(id, { state: 'waiting', problem: null })
    this.#go()
  }

  /** Gives an upload up; what has arrived is thrown away. */
  stop(id: number): void {
    const address = this.#jobs.get(id)?.address
    const done = this.#list.find((one) => one.id === id)?.state === 'done'
    this.#halt(id)
    this.#jobs.delete(id)
    this.#put(this.#list.filter((one) => one.id !== id))
    if (address && !done) void fetch(address, { method: 'DELETE', headers: tus }).catch(() => null)
    this.#go()
  }

  /** Forgets what is over. */
  clear(): void {
    for (const one of this.#list) if (one.state === 'done' || one.state === 'failed') this.#jobs.delete(one.id)
    this.#put(this.#list.filter((one) => this.#jobs.has(one.id)))
  }

  #halt(id: number): void {
    const job = this.#jobs.get(id)
    clearTimeout(job?.timer)
    job?.request?.abort()
  }

  #put(list: readonly Sending[]): void {
    this.#list = list
    for (const tell of this.#watchers) tell()
  }
  #set(id: number, change: Partial<Sending>): void { this.#put(this.#list.map((one) => (one.id === id ? { ...one, ...change } : one))) }
  #stateOf(id: number): State | undefined { return this.#list.find((one) => one.id === id)?.state }

  #go(): void {
    const busy = this.#list.filter((one) => one.state === 'sending').length
    for (const one of this.#list.filter((waiting) => waiting.state === 'waiting').slice(0, Math.max(0, atOnce - busy))) {
      this.#set(one.id, { state: 'sending' })
      void this.#send(one.id)
    }
  }

  async #send(id: number): Promise<void> {
    const job = this.#jobs.get(id)
    if (!job) return
    try {
      let at = job.address === null ? await this.#begin(job) : await this.#offset(job)
      while (at < job.picked.file.size) {
        if (this.#stateOf(id) !== 'sending') return
        at = await this.#chunk(id, job, at)
        job.failures = 0
      }
      this.#set(id, { state: 'done', sent: job.picked.file.size, left: null })
    } catch (error) {
      if (this.#stateOf(id) !== 'sending') return
      if (error instanceof Refused) this.#set(id, { state: 'failed', problem: error.message, left: null })
      else {
        this.#set(id, { state: 'offline', left: null })
        job.timer = setTimeout(() => this.resume(id), pauseAfter(job.failures++))
      }
    }
    this.#go()
  }

  async #begin(job: Job): Promise<number> {
    const { file, path, folderId, nodeId = '' } = job.picked
    const response = await fetch(addressOf(beginUpload), { method: 'POST', headers: { ...tus, 'upload-length': String(file.size), 'upload-metadata': metadataOf({ filename: file.name, folder: folderId, path, node: nodeId }) } })
    if (response.status !== 201) await refuse(response)
    job.address = response.headers.get('location')
    return 0
  }

  async #offset(job: Job): Promise<number> {
    const response = await fetch(job.address!, { method: 'HEAD', headers: tus })
    if (response.ok) return Number(response.headers.get('upload-offset'))
    if (response.status !== 404 && response.status !== 410) throw new Error(String(response.status))
    job.address = null // it ran out: from the beginning
    return this.#begin(job)
  }

  #chunk(id: number, job: Job, from: number): Promise<number> {
    const part = job.picked.file.slice(from, from + chunkBytes)
    const request = new XMLHttpRequest()
    job.request = request
    return new Promise((done, fail) => {
      request.open('PATCH', job.address!)
      for (const [name, value] of Object.entries({ ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) })) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded }) => this.#progress(id, job, from + loaded)
      request.onload = () => {
        if (request.status === 204) done(Number(request.getResponseHeader('upload-offset')))
        else if (request.status >= 500 || request.status === 409 && codeOf(request.responseText) === 'files.offset') fail(new Error(String(request.status)))
        else fail(new Refused(wordsOf(request.responseText)))
      }
      request.onerror = request.onabort = request.ontimeout = () => fail(new Error('network'))
      request.send(part)
    })
  }

  #progress(id: number, job: Job, sent: number): void {
    const now = performance.now()
    const last = job.measures.at(-1)
    if (last && now - last.at < 250) return
    job.measures = [...job.measures, { at: now, sent }].slice(-20)
    this.#set(id, { sent, left: secondsLeft(job.measures, job.picked.file.size) })
  }
}

const codeOf = (text: string): string => { try { return (JSON.parse(text) as { code?: string }).code ?? 'our_fault' } catch { return 'our_fault' } }
const wordsOf = (text: string): string => {
  let details: Readonly<Record<string, unknown>> = {}
  try { details = (JSON.parse(text) as { details?: Record<string, unknown> }).details ?? {} } catch { /* the code alone says enough */ }
  return problemText(codeOf(text), details)
}
async function refuse(response: Response): Promise<never> {
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status))
  throw new Refused(wordsOf(await response.text()))
}

export const uploader = new Uploader()

import { createHash, randomBytes } from 'node:crypto'
import { newId, type Address, type Fact, type PayloadOf } from '@school/contract'
import type { PoolClient } from 'pg'
import type { Actor } from './actor.ts'
import { canonical } from './audit/canonical.ts'
import { kyselyOn, type Db } from './database/kysely.ts'
import { nameOf } from './database/pool.ts'
import { Problem } from './problem.ts'

export interface Circumstances {
  readonly client: PoolClient
  readonly by: Actor
  readonly now: Date
  readonly schoolId: string | null
  readonly requestId: string
}

/** A reading transaction of one school, or of the installation when it names no school. */
export class Read {
  readonly by: Actor
  readonly now: Date
  readonly requestId: string
  readonly #client: PoolClient
  readonly #schoolId: string | null

  constructor(c: Circumstances) {
    this.by = c.by
    this.now = c.now
    this.requestId = c.requestId
    this.#client = c.client
    this.#schoolId = c.schoolId
  }

  get db(): Db { return kyselyOn(this.#client) }

  /** The school of this transaction; asking for it outside a school is a mistake of ours. */
  get schoolId(): string {
    if (this.#schoolId === null) throw new Error('this transaction belongs to no school')
    return this.#schoolId
  }

  get schoolIdOrNull(): string | null { return this.#schoolId }

  /** Runs one hand-written statement, planned once per connection; for the hottest queries of a store. */
  async rows<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    const name = nameOf(text)
    const result = await this.#client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] })
    return result.rows as T[]
  }
}

export interface Announced { readonly name: string; readonly payload: unknown; readonly to: readonly Address[] }

interface AuditRow { id: string; school_id: string | null; at: string; action: string; actor_id: string; acting_role: string | null; about_id: string | null; before: unknown; after: unknown; salt: string; commitment: string; request_id: string; session_ref: string | null }
interface TaskRow { id: string; kind: 'fact' | 'job'; name: string; school_id: string | null; payload: unknown; actor_id: string; at: string; run_at: string }

/** A writing transaction: the only way to change, to leave a trace, to announce and to order work. */
export class Work extends Read {
  readonly announced: Announced[] = []
  readonly #audits: AuditRow[] = []
  readonly #tasks: TaskRow[] = []
  readonly #sent: Promise<unknown>[] = []
  readonly #heard: (name: string) => boolean
  #refusal: unknown

  constructor(c: Circumstances, heard: (factName: string) => boolean) {
    super(c)
    this.#heard = heard
  }

  get audited(): number { return this.#audits.length }

  /** Leaves the trace of an act: who, in which role, about whom, what was before and after. */
  audit(action: string, what: { about?: string | null; before?: unknown; after?: unknown } = {}): void {
    const salt = randomBytes(12).toString('base64url')
    const before = what.before ?? null
    const after = what.after ?? null
    this.#audits.push({
      id: newId(), school_id: this.schoolIdOrNull, at: this.now.toISOString(), action, actor_id: this.by.personId, acting_role: this.by.role,
      about_id: what.about ?? null, before, after, salt, commitment: createHash('sha256').update(salt).update(canonical([before, after])).digest('hex'),
      request_id: this.requestId, session_ref: this.by.sessionId ? this.by.sessionId.slice(0, 12) : null,
    })
  }

  /** Says what happened, to those addresses; open pages hear it after the commit, listeners soon after. */
  announce<F extends Fact>(fact: F, payload: PayloadOf<F>, to: readonly Address[]): void {
    this.announced.push({ name: fact.name, payload, to })
    if (this.#heard(fact.name)) this.#task('fact', fact.name, payload, this.now)
  }

  /** Orders a job, by default at once; it exists only if this transaction commits. */
  enqueue(job: { readonly name: string }, payload: unknown, runAt: Date = this.now): void {
    this.#task('job', job.name, payload, runAt)
  }

  /** Orders a job inside a school; for work that begins outside any, like timed jobs. */
  enqueueIn(schoolId: string, job: { readonly name: string }, payload: unknown): void {
    this.#task('job', job.name, payload, this.now, schoolId)
  }

  #task(kind: 'fact' | 'job', name: string, payload: unknown, runAt: Date, schoolId: string | null = this.schoolIdOrNull): void {
    this.#tasks.push({ id: newId(), kind, name, school_id: schoolId, payload, actor_id: this.by.personId, at: this.now.toISOString(), run_at: runAt.toISOString() })
  }

  /**
   * Sends a write for whose rows nobody waits; it travels with the traces and the commit. It finds out by itself whether what it
   * was based on still stands and calls `app.moved()` if not: then the whole act is rolled back and done again from its first look.
   */
  write(text: string, values: readonly unknown[]): void {
    const sent = this.rows(text, values)
    sent.catch((error: unknown) => { this.#refusal ??= error })
    this.#sent.push(sent)
  }

  /** Why a write was refused; whatever failed after it only failed because of it. */
  get refusal(): unknown { return this.#refusal }

  /** Writes the collected traces and tasks; called once, by whoever commits. */
  async flush(): Promise<void> {
    const left = this.#audits.length + this.#tasks.length > 0 ? this.rows(insertTraces, [JSON.stringify(this.#audits), JSON.stringify(this.#tasks)]) : undefined
    await Promise.all([...this.#sent, left])
  }

  get tasks(): number { return this.#tasks.length }
}

const insertTraces = `
  with audits as (
    insert into audit.entry (id, school_id, at, action, actor_id, acting_role, about_id, before, after, salt, commitment, request_id, session_ref)
    select * from jsonb_to_recordset($1::jsonb) as r(id uuid, school_id uuid, at timestamptz, action text, actor_id uuid, acting_role text, about_id uuid,
      before jsonb, after jsonb, salt text, commitment text, request_id text, session_ref text))
  insert into kit.task (id, kind, name, school_id, payload, actor_id, at, run_at)
  select * from jsonb_to_recordset($2::jsonb) as r(id uuid, kind text, name text, school_id uuid, payload jsonb, actor_id uuid, at timestamptz, run_at timestamptz)`

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The literal that names the school of a transaction; a literal, because a distributed database passes no parameters on. */
export function beginText(schoolId: string | null, readOnly: boolean): string {
  if (schoolId !== null && !uuid.test(schoolId)) throw new Problem(400, 'bad_input', { field: 'schoolId' })
  return `begin${readOnly ? ' read only' : ''}${schoolId === null ? '' : `; set local app.school_id = '${schoolId}'`}`
}

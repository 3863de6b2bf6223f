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

/**
 * One statement that judges, writes and leaves its traces by itself; made by `wholeAct`, sent by `work.atOnce`. Each of its CTEs but the last
 * draws on the one before, so that nothing is written unless the judgement yields a row.
 */
export interface WholeAct { readonly text: string }
export interface Told<F extends Fact> { readonly action: string; readonly after: unknown; readonly fact: F; readonly to: (payload: PayloadOf<F>) => readonly Address[] }

/**
 * The statement of a whole act. Given are $1 the school, $2 who acts, $3 the instant, then `own` values. Its CTEs end with
 * `done(about_id, payload)`: one row when the act was done, none when it was not; `payload` is what is announced.
 */
export function wholeAct(own: number, ctes: string): WholeAct {
  const [auditId, action, role, after, salt, commitment, requestId, session, taskId, fact] = Array.from({ length: 10 }, (_, i) => `$${4 + own + i}`)
  return { text: `
  with ${ctes},
  audits as (
    insert into audit.entry (id, school_id, at, action, actor_id, acting_role, about_id, before, after, salt, commitment, request_id, session_ref)
    select ${auditId}, $1, $3, ${action}, $2, ${role}, done.about_id, null, ${after}::jsonb, ${salt}, ${commitment}, ${requestId}, ${session} from done),
  tasks as (
    insert into kit.task (id, kind, name, school_id, payload, actor_id, at, run_at)
    select ${taskId}, 'fact', ${fact}, $1, done.payload, $2, $3, $3 from done where ${taskId}::uuid is not null)
  select payload from done` }
}

/** A writing transaction: the only way to change, to leave a trace, to announce and to order work. */
export class Work extends Read {
  readonly announced: Announced[] = []
  readonly #audits: AuditRow[] = []
  readonly #tasks: TaskRow[] = []
  readonly #sent: Promise<unknown>[] = []
  readonly #heard: (name: string) => boolean
  readonly #client: PoolClient
  #refusal: unknown
  #over = false
  #ordered = 0

  constructor(c: Circumstances, heard: (factName: string) => boolean) {
    super(c)
    this.#heard = heard
    this.#client = c.client
  }

  get audited(): number { return this.#audits.length }
  /** Whether the act was done at once: its transaction is committed, and nothing more belongs to it. */
  get over(): boolean { return this.#over }

  override rows<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    if (this.#over) throw new Error('this act is over')
    return super.rows<T>(text, values)
  }

  /** Leaves the trace of an act: who, in which role, about whom, what was before and after. */
  audit(action: string, what: { about?: string | null; before?: unknown; after?: unknown } = {}): void {
    this.#audits.push(this.#traceOf(action, what))
  }

  #traceOf(action: string, what: { about?: string | null; before?: unknown; after?: unknown }): AuditRow {
    if (this.#over) throw new Error('this act is over')
    const salt = freshSalt()
    const before = what.before ?? null
    const after = what.after ?? null
    return {
      id: newId(), school_id: this.schoolIdOrNull, at: this.now.toISOString(), action, actor_id: this.by.personId, acting_role: this.by.role,
      about_id: what.about ?? null, before, after, salt, commitment: createHash('sha256').update(salt).update(canonical([before, after])).digest('hex'),
      request_id: this.requestId, session_ref: this.by.sessionId ? this.by.sessionId.slice(0, 12) : null,
    }
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
    if (this.#over) throw new Error('this act is over')
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

  /**
   * Does the whole act in one statement that travels with the commit: the cheap way for what is done often and is nothing special.
   * Null when the statement did nothing: then a fresh transaction is open, for who looks closer. Nothing may come before it in its transaction.
   */
  async atOnce<F extends Fact>(act: WholeAct, own: readonly unknown[], { action, after, fact, to }: Told<F>): Promise<PayloadOf<F> | null> {
    if (this.audited + this.tasks + this.#sent.length > 0) throw new Error('an act at once is all there is in its transaction')
    const trace = this.#traceOf(action, { after })
    const taskId = this.#heard(fact.name) ? newId() : null
    const done = this.rows<{ payload: PayloadOf<F> }>(act.text, [this.schoolId, this.by.personId, this.now, ...own, trace.id, action, trace.acting_role, JSON.stringify(after), trace.salt, trace.commitment, trace.request_id, trace.session_ref, taskId, fact.name])
    done.catch(() => {})
    const committed = this.#client.query('commit')
    committed.catch(() => {})
    const [row] = await done
    await committed
    if (!row) {
      this.#client.query(beginText(this.schoolId, false)).catch(() => {}) // told by the first statement that follows
      return null
    }
    this.#over = true
    this.#audits.push(trace)
    this.announced.push({ name: fact.name, payload: row.payload, to: to(row.payload) })
    this.#ordered = taskId === null ? 0 : 1
    return row.payload
  }

  /** Why a write was refused; whatever failed after it only failed because of it. */
  get refusal(): unknown { return this.#refusal }

  /** Writes the collected traces and tasks; called once, by whoever commits. */
  async flush(): Promise<void> {
    const left = this.#audits.length + this.#tasks.length > 0 ? this.rows(insertTraces, [JSON.stringify(this.#audits), JSON.stringify(this.#tasks)]) : undefined
    await Promise.all([...this.#sent, left])
  }

  get tasks(): number { return this.#tasks.length + this.#ordered }
}

/** Random bytes are fetched for many salts at once; a call for twelve costs more than all else a trace needs. */
let salts = Buffer.alloc(0)
function freshSalt(): string {
  if (salts.length < 12) salts = randomBytes(3072)
  const salt = salts.toString('base64url', 0, 12)
  salts = salts.subarray(12)
  return salt
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

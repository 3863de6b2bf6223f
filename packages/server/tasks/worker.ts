import { reading, writing, type Kit } from '../kit.ts'
import { nobody } from '../actor.ts'
import type { Job, Listener, TimedJob } from '../subsystem.ts'
import type { Work } from '../work.ts'

interface TaskRow { id: string; kind: 'fact' | 'job'; name: string; school_id: string | null; payload: unknown; actor_id: string; attempts: number }

const batch = 50
const mostAttempts = 8
const sweepMs = 2000

/** Takes facts and jobs that are due and runs what the rooms registered for them. */
export class Worker {
  readonly #kit: Kit
  readonly #listeners = new Map<string, Listener[]>()
  readonly #jobs = new Map<string, Job>()
  readonly #timed: readonly TimedJob[]
  #running: Promise<void> | undefined
  #again = false
  #started = false
  #stopped = false
  #sweep: NodeJS.Timeout | undefined

  constructor(kit: Kit) {
    this.#kit = kit
    for (const room of kit.subsystems) {
      for (const one of room.listeners ?? []) this.#listeners.set(one.fact, [...(this.#listeners.get(one.fact) ?? []), one])
      for (const one of room.jobs ?? []) if (!('everySeconds' in one)) this.#jobs.set(one.name, one)
    }
    this.#timed = kit.subsystems.flatMap((room) => (room.jobs ?? []).filter((one) => 'everySeconds' in one))
  }

  /** Starts sweeping; a nudge after a commit only makes it sooner. */
  start(): void {
    this.#started = true
    this.#sweep = setInterval(() => { this.wake(); void this.#runTimed() }, sweepMs)
    this.wake()
  }

  /** Runs what is due, soon; a worker that was not started sleeps on. */
  wake(): void {
    if (!this.#started || this.#stopped) return
    if (this.#running) { this.#again = true; return }
    this.#running = this.#drain().catch(() => {}).finally(() => {
      this.#running = undefined
      if (this.#again) { this.#again = false; this.wake() }
    })
  }

  /** Runs everything that is due now; tests and the demo world wait for it. */
  async settle(): Promise<void> {
    await this.#running
    await this.#drain()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#sweep)
    await this.#running
  }

  async #drain(): Promise<void> {
    while (!this.#stopped) {
      const schools = await this.#schoolsWithWork()
      if (schools.length === 0) return
      for (const school of schools) await this.#runBatch(school)
    }
  }

  async #schoolsWithWork(): Promise<(string | null)[]> {
    const due = await reading(this.#kit, {}, (read) => read.rows<{ school_id: string | null }>(
      'select distinct school_id from (select school_id from kit.task where not dead and run_at <= $1 order by run_at, id limit 500) as due', [this.#kit.clock()]))
    return due.map((row) => row.school_id)
  }

  /** One transaction for many tasks of one school; when one fails, each is tried alone so that the others go on. */
  async #runBatch(schoolId: string | null): Promise<void> {
    try {
      await this.#runUpTo(schoolId, batch)
    } catch {
      for (let i = 0; i < batch; i++) if (!(await this.#runOne(schoolId))) return
    }
  }

  async #runUpTo(schoolId: string | null, limit: number): Promise<number> {
    return writing(this.#kit, { schoolId }, async (work) => {
      const tasks = await take(work, schoolId, limit)
      for (const task of tasks) await this.#run(work, task)
      await work.rows('delete from kit.task where id = any($1::uuid[])', [tasks.map((task) => task.id)])
      for (const task of tasks) this.#kit.metrics.tasks.inc({ kind: task.kind, name: task.name, result: 'done' })
      return tasks.length
    })
  }

  async #runOne(schoolId: string | null): Promise<boolean> {
    let taken: TaskRow | undefined
    try {
      return await writing(this.#kit, { schoolId }, async (work) => {
        taken = (await take(work, schoolId, 1))[0]
        if (!taken) return false
        await this.#run(work, taken)
        await work.rows('delete from kit.task where id = $1', [taken.id])
        return true
      })
    } catch (error) {
      if (!taken) throw error
      await this.#postpone(taken, error)
      return true
    }
  }

  async #run(work: Work, task: TaskRow): Promise<void> {
    if (task.kind === 'job') {
      const job = this.#jobs.get(task.name)
      if (!job) throw new Error(`no job is named ${task.name}`)
      await job.run(work, task.payload as never)
      return
    }
    for (const listener of this.#listeners.get(task.name) ?? []) await listener.run(work, task.payload as never)
  }

  async #postpone(task: TaskRow, error: unknown): Promise<void> {
    const attempts = task.attempts + 1
    const next = new Date(this.#kit.clock().getTime() + 1000 * 2 ** attempts)
    this.#kit.metrics.tasks.inc({ kind: task.kind, name: task.name, result: 'failed' })
    await writing(this.#kit, {}, (work) => work.rows('update kit.task set attempts = $2, run_at = $3, error = $4, dead = $5 where id = $1',
      [task.id, attempts, next, error instanceof Error ? error.message.slice(0, 500) : String(error), attempts >= mostAttempts]))
  }

  async #runTimed(): Promise<void> {
    for (const job of this.#timed) {
      if (this.#stopped) return
      try {
        if (await this.#claim(job)) await writing(this.#kit, { by: nobody }, (work) => job.run(work))
      } catch { /* told by the metrics of the job's own work; the next turn tries again */ }
    }
  }

  async #claim(job: TimedJob): Promise<boolean> {
    const now = this.#kit.clock()
    const next = new Date(now.getTime() + job.everySeconds * 1000)
    const rows = await writing(this.#kit, {}, (work) => work.rows(
      'insert into kit.timer (name, next_at) values ($1, $3) on conflict (name) do update set next_at = excluded.next_at where kit.timer.next_at <= $2 returning name', [job.name, now, next]))
    return rows.length > 0
  }
}

const take = (work: Work, schoolId: string | null, limit: number) => work.rows<TaskRow>(
  `select id, kind, name, school_id, payload, actor_id, attempts from kit.task
   where not dead and run_at <= $1 and school_id is not distinct from $2 order by run_at, id limit $3 for update skip locked`, [work.now, schoolId, limit])

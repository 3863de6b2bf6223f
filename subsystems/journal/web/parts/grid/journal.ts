import { newId } from '@school/contract'
import { call, ProblemError } from '@school/web'
import { putWork, type JournalPage, type WorkType } from '../../../contract/index.ts'
import { deliverer, isPassing } from './deliver.ts'
import { Desk } from './desk.ts'
import { Outbox } from './outbox.ts'
import { sheetDataOf, type PageWords } from './page-data.ts'
import { Sheet, type CellWords } from './sheet.ts'
import { sameWish, type SheetWork, type Wanted } from './sheet-data.ts'

/** What the line in the corner says. */
export interface JournalState { readonly waiting: number; readonly offline: boolean; readonly conflicts: readonly string[]; readonly savedAt: Date | null; readonly canUndo: boolean; readonly canRedo: boolean }

export interface JournalAsks {
  tell(what: 'locked' | 'unread' | 'nowork' | 'notype' | 'notOurReason', details: { texts?: readonly string[] }): void
  refused(problem: ProblemError): void
  askReason(): Promise<string | null>
}

type Known = { readonly work: SheetWork; sent: Promise<'ready' | 'lost' | 'refused'> }

/** One open page of the journal: the sheet, what is on its way to the server, and the works made here. */
export class Journal {
  readonly sheet: Sheet
  readonly desk: Desk
  readonly outbox: Outbox<Wanted>
  types: readonly WorkType[] = []
  /** Under which reason this person writes; the office always gives one. */
  reason: string | undefined
  page: JournalPage | null = null
  readonly #asks: JournalAsks
  readonly #words: PageWords
  readonly #made = new Map<string, Known>()
  readonly #watchers = new Set<() => void>()
  #state: JournalState = { waiting: 0, offline: false, conflicts: [], savedAt: null, canUndo: false, canRedo: false }
  #asking: Promise<string | null> | null = null

  constructor(at: { schoolId: string; courseId: string }, words: CellWords & PageWords, asks: JournalAsks) {
    this.#asks = asks
    this.#words = words
    this.sheet = new Sheet(words)
    const send = deliverer(at, {
      workReady: (workId) => this.#workReady(workId),
      reason: () => this.reason,
      askReason: () => this.askReason(),
      reasonIsNotOurs: () => asks.tell('notOurReason', {}),
    })
    this.outbox = new Outbox<Wanted>({
      send: (_place, wanted, basedOn) => send(wanted, basedOn),
      same: sameWish,
      changed: (place, kept) => { this.sheet.changed(place, kept); this.#restate(kept !== null) },
      refused: (_place, _wanted, why) => { if (why instanceof ProblemError) asks.refused(why) },
      now: () => Date.now(),
      later: (ms, run) => { setTimeout(run, ms) },
    })
    this.sheet.outbox = this.outbox
    this.desk = new Desk(this.sheet, { newWork: (lessonId) => this.addWork(lessonId, null), tell: asks.tell, stepped: () => this.#restate(false) })
    this.schoolId = at.schoolId
  }
  readonly schoolId: string

  /** A fresh page came from the server. */
  take(page: JournalPage): void {
    this.page = page
    this.sheet.load(sheetDataOf(page, [...this.#made.values()].map(({ work }) => work), this.#words))
  }

  readonly state = (): JournalState => this.#state
  readonly onState = (tell: () => void): (() => void) => {
    this.#watchers.add(tell)
    return () => { this.#watchers.delete(tell) }
  }

  #restate(saved: boolean): void {
    const places = this.outbox.places()
    this.#state = {
      waiting: places.length, offline: this.outbox.offline, conflicts: places.filter((place) => this.outbox.postOf(place)?.state === 'conflict'),
      savedAt: saved ? new Date() : this.#state.savedAt, canUndo: this.desk.canUndo, canRedo: this.desk.canRedo,
    }
    this.#watchers.forEach((tell) => tell())
  }

  /** Asks for the reason once, however many cells wait for it. */
  askReason(): Promise<string | null> {
    this.#asking ??= this.#asks.askReason().then((reason) => {
      this.#asking = null
      if (reason !== null) this.reason = reason
      return reason
    })
    return this.#asking
  }

  /** A work of a lesson, made at once here and then at the server; null when the school has no type of work. */
  addWork(lessonId: string, type: WorkType | null): SheetWork | null {
    const kind = type ?? this.types.find((one) => !one.archived) ?? null
    if (!kind || !this.page) {
      this.#asks.tell('notype', {})
      return null
    }
    const work: SheetWork = { id: newId(), lessonId, typeId: kind.id, name: kind.name, short: kind.shortName, weight: kind.weight }
    this.#made.set(work.id, { work, sent: this.#sendWork(work) })
    this.take(this.page)
    this.sheet.chooseWork(lessonId, work.id)
    return work
  }

  async #sendWork(work: SheetWork): Promise<'ready' | 'lost' | 'refused'> {
    const put = () => call(putWork, { params: { schoolId: this.schoolId, lessonId: work.lessonId, workId: work.id }, body: { typeId: work.typeId, basedOn: null, ...(this.reason ? { reason: this.reason } : {}) } })
    try {
      await put()
      return 'ready'
    } catch (problem) {
      if (problem instanceof ProblemError && problem.code === 'journal.reason_needed' && await this.askReason() !== null) return put().then(() => 'ready' as const, () => 'refused' as const)
      if (problem instanceof ProblemError && isPassing(problem)) return 'lost'
      this.#forgetWork(work.id)
      if (problem instanceof ProblemError) this.#asks.refused(problem)
      return 'refused'
    }
  }

  #forgetWork(workId: string): void {
    this.#made.delete(workId)
    if (this.page) this.take(this.page)
  }

  async #workReady(workId: string): Promise<'ready' | 'lost' | 'refused'> {
    const made = this.#made.get(workId)
    if (!made) return 'ready'
    const sent = await made.sent
    if (sent === 'lost') made.sent = this.#sendWork(made.work)
    return sent
  }
}

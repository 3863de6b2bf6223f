import { newId } from '@school/contract'
import { ProblemError, queue, type Held, type Post } from '@school/web'
import type { JournalPage, WorkType } from '../../../contract/index.ts'
import { CellBox } from './cell-box.ts'
import { answerFor } from './deliver.ts'
import { Desk, type Pasted } from './desk.ts'
import { sheetDataOf, type PageWords } from './page-data.ts'
import { readPlace, workKind } from './places.ts'
import { Sheet, type CellWords } from './sheet.ts'
import type { SheetWork, Wanted } from './sheet-data.ts'

/** What the line in the corner says. */
export interface JournalState { readonly waiting: number; readonly offline: boolean; readonly conflicts: readonly string[]; readonly savedAt: Date | null; readonly canUndo: boolean; readonly canRedo: boolean; /** A pasted table that waits for the person's decision. */ readonly pasted: Pasted | null }

export interface JournalAsks {
  /** How a cell is called in the list of entries. */
  say(pupil: string, day: string, wanted: Wanted): string
  title(page: JournalPage): string
  tell(what: 'locked' | 'nowork' | 'notype' | 'notOurReason'): void
  refused(problem: ProblemError): void
  askReason(): Promise<string | null>
}

/** One open page of the journal: the sheet, what is on its way to the server, and the works made here. */
export class Journal {
  readonly sheet: Sheet
  readonly desk: Desk
  readonly outbox: CellBox
  types: readonly WorkType[] = []
  /** Under which reason this person writes; the office always gives one. */
  reason: string | undefined
  page: JournalPage | null = null
  readonly #asks: JournalAsks
  readonly #words: PageWords
  readonly #made = new Map<string, SheetWork>()
  readonly #watchers = new Set<() => void>()
  #state: JournalState = { waiting: 0, offline: false, conflicts: [], savedAt: null, canUndo: false, canRedo: false, pasted: null }
  #asking: Promise<string | null> | null = null

  constructor(at: { schoolId: string; courseId: string }, words: CellWords & PageWords, asks: JournalAsks) {
    this.#asks = asks
    this.#words = words
    this.#at = at
    this.sheet = new Sheet(words)
    this.outbox = new CellBox(at, () => ({ title: this.page ? asks.title(this.page) : '', say: (wanted) => this.#say(wanted) }))
    this.outbox.seen = (place) => this.sheet.heldAt(place)?.value ?? null
    this.outbox.reason = () => this.reason
    this.sheet.outbox = this.outbox
    this.desk = new Desk(this.sheet, { newWork: (lessonId) => this.addWork(lessonId, null), tell: asks.tell, preview: (pasted) => this.decide(pasted), stepped: () => this.#restate(false) })
  }
  readonly #at: { readonly schoolId: string; readonly courseId: string }
  get schoolId(): string { return this.#at.schoolId }
  get courseId(): string { return this.#at.courseId }

  /** Follows the entries of this course as long as the page is open. Returns how to stop. */
  follow(): () => void {
    const stopAnswering = answerFor(this.#at.courseId, { reason: () => this.reason, askReason: () => this.askReason(), reasonIsNotOurs: () => this.#asks.tell('notOurReason') })
    const stopWatching = queue.watch((place, post, kept) => this.#heard(place, post, kept))
    this.#takeWorks()
    this.#restate(false)
    return () => { stopAnswering(); stopWatching() }
  }

  #heard(entry: string, post: Post<unknown> | null, kept: Held<unknown> | null): void {
    const place = this.outbox.placeOf(entry)
    if (place !== null) {
      this.sheet.changed(place, kept && kept.revision !== null ? kept as Held<Wanted> & { revision: number } : null)
      this.#restate(kept !== null)
    } else if (readPlace(entry).kind === workKind && readPlace(entry).courseId === this.#at.courseId) {
      if (post?.state === 'refused' || (!post && !kept)) this.#forgetWork(readPlace(entry).of)
      else this.#takeWorks()
    } else return
    if (post?.state === 'refused' && post.why) this.#asks.refused(new ProblemError(post.why.status, post.why.code, { ...post.why.details }))
  }

  #say(wanted: Wanted): string {
    const lessonId = wanted.kind === 'mark' ? this.sheet.workOf(wanted.workId)?.lessonId : wanted.lessonId
    return this.#asks.say(this.sheet.pupils[this.sheet.rowOf(wanted.studentId)]?.name ?? '', this.sheet.columns.find((column) => column.lessonId === lessonId)?.date ?? '', wanted)
  }

  /** A fresh page came from the server. */
  take(page: JournalPage): void {
    this.page = page
    this.sheet.load(sheetDataOf(page, [...this.#made.values()], this.#words))
  }

  readonly state = (): JournalState => this.#state
  readonly onState = (tell: () => void): (() => void) => {
    this.#watchers.add(tell)
    return () => { this.#watchers.delete(tell) }
  }

  #restate(saved: boolean): void {
    const posts = this.outbox.posts()
    this.#state = {
      waiting: posts.length, offline: posts.some((post) => post.state === 'offline'),
      conflicts: posts.flatMap((post) => post.state === 'conflict' ? [this.outbox.placeOf(post.place) ?? ''] : []),
      savedAt: saved ? new Date() : this.#state.savedAt, canUndo: this.desk.canUndo, canRedo: this.desk.canRedo, pasted: this.#pasted,
    }
    this.#watchers.forEach((tell) => tell())
  }

  #pasted: Pasted | null = null
  /** Puts a pasted table before the person, or (null) away. */
  decide(pasted: Pasted | null): void {
    this.#pasted = pasted
    this.#restate(false)
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
      this.#asks.tell('notype')
      return null
    }
    const work: SheetWork = { id: newId(), lessonId, typeId: kind.id, name: kind.name, short: kind.shortName, weight: kind.weight, scale: kind.scale, ...(kind.scale === 'criteria' ? { criteria: [{ name: kind.name, max: 10 }] } : {}) }
    this.#made.set(work.id, work)
    this.outbox.putWork(work)
    this.take(this.page)
    this.sheet.chooseWork(lessonId, work.id)
    return work
  }

  /** Works of an earlier visit that wait for the network stand on the page as well. */
  #takeWorks(): void {
    const fresh = this.outbox.works().filter((work) => !this.#made.has(work.id))
    if (fresh.length === 0) return
    for (const work of fresh) this.#made.set(work.id, work)
    if (this.page) this.take(this.page)
  }

  #forgetWork(workId: string): void {
    if (this.#made.delete(workId) && this.page) this.take(this.page)
  }
}

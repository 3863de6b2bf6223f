import { newId } from '@school/contract'
import { blockOf, type Place } from './cursor.ts'
import { figureOf, lettersOf, typeLetter, type Absence, type Entry } from './entry.ts'
import { markOf, pointsIn } from './points.ts'
import { readCell, readTable, writeTable, type PastedCell } from './paste.ts'
import type { Sheet } from './sheet.ts'
import { absencePlace, markPlace, placeOf, sameWish, type SheetWork, type Wanted } from './sheet-data.ts'
import { UndoStack } from './undo.ts'

/** What the grid asks of the page around it. */
export interface DeskAsks {
  /** A mark was typed into a lesson without a work: makes one at once; the server hears of it before the marks. */
  newWork(lessonId: string): SheetWork | null
  /** Something could not be done; the page tells the person. */
  tell(what: 'locked' | 'nowork'): void
  /** A part of a pasted table cannot be written: the person looks at it and decides whether the rest goes in. */
  preview(pasted: Pasted): void
  /** The list of steps to take back has changed. */
  stepped(): void
}

/** Why a pasted cell stays out. */
export type Rejected = { readonly pupil: string; readonly day: string; readonly text: string; readonly why: 'unread' | 'locked' | 'outside' }
/** A pasted table of which not everything can be written. */
export interface Pasted { readonly rejected: readonly Rejected[]; readonly cells: number; write(): void }
/** Whom an act for many is for, and what it writes. */
export interface ForMany { readonly who: 'selected' | 'column' | 'unmarked'; readonly entry: Entry | null; readonly note: string }

const clearedOf = (wish: Wanted): Wanted => wish.kind === 'mark' ? { ...wish, value: '', retake: null, note: '', points: null, criteria: null } : { ...wish, code: 'present', reason: null }

/** Everything that changes the sheet: typing, clearing, pasting, undo. */
export class Desk {
  readonly sheet: Sheet
  readonly #asks: DeskAsks
  readonly #steps = new UndoStack<Wanted>()
  #buffer = ''
  #typedAt: string = ''

  constructor(sheet: Sheet, asks: DeskAsks) {
    this.sheet = sheet
    this.#asks = asks
  }

  get canUndo(): boolean { return this.#steps.canUndo }
  get canRedo(): boolean { return this.#steps.canRedo }

  /** Adds a letter to what is typed in the cell of the cursor and writes what it means into the selected cells. */
  type(letter: string): void {
    const { row, column } = this.sheet.cursor
    const at = `${row}:${column}`
    if (/\d/.test(letter) && this.sheet.typingWork(column)?.scale === 'hundred') { this.#typePoints(at, letter); return }
    const typed = typeLetter(at === this.#typedAt ? this.#buffer : '', letter)
    this.#buffer = typed.buffer
    this.#typedAt = at
    if (typed.entry) this.write(typed.entry)
  }

  /** Digits of points gather in the cell: 8, then 87, then a new number. */
  #typePoints(at: string, digit: string): void {
    const longer = (at === this.#typedAt ? this.#buffer : '') + digit
    this.#buffer = pointsIn(longer) === null ? digit : longer
    this.#typedAt = at
    this.#apply(this.#selected().flatMap((place) => this.#pointsWish(place, pointsIn(this.#buffer) ?? 0)))
  }

  #pointsWish({ row, column }: Place, points: number): Wanted[] {
    const [pupil, work] = [this.sheet.pupils[row], this.sheet.typingWork(column)]
    if (!pupil || work?.scale !== 'hundred') return []
    if (!this.sheet.columns[column]?.canWrite) return this.#locked()
    return [{ ...this.markWish(work.id, pupil.studentId, markOf(points, 100, this.sheet.hundredScale)), points } as Wanted]
  }

  /** Writes points by criteria into the cell of the cursor; their sum makes the mark. */
  judge(points: readonly number[]): void {
    const { row, column } = this.sheet.cursor
    const [pupil, work] = [this.sheet.pupils[row], this.sheet.typingWork(column)]
    if (!pupil || !work?.criteria?.length) return
    const sum = points.reduce((all, one) => all + one, 0)
    this.#apply([{ ...this.markWish(work.id, pupil.studentId, markOf(sum, work.criteria.reduce((all, one) => all + one.max, 0), this.sheet.hundredScale)), points: sum, criteria: points } as Wanted])
  }
  /** The same of a hundred. */
  grade(points: number): void { this.#apply(this.#selected().flatMap((place) => this.#pointsWish(place, points))) }

  /** Writes one meaning into every selected cell. */
  write(entry: Entry): void {
    this.#apply(this.#selected().flatMap((place) => this.#wishes(place, 'mark' in entry ? [entry.mark] : [], 'absence' in entry ? entry.absence : null)))
  }

  /** Marks of the works that typing goes to in the selected cells. */
  standingMarks(): Extract<Wanted, { kind: 'mark' }>[] {
    return this.#selected().flatMap((place) => this.#markAt(place))
  }

  /** Puts the second try beside the marks that stand in the selected cells; null takes it back. */
  retake(value: string | null): void { this.#apply(this.standingMarks().map((now) => ({ ...now, retake: value }))) }
  /** Says one thing of all marks that stand in the selected cells. */
  comment(note: string): void { this.#apply(this.standingMarks().map((now) => ({ ...now, note }))) }

  /** Empties the selected cells: marks and absences. */
  clear(): void {
    this.#buffer = ''
    if (this.#selected().some(({ column }) => !this.sheet.columns[column]?.canRecord)) { this.#asks.tell('locked'); return }
    this.#apply(this.#selected().flatMap((place) => this.#standing(place).map(clearedOf)))
  }

  undo(): void { this.#replay(this.#steps.undo()) }
  redo(): void { this.#replay(this.#steps.redo()) }

  /** The selected cells as text for Excel. */
  copied(): string {
    const { top, bottom, left, right } = blockOf(this.sheet.cursor)
    const rows = []
    for (let row = top; row <= bottom; row++) {
      const cells = []
      for (let column = left; column <= right; column++) cells.push(this.#text({ row, column }))
      rows.push(cells)
    }
    return writeTable(rows)
  }

  /** Writes a copied table from the cursor on; a single value fills the whole selection. */
  paste(text: string): void {
    const table = readTable(text)
    const block = blockOf(this.sheet.cursor)
    const single = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined
    const cells = single === undefined
      ? table.flatMap((line, down) => line.map((cell, across) => ({ place: { row: block.top + down, column: block.left + across }, cell })))
      : this.#selected().map((place) => ({ place, cell: single }))
    const read = cells.map(({ place, cell }) => ({ place, cell, ...this.#readAt(place, cell), why: this.#whyNotPasted(place, cell) }))
    const rejected = read.flatMap(({ place, cell, why }): Rejected[] => why === null ? [] : [{ pupil: this.sheet.pupils[place.row]?.name ?? '', day: this.sheet.columns[place.column]?.date ?? '', text: cell.trim(), why }])
    const write = () => this.#apply(read.flatMap(({ place, marks, absence, points, why }) => why !== null ? [] : points !== null ? this.#pointsWish(place, points) : marks.length === 0 && !absence ? this.#standing(place).map(clearedOf) : this.#wishes(place, marks, absence)))
    if (rejected.length > 0) this.#asks.preview({ rejected, cells: read.length - rejected.length, write })
    else write()
  }

  /** A pasted cell, read in the scale of the work it falls on; points by criteria are typed one by one. */
  #readAt({ column }: Place, text: string): PastedCell & { readonly points: number | null } {
    const scale = this.sheet.typingWork(column)?.scale
    const points = scale === 'hundred' ? pointsIn(text) : null
    if (points !== null) return { marks: [], absence: null, unread: null, points }
    const read = readCell(text)
    return { ...read, unread: read.unread ?? ((scale === 'hundred' || scale === 'criteria') && read.marks.some((mark) => mark !== 'debt') ? text.trim() : null), points: null }
  }

  #whyNotPasted({ row, column }: Place, text: string): Rejected['why'] | null {
    const lesson = this.sheet.columns[column]
    const read = this.#readAt({ row, column }, text)
    if (!lesson || row >= this.sheet.pupils.length) return text.trim() === '' ? null : 'outside'
    if (read.unread !== null) return 'unread'
    if (read.points !== null) return lesson.canWrite ? null : 'locked'
    const writes = read.marks.length > 0 || read.absence !== null || this.#standing({ row, column }).length > 0
    return writes && ((read.absence !== null || read.marks.length === 0) && !lesson.canRecord || read.marks.length > 0 && !lesson.canWrite) ? 'locked' : null
  }

  /** What an act for many pupils would write, without what stands already. */
  many({ who, entry, note }: ForMany): Wanted[] {
    const { cursor, columns, pupils } = this.sheet
    const at = Math.min(cursor.column, columns.length - 1)
    const places = who === 'selected' ? this.#selected() : pupils.map((_, row) => ({ row, column: at })).filter((place) => who === 'column' || this.#standing(place).length === 0)
    return places.flatMap((place) => {
      const lesson = columns[place.column]
      if (!lesson || !(entry && 'absence' in entry ? lesson.canRecord : lesson.canWrite)) return []
      if (entry && 'absence' in entry) return this.#wishes(place, [], entry.absence)
      const wishes = entry ? this.#wishes(place, [entry.mark], null) : this.#markAt(place)
      return note === '' ? wishes : wishes.map((wish) => wish.kind === 'mark' ? { ...wish, note } : wish)
    }).filter((after) => !sameWish(this.sheet.valueAt(placeOf(after)) ?? clearedOf(after), after))
  }

  #markAt({ row, column }: Place): Extract<Wanted, { kind: 'mark' }>[] {
    const [pupil, work] = [this.sheet.pupils[row], this.sheet.typingWork(column)]
    const now = pupil && work ? this.sheet.valueAt(markPlace(work.id, pupil.studentId)) : null
    return now?.kind === 'mark' && now.value !== '' ? [now] : []
  }

  /** Moves typing to the next work of the lesson. */
  nextWork(): void {
    const lesson = this.sheet.columns[this.sheet.cursor.column]
    const current = this.sheet.typingWork(this.sheet.cursor.column)
    if (!lesson || !current || lesson.works.length < 2) return
    const next = lesson.works[(lesson.works.indexOf(current) + 1) % lesson.works.length]
    if (next) this.sheet.chooseWork(lesson.lessonId, next.id)
    this.#buffer = ''
  }

  /** Writes wishes made elsewhere on the page, as one step. */
  apply(wishes: readonly Wanted[]): void { this.#apply(wishes) }

  /** The wish for a mark of a work, keeping the id of the mark that stands there. */
  markWish(workId: string, studentId: string, value: string): Wanted {
    const now = this.sheet.valueAt(markPlace(workId, studentId))
    return { kind: 'mark', id: now?.kind === 'mark' ? now.id : newId(), workId, studentId, value, ...(now?.kind === 'mark' && value !== '' ? { retake: now.retake ?? null, note: now.note ?? '' } : { retake: null, note: '' }), points: null, criteria: null }
  }

  absenceWish(lessonId: string, studentId: string, absence: Absence | null): Wanted {
    return { kind: 'absence', lessonId, studentId, code: absence?.code ?? 'present', reason: absence?.reason ?? null }
  }

  #selected(): Place[] {
    const { top, bottom, left, right } = blockOf(this.sheet.cursor)
    const places: Place[] = []
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if (column < this.sheet.columns.length) places.push({ row, column })
    return places
  }

  #wishes({ row, column }: Place, marks: readonly string[], absence: Absence | null): Wanted[] {
    const pupil = this.sheet.pupils[row]
    const lesson = this.sheet.columns[column]
    if (!pupil || !lesson) return []
    if (absence && !lesson.canRecord) return this.#locked()
    const wishes: Wanted[] = absence ? [this.absenceWish(lesson.lessonId, pupil.studentId, absence)] : []
    if (marks.length === 0) return wishes
    if (!lesson.canWrite) return this.#locked()
    const first = this.sheet.typingWork(column) ?? this.#asks.newWork(lesson.lessonId)
    const works = lesson.works.length > 0 ? lesson.works : first ? [first] : []
    const from = Math.max(0, works.findIndex((work) => work.id === first?.id))
    if (works.length - from < marks.length) this.#asks.tell('nowork')
    return [...wishes, ...marks.flatMap((value, i) => { const work = works[from + i]; return work ? [this.markWish(work.id, pupil.studentId, value)] : [] })]
  }

  #locked(): Wanted[] {
    this.#asks.tell('locked')
    return []
  }

  #standing({ row, column }: Place): Wanted[] {
    const pupil = this.sheet.pupils[row]
    const lesson = this.sheet.columns[column]
    if (!pupil || !lesson) return []
    return [...lesson.works.map((work) => markPlace(work.id, pupil.studentId)), absencePlace(lesson.lessonId, pupil.studentId)].flatMap((place) => {
      const now = this.sheet.valueAt(place)
      return now && !sameWish(now, clearedOf(now)) ? [now] : []
    })
  }

  #text(place: Place): string {
    if (place.column >= this.sheet.columns.length) return this.#total(place)
    return this.#standing(place).map((wish) => wish.kind === 'mark' ? figureOf(wish.value, wish.retake) : wish.code === 'present' ? '' : lettersOf(wish.code, wish.reason)).join('/')
  }

  #total({ row, column }: Place): string {
    const summary = this.sheet.summaryOf(row)
    return [summary?.average, String(summary?.missed ?? ''), summary?.final ?? summary?.proposed][column - this.sheet.columns.length] ?? ''
  }

  #apply(wishes: readonly Wanted[]): void {
    const changes = wishes.flatMap((after) => {
      const at = placeOf(after)
      const before = this.sheet.valueAt(at) ?? clearedOf(after)
      return sameWish(before, after) ? [] : [{ at, before, after }]
    })
    if (changes.length === 0) return
    this.#steps.add({ changes })
    this.#replay(changes.map(({ at, after }) => ({ at, value: after })))
  }

  #replay(values: readonly { at: string; value: Wanted }[]): void {
    for (const { at, value } of values) this.sheet.outbox?.put(at, value, this.sheet.heldAt(at)?.revision ?? null)
    this.#asks.stepped()
  }
}

import { newId } from '@school/contract'
import { blockOf, type Place } from './cursor.ts'
import { figureOf, lettersOf, typeLetter, type Absence, type Entry } from './entry.ts'
import { readCell, readTable, writeTable } from './paste.ts'
import type { Sheet } from './sheet.ts'
import { absencePlace, markPlace, placeOf, sameWish, type SheetWork, type Wanted } from './sheet-data.ts'
import { UndoStack } from './undo.ts'

/** What the grid asks of the page around it. */
export interface DeskAsks {
  /** A mark was typed into a lesson without a work: makes one at once; the server hears of it before the marks. */
  newWork(lessonId: string): SheetWork | null
  /** Something could not be done; the page tells the person. */
  tell(what: 'locked' | 'unread' | 'nowork', details: { texts?: readonly string[] }): void
  /** The list of steps to take back has changed. */
  stepped(): void
}

const clearedOf = (wish: Wanted): Wanted => wish.kind === 'mark' ? { ...wish, value: '', retake: null, note: '' } : { ...wish, code: 'present', reason: null }

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
    const typed = typeLetter(at === this.#typedAt ? this.#buffer : '', letter)
    this.#buffer = typed.buffer
    this.#typedAt = at
    if (typed.entry) this.write(typed.entry)
  }

  /** Writes one meaning into every selected cell. */
  write(entry: Entry): void {
    this.#apply(this.#selected().flatMap((place) => this.#wishes(place, 'mark' in entry ? [entry.mark] : [], 'absence' in entry ? entry.absence : null)))
  }

  /** Marks of the works that typing goes to in the selected cells. */
  standingMarks(): Extract<Wanted, { kind: 'mark' }>[] {
    return this.#selected().flatMap(({ row, column }) => {
      const [pupil, work] = [this.sheet.pupils[row], this.sheet.typingWork(column)]
      const now = pupil && work ? this.sheet.valueAt(markPlace(work.id, pupil.studentId)) : null
      return now?.kind === 'mark' && now.value !== '' ? [now] : []
    })
  }

  /** Puts the second try beside the marks that stand in the selected cells; null takes it back. */
  retake(value: string | null): void { this.#apply(this.standingMarks().map((now) => ({ ...now, retake: value }))) }
  /** Says one thing of all marks that stand in the selected cells. */
  comment(note: string): void { this.#apply(this.standingMarks().map((now) => ({ ...now, note }))) }

  /** Empties the selected cells: marks and absences. */
  clear(): void {
    this.#buffer = ''
    if (this.#selected().some(({ column }) => !this.sheet.columns[column]?.canRecord)) { this.#asks.tell('locked', {}); return }
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
    const unread: string[] = []
    const wishes = cells.flatMap(({ place, cell }) => {
      if (place.row >= this.sheet.pupils.length || place.column >= this.sheet.columns.length) return []
      const read = readCell(cell)
      if (read.unread !== null) { unread.push(read.unread); return [] }
      return read.marks.length === 0 && !read.absence ? this.#standing(place).map(clearedOf) : this.#wishes(place, read.marks, read.absence)
    })
    if (unread.length > 0) this.#asks.tell('unread', { texts: unread })
    this.#apply(wishes)
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
    return { kind: 'mark', id: now?.kind === 'mark' ? now.id : newId(), workId, studentId, value, ...(now?.kind === 'mark' && value !== '' ? { retake: now.retake ?? null, note: now.note ?? '' } : { retake: null, note: '' }) }
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
    if (works.length - from < marks.length) this.#asks.tell('nowork', {})
    return [...wishes, ...marks.flatMap((value, i) => { const work = works[from + i]; return work ? [this.markWish(work.id, pupil.studentId, value)] : [] })]
  }

  #locked(): Wanted[] {
    this.#asks.tell('locked', {})
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

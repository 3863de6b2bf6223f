import { cursorAt, isOneCell, blockOf, type Cursor } from './cursor.ts'
import { figureOf, lettersOf } from './entry.ts'
import type { ScaleStep } from './points.ts'
import type { Post } from '@school/web'
import { absencePlace, markPlace, sameWish, type CellView, type SheetAbsence, type SheetColumn, type SheetData, type SheetMark, type SheetPupil, type SheetSummary, type SheetWork, type Wanted, type Held } from './sheet-data.ts'

/** The words the grid says about a cell. */
export interface CellWords { readonly empty: string; readonly points: (points: number, figure: string) => string; readonly mark: (figure: string, retake: string | null, note: string) => string; readonly absence: (code: string, reason: string | null) => string; readonly waiting: string; readonly conflict: string; readonly date: (day: string) => string }

/** Where typed values wait until the server has them. */
export interface TypedCells { postOf(place: string): Pick<Post<Wanted>, 'wanted' | 'state'> | null; put(place: string, wanted: Wanted, basedOn: number | null): void }

type Listener = () => void
const freshMs = 5000

/** The page in memory: what the server said, what was typed over it, and where the cursor stands. Rows hear only of themselves. */
export class Sheet {
  columns: readonly SheetColumn[] = []
  pupils: readonly SheetPupil[] = []
  readonly words: CellWords
  cursor: Cursor = cursorAt(0, 0)
  /** The lesson the cursor is in, or was in before it went to the figures at the right. */
  lessonColumn = 0
  /** Whether the keyboard is in the grid, so that the cell of the cursor takes the focus. */
  active = false
  outbox: TypedCells | null = null
  #held = new Map<string, Held<Wanted>>()
  #marks = new Map<string, SheetMark>()
  #summaries = new Map<string, SheetSummary>()
  #confirmed = new Map<string, number>()
  #views = new Map<string, CellView>()
  #rows = new Map<string, number>()
  #columnOf = new Map<string, number>()
  #workOf = new Map<string, SheetWork>()
  #chosenWork = new Map<string, string>()
  #versions: number[] = []
  #rowListeners = new Map<number, Set<Listener>>()
  #shapeListeners = new Set<Listener>()
  #cursorListeners = new Set<Listener>()
  #shape = 0

  constructor(words: CellWords) { this.words = words }

  /** How points become marks. */
  hundredScale: readonly ScaleStep[] = []

  /** Takes a fresh page from the server; what was typed and not yet sent stays on top of it. */
  load(data: SheetData): void {
    const before = this.#sign()
    this.columns = data.columns
    this.pupils = data.pupils
    this.hundredScale = data.hundredScale ?? []
    this.#rows = new Map(data.pupils.map((pupil, i) => [pupil.studentId, i]))
    this.#columnOf = new Map(data.columns.map((column, i) => [column.lessonId, i]))
    this.#workOf = new Map(data.columns.flatMap((column) => column.works.map((work) => [work.id, work] as const)))
    this.#marks = new Map(data.marks.map((mark) => [markPlace(mark.workId, mark.studentId), mark]))
    const held = new Map([...this.#fresh(), ...data.marks.map(heldMark), ...data.absences.map(heldAbsence)].map(([place, one]) => [place, this.#newer(place, one)]))
    const moved = [...new Set([...this.#held.keys(), ...held.keys()])].filter((place) => !sameHeld(this.#held.get(place), held.get(place)))
    this.#held = held
    const summaries = new Map(data.summaries.map((summary) => [summary.studentId, summary]))
    const counted = data.pupils.flatMap(({ studentId }, row) => sameSummary(summaries.get(studentId), this.#summaries.get(studentId)) ? [] : [row])
    this.#summaries = summaries
    if (before !== this.#sign()) { this.#redraw(); this.#reshape() }
    else new Set([...counted, ...moved.flatMap((place) => this.#redrawn(place))]).forEach((row) => this.#touch(row))
  }

  /** What the server confirmed a moment ago: a page asked for before that does not know it yet. */
  #fresh(): [string, Held<Wanted>][] {
    const now = Date.now()
    return [...this.#confirmed].flatMap(([place, at]) => { const held = this.#held.get(place); return held && now - at < freshMs ? [[place, held] as [string, Held<Wanted>]] : [] })
  }
  #newer(place: string, held: Held<Wanted>): Held<Wanted> {
    const known = this.#held.get(place)
    return known && known.revision > held.revision && this.#confirmed.has(place) ? known : held
  }

  /** The signature of the page's shape: other pupils, lessons or works need the whole grid drawn anew. */
  #sign(): string {
    return [this.pupils.map(({ studentId }) => studentId), this.columns.map((column) => [column.lessonId, column.label, column.when, column.works.map((work) => work.id + work.weight)])].join('|')
  }

  #reshape(): void {
    this.#shape++
    this.cursor = cursorAt(Math.max(0, Math.min(this.cursor.row, this.pupils.length - 1)), Math.max(0, Math.min(this.cursor.column, this.columns.length - 1)))
    this.#versions = this.pupils.map((_, row) => (this.#versions[row] ?? 0) + 1)
    this.#shapeListeners.forEach((tell) => tell())
    this.#cursorListeners.forEach((tell) => tell())
  }

  #redraw(): void {
    this.pupils.forEach((_, row) => this.columns.forEach((__, column) => this.#drop(row, column)))
  }

  /** The row of a place whose cell looks different now. */
  #redrawn(place: string): number[] {
    const at = this.#cellOf(place)
    return at && this.#drop(at.row, at.column) ? [at.row] : []
  }

  #cellOf(place: string): { row: number; column: number } | null {
    const [kind, of, studentId] = place.split(':') as [string, string, string]
    const lessonId = kind === 'm' ? this.#workOf.get(of)?.lessonId : of
    const row = this.#rows.get(studentId)
    const column = lessonId === undefined ? undefined : this.#columnOf.get(lessonId)
    return row === undefined || column === undefined ? null : { row, column }
  }

  #drop(row: number, column: number): boolean {
    const key = this.#key(row, column)
    const before = this.#views.get(key)
    if (!before) return false
    const after = this.#view(row, column)
    if (after.sign === before.sign) return false
    this.#views.set(key, after)
    return true
  }

  /** A place was typed into or confirmed: only its cell is drawn again. */
  changed(place: string, kept: Held<Wanted> | null): void {
    if (kept) { this.#held.set(place, kept); this.#confirmed.set(place, Date.now()) }
    const at = this.#cellOf(place)
    if (!at) return
    this.#views.set(this.#key(at.row, at.column), this.#view(at.row, at.column))
    this.#touch(at.row)
  }

  #key(row: number, column: number): string { return `${this.pupils[row]?.studentId}:${this.columns[column]?.lessonId}` }
  #touch(row: number): void {
    this.#versions[row] = (this.#versions[row] ?? 0) + 1
    this.#rowListeners.get(row)?.forEach((tell) => tell())
  }

  /** What is drawn in a cell. */
  cellAt(row: number, column: number): CellView {
    const key = this.#key(row, column)
    const known = this.#views.get(key)
    if (known) return known
    const view = this.#view(row, column)
    this.#views.set(key, view)
    return view
  }

  /** What stands in a place now: typed here, or held by the server. */
  valueAt(place: string): Wanted | null { return this.outbox?.postOf(place)?.wanted ?? this.#held.get(place)?.value ?? null }
  heldAt(place: string): Held<Wanted> | null { return this.#held.get(place) ?? null }
  markAt(workId: string, studentId: string): SheetMark | null { return this.#marks.get(markPlace(workId, studentId)) ?? null }
  summaryOf(row: number): SheetSummary | null { return this.#summaries.get(this.pupils[row]?.studentId ?? '') ?? null }
  rowOf(studentId: string): number { return this.#rows.get(studentId) ?? -1 }
  workOf(workId: string): SheetWork | null { return this.#workOf.get(workId) ?? null }

  #view(row: number, column: number): CellView {
    const pupil = this.pupils[row]
    const lesson = this.columns[column]
    if (!pupil || !lesson) return emptyView(this.words.empty)
    const places = [...lesson.works.map((work) => markPlace(work.id, pupil.studentId)), absencePlace(lesson.lessonId, pupil.studentId)]
    const posts = places.flatMap((place) => this.outbox?.postOf(place) ?? [])
    const state = posts.some((post) => post.state === 'conflict') ? 'conflict' : posts.length > 0 ? 'waiting' : 'quiet'
    const marks = lesson.works.flatMap((work) => {
      const value = this.valueAt(markPlace(work.id, pupil.studentId))
      return value?.kind === 'mark' && value.value !== '' ? [{ key: work.id, ...figureIn(value), weight: work.weight, name: work.name, noted: (value.note ?? '') !== '', said: this.words.mark(value.points == null ? figureOf(value.value) : this.words.points(value.points, figureOf(value.value)), value.retake ? figureOf(value.retake) : null, value.note ?? '') }] : []
    })
    const away = this.valueAt(absencePlace(lesson.lessonId, pupil.studentId))
    const absence = away?.kind === 'absence' && away.code !== 'present' ? lettersOf(away.code, away.reason) : null
    const said = [...marks.map((mark) => `${mark.said}, ${mark.name}`), absence !== null && away?.kind === 'absence' ? `${absence}, ${this.words.absence(away.code, away.reason)}` : '', state === 'waiting' ? this.words.waiting : '', state === 'conflict' ? this.words.conflict : ''].filter(Boolean).join('; ')
    // what stands beside each other is said first as it is seen
    const seen = absence !== null && marks.length > 0 ? `${[absence, ...marks.map((mark) => mark.figure)].join(' ')}: ` : ''
    const spoken = `${pupil.name}, ${this.words.date(lesson.date)}: ${seen}${said || this.words.empty}`
    return { marks, absence, state, spoken, sign: `${state}|${absence}|${marks.map((mark) => `${mark.key}${mark.said}*${mark.weight}`).join()}` }
  }

  /** The work of a lesson that typing goes to. */
  typingWork(column: number): SheetWork | null {
    const lesson = this.columns[column]
    return lesson?.works.find((work) => work.id === this.#chosenWork.get(lesson.lessonId)) ?? lesson?.works[0] ?? null
  }

  chooseWork(lessonId: string, workId: string): void {
    this.#chosenWork.set(lessonId, workId)
    this.#cursorListeners.forEach((tell) => tell())
  }

  /** Moves the cursor; only the rows it leaves and enters are drawn again. */
  moveTo(cursor: Cursor): void {
    if (cursor === this.cursor) return
    const touched = new Set([...rowsOf(this.cursor), ...rowsOf(cursor)])
    this.cursor = cursor
    if (cursor.column < this.columns.length) this.lessonColumn = cursor.column
    touched.forEach((row) => this.#touch(row))
    this.#cursorListeners.forEach((tell) => tell())
  }

  selectionIn(row: number): { focus: number; left: number; right: number } {
    const block = blockOf(this.cursor)
    const inside = !isOneCell(this.cursor) && row >= block.top && row <= block.bottom
    return { focus: row === this.cursor.row ? this.cursor.column : -1, left: inside ? block.left : -1, right: inside ? block.right : -2 }
  }

  readonly shape = (): number => this.#shape
  readonly onShape = (tell: Listener): Listener => listenIn(this.#shapeListeners, tell)
  readonly onCursor = (tell: Listener): Listener => listenIn(this.#cursorListeners, tell)
  versionOf(row: number): number { return this.#versions[row] ?? 0 }
  onRow(row: number, tell: Listener): Listener {
    const set = this.#rowListeners.get(row) ?? new Set()
    this.#rowListeners.set(row, set)
    return listenIn(set, tell)
  }
}

function listenIn(set: Set<Listener>, tell: Listener): Listener {
  set.add(tell)
  return () => { set.delete(tell) }
}

function rowsOf(cursor: Cursor): number[] {
  const { top, bottom } = blockOf(cursor)
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i)
}

/** Points stand in the cell, in the tint of the mark they make. */
const figureIn = ({ value, retake, points }: Extract<Wanted, { kind: 'mark' }>) => (points == null || retake ? { figure: figureOf(value, retake ?? null) } : { figure: String(points), as: figureOf(value) })
const emptyView = (spoken: string): CellView => ({ marks: [], absence: null, state: 'quiet', spoken, sign: '' })
const heldMark = (mark: SheetMark): [string, Held<Wanted>] => [markPlace(mark.workId, mark.studentId), { value: { kind: 'mark', id: mark.id, workId: mark.workId, studentId: mark.studentId, value: mark.value, retake: mark.retake, note: mark.note, points: mark.points ?? null, criteria: mark.criteria ?? null }, revision: mark.revision }]
const heldAbsence = (one: SheetAbsence): [string, Held<Wanted>] => [absencePlace(one.lessonId, one.studentId), { value: { kind: 'absence', lessonId: one.lessonId, studentId: one.studentId, code: one.code, reason: one.reason }, revision: one.revision }]
const sameHeld = (a: Held<Wanted> | undefined, b: Held<Wanted> | undefined) => a !== undefined && b !== undefined && sameWish(a.value, b.value)
const sameSummary = (a: SheetSummary | undefined, b: SheetSummary | undefined) => a?.average === b?.average && a?.missed === b?.missed && a?.proposed === b?.proposed && a?.final === b?.final

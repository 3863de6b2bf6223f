import { faultsOfUnit, severityOf, unitsOf, type Fault, type Frame, type Placed, type Severity } from './timetable-faults.ts'

/** A week with everything placed in it, by class, teacher and room. */
export interface Board { readonly frame: Frame; readonly placed: ReadonlyMap<string, Placed>; readonly units: ReadonlyMap<string, readonly Placed[]>; readonly known: Map<string, readonly Fault[]> }
/** One thing put elsewhere, newly placed, or taken off (null). */
export interface Placing { readonly id: string; readonly to: Placed | null }
export interface Verdict { readonly delta: number; readonly appear: readonly Fault[]; readonly vanish: readonly Fault[] }

/** Everything placed for a class, a teacher or a room. */
export const placedFor = (board: Board, kind: 'class' | 'teacher' | 'room', id: string): Placed[] => [1, 2, 3, 4, 5, 6].flatMap((weekday) => board.units.get(`${kind[0]}:${weekday}:${id}`) ?? [])

/** Sets up a board. */
export function boardOf(frame: Frame, placed: Iterable<Placed>): Board {
  const all = new Map([...placed].map((one) => [one.id, one]))
  const units = new Map<string, Placed[]>()
  for (const one of all.values()) {
    for (const unit of unitsOf(frame, one)) {
      const list = units.get(unit)
      if (list) list.push(one)
      else units.set(unit, [one])
    }
  }
  return { frame, placed: all, units, known: new Map() }
}

function faultsAt(board: Board, unit: string): readonly Fault[] {
  const known = board.known.get(unit)
  if (known) return known
  const found = faultsOfUnit(board.frame, unit, board.units.get(unit) ?? [])
  board.known.set(unit, found)
  return found
}

/** Everything that is wrong, worst first. */
export const faultsOf = (board: Board): Fault[] => [...board.units.keys()].flatMap((unit) => faultsAt(board, unit)).toSorted((a, b) => b.weight - a.weight)
/** The cost of the whole week. */
export const costOf = (board: Board): number => [...board.units.keys()].reduce((sum, unit) => sum + weigh(faultsAt(board, unit)), 0)
const weigh = (faults: readonly Fault[]) => faults.reduce((sum, { weight }) => sum + weight, 0)

/** What some changes made at once would cost: the week is not changed, and only the classes, teachers and rooms concerned are judged. */
export function costOfChange(board: Board, changes: readonly Placing[]): Verdict {
  const gone = new Set(changes.map(({ id }) => id))
  const come = changes.flatMap(({ to }) => to ?? [])
  const touched = new Map<string, Placed[]>()
  for (const { id, to } of changes) {
    const from = board.placed.get(id)
    for (const unit of from ? unitsOf(board.frame, from) : []) if (!touched.has(unit)) touched.set(unit, [])
    for (const unit of to ? unitsOf(board.frame, to) : []) if (!touched.has(unit)) touched.set(unit, [])
  }
  for (const one of come) for (const unit of unitsOf(board.frame, one)) touched.get(unit)!.push(one)
  let delta = 0
  const [appear, vanish]: [Fault[], Fault[]] = [[], []]
  for (const [unit, added] of touched) {
    const before = faultsAt(board, unit)
    const after = faultsOfUnit(board.frame, unit, [...(board.units.get(unit) ?? []).filter(({ id }) => !gone.has(id)), ...added])
    delta += weigh(after) - weigh(before)
    appear.push(...notIn(after, before))
    vanish.push(...notIn(before, after))
  }
  return { delta, appear: appear.toSorted(byWeight), vanish: vanish.toSorted(byWeight) }
}

const byWeight = (a: Fault, b: Fault) => b.weight - a.weight
const notIn = (some: readonly Fault[], others: readonly Fault[]) =>
  some.filter((one) => !others.some((other) => other.kind === one.kind && other.weekday === one.weekday && other.number === one.number && other.weight >= one.weight))

/** The week after some changes. */
export function changed(board: Board, changes: readonly Placing[]): Board {
  const placed = new Map(board.placed)
  for (const { id, to } of changes) {
    if (to) placed.set(id, to)
    else placed.delete(id)
  }
  return boardOf(board.frame, placed.values())
}

/** The changes that lead back. */
export const reversed = (board: Board, changes: readonly Placing[]): Placing[] => changes.map(({ id }) => ({ id, to: board.placed.get(id) ?? null })).toReversed()

export interface Target { readonly weekday: number; readonly number: number; readonly verdict: Verdict; readonly swapWith: readonly string[]; readonly changes: readonly Placing[]; readonly severity: Severity | 'good' }

/** For every cell of the week: what putting this there would cost, alone or in exchange with what stands there, whichever is cheaper. */
export function targetsOf(board: Board, block: readonly Placed[], cells: readonly { readonly weekday: number; readonly number: number }[]): Target[] {
  const first = block[0]
  if (!first) return []
  const own = new Set(block.map(({ id }) => id))
  const classes = board.frame.demands.get(first.courseId)?.classIds ?? []
  return cells.map(({ weekday, number }) => {
    const moved = block.map((one) => ({ id: one.id, to: { ...one, weekday, number: number + one.number - first.number } }))
    const alone = costOfChange(board, moved)
    const there = [...new Set(classes.flatMap((id) => board.units.get(`c:${weekday}:${id}`) ?? []))].filter((one) => !own.has(one.id) && moved.some(({ to }) => to.number === one.number))
    const swaps = board.placed.has(first.id) ? there.map((one) => ({ id: one.id, to: { ...one, weekday: first.weekday, number: first.number + one.number - number } })) : []
    const exchange = swaps.length > 0 ? costOfChange(board, [...moved, ...swaps]) : null
    const swap = exchange !== null && exchange.delta < alone.delta
    const verdict = swap ? exchange : alone
    return { weekday, number, verdict, swapWith: swap ? swaps.map(({ id }) => id) : [], changes: swap ? [...moved, ...swaps] : moved, severity: severityOfVerdict(verdict) }
  })
}

function severityOfVerdict({ appear, delta }: Verdict): Target['severity'] {
  if (appear.some(({ kind }) => severityOf[kind] === 'error')) return 'error'
  if (appear.some(({ kind }) => severityOf[kind] === 'warning')) return 'warning'
  return appear.length > 0 && delta > 0 ? 'hint' : 'good'
}

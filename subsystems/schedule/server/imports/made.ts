import { createHash } from 'node:crypto'
import { newId } from '@school/contract'
import { registryFace } from '@school/registry/server'
import type { Work } from '@school/server'
import type { NameMapping } from '../../contract/imports.ts'
import { settleClasses } from '../calendar/calendar.ts'
import type { FetFile } from './fet.ts'
import { between } from './names-map.ts'
import { subjectsFor } from './roster-write.ts'
import { listGroupKeys, listRoomKeys, type GroupKey } from './store.ts'
import { titleKey } from './workbook-rows.ts'

/** A name that fits; what is cut off leaves a short trace, so that long names stay apart and the same one is cut the same way. */
export const fitting = (name: string, max: number): string => (name.length <= max ? name : `${name.slice(0, max - 7)} ${createHash('sha256').update(name).digest('hex').slice(0, 6)}`)

const plain = (key: string) => key.replace(/^(class|group):/, '')

/** The name of a group made of several, and by it the group that already stands for them. */
export function joined(set: readonly string[], groups: ReadonlyMap<string, string>): string {
  return fitting(set.map(plain).toSorted().map((id) => groups.get(id) ?? id).join(' + '), 80)
}

/** Makes what a file names and the school does not have, and knows the final id of every provisional one. */
export class Made {
  readonly #work: Work
  readonly #year: number
  readonly #from: string
  readonly #ids = new Map<string, string>()

  constructor(work: Work, year: number, from: string) {
    this.#work = work
    this.#year = year
    this.#from = from
  }

  id(provisional: string): string { return this.#ids.get(provisional) ?? provisional }

  async make(names: readonly NameMapping[], file: FetFile): Promise<this> {
    const wanted = (kind: NameMapping['kind']) => [...new Set(names.filter((one) => one.kind === kind && one.target === 'new').map((one) => one.source.split(between)[0]!))]
    const subjects = await subjectsFor(this.#work, wanted('subject'))
    for (const name of wanted('subject')) this.#ids.set(`new:${name}`, subjects.get(titleKey(name))!)
    await this.#rooms(wanted('room'))
    await this.#students(wanted('students'), names, file)
    return this
  }

  /** The names as they are to be understood the next time: what was to be made is there now. */
  remembered(names: readonly NameMapping[]): NameMapping[] {
    return names.map((one) => {
      if (one.target !== 'new') return one
      const source = one.source.split(between)[0]!
      const target = one.kind === 'students' ? this.#ids.get(`key:${source}`) : this.#ids.get(`new:${source}`)
      return target === undefined ? one : { ...one, target, targetName: source, confidence: 1 }
    })
  }

  async #rooms(names: readonly string[]): Promise<void> {
    await registryFace.bring.rooms(this.#work, names.map((name) => ({ id: newId(), name: fitting(name, 60) })))
    const known = new Map((await listRoomKeys(this.#work)).map((room) => [room.name, room.id]))
    for (const name of names) this.#ids.set(`new:${name}`, known.get(fitting(name, 60))!)
  }

  /** A set of students inside a class becomes its group; any other becomes a class of the grade its name begins with. */
  async #students(sources: readonly string[], names: readonly NameMapping[], file: FetFile): Promise<void> {
    const known = new Map((await listGroupKeys(this.#work, this.#year)).map((group) => [group.name, group]))
    const targets = new Map(names.filter((one) => one.kind === 'students').map((one) => [one.source.split(between)[0]!, one.target]))
    const around = surroundings(file)
    const isClass = (name: string) => targets.get(name)?.startsWith('class:') === true || (targets.get(name) === 'new' && inside(name) === undefined)
    const inside = (source: string): string | undefined => around.get(source)?.find(isClass)
    const classes = sources.filter((source) => inside(source) === undefined)
    await this.#classes(classes, known)
    const groups = sources.filter((source) => !classes.includes(source)).map((source) => {
      const name = fitting(source, 80)
      const id = known.get(name)?.id ?? newId()
      this.#ids.set(`group:new:${source}`, id).set(`key:${source}`, `group:${id}`)
      const outer = inside(source)!
      return { id, school_year: this.#year, kind: 'subgroup', name, class_ids: [targets.get(outer) === 'new' ? this.#ids.get(`group:new:${outer}`)! : plain(targets.get(outer)!)] }
    })
    await registryFace.bring.groups(this.#work, groups.filter((group) => !known.has(group.name)))
  }

  async #classes(sources: readonly string[], known: ReadonlyMap<string, GroupKey>): Promise<void> {
    const rows = sources.map((source) => {
      const grade = Number(/\d+/.exec(source)?.[0] ?? 0)
      const schoolGrade = grade >= 1 && grade <= 12
      const name = fitting(source, 40)
      const id = known.get(name)?.id ?? newId()
      this.#ids.set(`group:new:${source}`, id).set(`key:${source}`, `${known.get(name)?.kind === 'class' || !known.has(name) ? 'class' : 'group'}:${id}`)
      return { id, school_year: this.#year, grade_level: schoolGrade ? grade : null, course: schoolGrade ? null : 1, letter: source.replace(/^\d+/, '').slice(0, 15), name, shift: 1, building_id: null, homeroom_teacher_id: null }
    }).filter((row) => !known.has(row.name))
    if (rows.length === 0) return
    await registryFace.bring.classes(this.#work, rows)
    await settleClasses(this.#work, this.#year)
  }

  /** The group for every set of students of a lesson: the class's own, a group, or one made of several. */
  async groupsFor(sets: readonly (readonly string[])[]): Promise<(students: readonly string[]) => string> {
    const final = (key: string) => this.#ids.get(key) ?? plain(key)
    const groups = await listGroupKeys(this.#work, this.#year)
    const [byId, byName] = [new Map(groups.map((group) => [group.id, group])), new Map(groups.map((group) => [group.name, group.id]))]
    const titles = new Map(groups.map((group) => [group.id, group.name]))
    const nameOf = (set: readonly string[]) => joined(set.map(final), titles)
    const fresh = new Map(sets.filter((set) => set.length > 1).map((set) => [nameOf(set), set.map(final)] as const).filter(([name]) => !byName.has(name)))
    const rows = [...fresh].map(([name, parts]) => ({ id: newId(), school_year: this.#year, kind: 'crossClass', name, class_ids: [...new Set(parts.flatMap((part) => byId.get(part)?.class_ids ?? []))], parts }))
    await registryFace.bring.groups(this.#work, rows.map(({ parts: _, ...row }) => row))
    for (const { id, parts } of rows) await this.#fill(id, parts)
    for (const { id, name } of rows) byName.set(name, id)
    return (students) => (students.length === 1 ? final(students[0]!) : byName.get(nameOf(students))!)
  }

  async #fill(groupId: string, parts: readonly string[]): Promise<void> {
    const members = new Set<string>()
    for (const part of parts) for (const member of await registryFace.membersOf(this.#work, part, this.#from)) members.add(typeof member === 'string' ? member : (member as { id: string }).id)
    await registryFace.bring.members(this.#work, [...members].map((student_id) => ({ group_id: groupId, student_id, valid_from: this.#from })))
  }
}

/** The sets of students that lie around each set, the nearest first. */
function surroundings(file: FetFile): Map<string, string[]> {
  const around = new Map<string, string[]>()
  for (const year of file.years) {
    for (const group of year.groups) {
      around.set(group.name, [...around.get(group.name) ?? [], year.name])
      for (const part of group.subgroups) around.set(part.name, [...around.get(part.name) ?? [], group.name, year.name])
    }
  }
  return around
}

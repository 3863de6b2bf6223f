import { newId } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { Problem, type Read, type Work } from '@school/server'
import type { NameMapping } from '../../contract/imports.ts'
import { findYear } from '../calendar/store.ts'
import { settleClasses } from '../calendar/calendar.ts'
import { followNow } from '../lessons/make.ts'
import { addDays, mondayOf } from '../lessons/rules.ts'
import { findTimetableAt, listTimetableRows, removeEntries, saveEntries, saveTimetable } from '../timetable/store.ts'
import { FetProblem, type FetFile } from './fet.ts'
import { readFet } from './fet-read.ts'
import { isNew, mappingOf, namesOf, titlesOf } from './names-map.ts'
import { countBy, nothing, type Proposal } from './present.ts'
import { differ, type GridEntry } from './proposal-diff.ts'
import { placedLessons } from './proposal-lessons.ts'
import { subjectsFor } from './roster-write.ts'
import { bringCourses, bringCourseTeachers, listCourseKeys, listEntryKeys, listGroupKeys, listLastMapping, readSchoolNames } from './store.ts'
import { titleKey } from './workbook-rows.ts'

/** Reads the file; what cannot be read at all is told with its line. */
export function parseTimetable(bytes: Uint8Array): FetFile | Proposal {
  try {
    return readFet(bytes)
  } catch (error) {
    if (!(error instanceof FetProblem)) throw error
    return { ...nothing, errors: [{ sheet: null, row: error.line, column: error.element, code: error.code, value: error.details, hint: null }] }
  }
}

/** The names of the file with suggestions, and the day from which the timetable would hold. */
export async function proposeNames(read: Read, file: FetFile): Promise<{ names: NameMapping[]; validFrom: string }> {
  const today = await registryFace.schoolDay(read)
  const year = schoolYearOf(today)
  const row = await findYear(read, year)
  if (!row) throw new Problem(409, 'schedule.year_not_open', { year })
  const first = (await listTimetableRows(read, today, year)).length === 0
  const names = namesOf(file, await readSchoolNames(read, year), await listLastMapping(read))
  return { names, validFrom: first ? row.starts : addDays(mondayOf(today), 7) }
}

/** What the timetable would change under this mapping; nothing is written. */
export async function proposeTimetable(read: Read, file: FetFile, names: readonly NameMapping[], validFrom: string): Promise<Proposal> {
  const year = schoolYearOf(validFrom)
  const titles = titlesOf(await readSchoolNames(read, year))
  const { lessons, unplaced } = placedLessons(file, mappingOf(names))
  const there = await findTimetableAt(read, year, validFrom)
  const existing = there ? (await listEntryKeys(read, there.id)).map((entry): GridEntry & { id: string } => ({ ...entry, students: [`${entry.kind === 'class' ? 'class' : 'group'}:${entry.groupId}`] })) : []
  const found = differ(existing, lessons)
  const nameOf = (id: string) => (isNew(id.replace(/^\w+:/, '')) ? id.replace(/^(group:|class:)?new:/, '') : titles.get(id) ?? '')
  const title = (one: GridEntry) => `${one.weekday}/${one.number}${one.week ?? ''} ${nameOf(one.subjectId) || one.subjectId.replace(/^new:/, '')}, ${one.students.map(nameOf).join(' + ')}`
  const changes = [
    ...found.added.map((one) => ({ kind: 'entry.add', row: null, title: title(one), before: null, after: one.roomId === null ? '' : nameOf(one.roomId) || one.roomId.replace(/^new:/, '') })),
    ...found.changed.map(({ before, after, fields }) => ({ kind: 'entry.change', row: null, title: title(after), before: title(before), after: fields.join(', ') })),
    ...found.removed.map((one) => ({ kind: 'entry.remove', row: null, title: title(one), before: title(one), after: '' })),
  ]
  const made = names.filter((one) => one.target === 'new').map((one) => `${one.kind}.create`)
  return {
    errors: unplaced.slice(0, 1000).map((one) => ({ sheet: null, row: file.activities.find((activity) => activity.id === one.activityId)?.line ?? 0, column: null, code: one.code, value: one.name || String(one.activityId), hint: null })),
    counts: countBy([...changes.map((one) => one.kind), ...made]), changes, changeCount: changes.length,
    options: [...titles].map(([id, name]) => ({ kind: id.startsWith('class:') || id.startsWith('group:') ? 'students' : 'other', id, name })), unplaced: unplaced.length,
  }
}

/** Writes the timetable: missing subjects, rooms, classes and groups, courses, the version, its entries, and the lessons of the coming weeks. */
export async function writeTimetable(work: Work, file: FetFile, names: readonly NameMapping[], validFrom: string): Promise<void> {
  const year = schoolYearOf(validFrom)
  const { lessons } = placedLessons(file, mappingOf(names))
  const made = await new Maker(work, year, validFrom).make(names)
  const groupOf = await made.groupsFor(lessons.map((one) => one.students))
  const rows = lessons.map((one) => ({ ...one, subjectId: made.id(one.subjectId), roomId: one.roomId === null ? null : made.id(one.roomId), groupId: groupOf(one.students) }))
  const pairs = new Map(rows.map((one) => [`${one.groupId} ${one.subjectId}`, { id: newId(), group_id: one.groupId, subject_id: one.subjectId, hours: 0 }]))
  await bringCourses(work, year, [...pairs.values()])
  const courses = new Map((await listCourseKeys(work, year)).map((one) => [`${one.group_id} ${one.subject_id}`, one.id]))
  await bringCourseTeachers(work, rows.flatMap((one) => one.teacherIds.map((teacher_id) => ({ course_id: courses.get(`${one.groupId} ${one.subjectId}`)!, teacher_id, valid_from: validFrom }))))
  await registryFace.bring.groupTeachers(work, rows.flatMap((one) => one.teacherIds.map((teacher_id) => ({ group_id: one.groupId, teacher_id, valid_from: validFrom }))))
  const timetable = await findTimetableAt(work, year, validFrom) ?? { id: newId() }
  await saveTimetable(work, { id: timetable.id, year, name: file.institution.slice(0, 80) || 'FET', validFrom, source: 'fet' })
  const grid = rows.map((one) => ({ ...one, students: [one.groupId] }))
  const existing = (await listEntryKeys(work, timetable.id)).map((entry) => ({ ...entry, students: [entry.groupId] }))
  const found = differ(existing, grid)
  await removeEntries(work, timetable.id, found.removed.map((one) => one.id))
  await saveEntries(work, timetable.id, [...found.added.map((one) => ({ ...one, id: newId() })), ...found.changed.map(({ before, after }) => ({ ...after, id: before.id }))].map((one) => ({
    id: one.id, weekday: one.weekday, number: one.number, week: one.week, course_id: courses.get(`${one.groupId} ${one.subjectId}`)!, room_id: one.roomId, teacher_ids: one.teacherIds,
  })))
  await followNow(work, validFrom)
}

/** Makes what a file names and the school does not have, and knows the final id of every provisional one. */
class Maker {
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

  async make(names: readonly NameMapping[]): Promise<this> {
    const wanted = (kind: NameMapping['kind']) => names.filter((one) => one.kind === kind && one.target === 'new').map((one) => one.source)
    const fresh = (source: string) => { const id = newId(); this.#ids.set(`new:${source}`, id); return id }
    const subjects = wanted('subject')
    if (subjects.length > 0) {
      const known = await subjectsFor(this.#work, subjects)
      for (const name of subjects) this.#ids.set(`new:${name}`, known.get(titleKey(name))!)
    }
    await registryFace.bring.rooms(this.#work, wanted('room').map((name) => ({ id: fresh(name), name: name.slice(0, 60) })))
    await this.#classes([...new Set(wanted('students').map((source) => source.split(' ¦ ')[0]!))])
    return this
  }

  /** A set of students the school does not know becomes a class of the grade its name begins with, or a group of a course. */
  async #classes(names: readonly string[]): Promise<void> {
    const rows = names.map((name) => {
      const grade = Number(/\d+/.exec(name)?.[0] ?? 0)
      const id = newId()
      this.#ids.set(`group:new:${name}`, id)
      return { id, school_year: this.#year, grade_level: grade >= 1 && grade <= 12 ? grade : null, course: grade >= 1 && grade <= 12 ? null : 1, letter: name.replace(/^\d+/, '').slice(0, 15), name: name.slice(0, 40), shift: 1, building_id: null, homeroom_teacher_id: null }
    })
    if (rows.length === 0) return
    await registryFace.bring.classes(this.#work, rows)
    await settleClasses(this.#work, this.#year)
  }

  /** The group for every set of students of a lesson: the class's own, a group, or one made of several. */
  async groupsFor(sets: readonly (readonly string[])[]): Promise<(students: readonly string[]) => string> {
    const plain = (key: string) => this.#ids.get(key) ?? key.replace(/^(class|group):/, '')
    const groups = await listGroupKeys(this.#work, this.#year)
    const classesOf = new Map(groups.map((group) => [group.id, group.class_ids]))
    const byMembers = new Map<string, string>()
    for (const set of sets.filter((one) => one.length > 1)) {
      const parts = set.map(plain).toSorted()
      const key = parts.join(' ')
      if (byMembers.has(key)) continue
      const name = parts.map((id) => groups.find((group) => group.id === id)?.name ?? '').join(' + ').slice(0, 80)
      const known = groups.find((group) => group.name === name)
      const id = known?.id ?? newId()
      byMembers.set(key, id)
      if (known) continue
      await registryFace.bring.groups(this.#work, [{ id, school_year: this.#year, kind: 'crossClass', name, class_ids: [...new Set(parts.flatMap((part) => classesOf.get(part) ?? [part]))] }])
      const members = new Set<string>()
      for (const part of parts) for (const member of await registryFace.membersOf(this.#work, part, this.#from)) members.add(typeof member === 'string' ? member : (member as { id: string }).id)
      await registryFace.bring.members(this.#work, [...members].map((student_id) => ({ group_id: id, student_id, valid_from: this.#from })))
    }
    return (students) => (students.length === 1 ? plain(students[0]!) : byMembers.get(students.map(plain).toSorted().join(' '))!)
  }
}

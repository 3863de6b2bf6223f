import { newId } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { Problem, type Read, type Work } from '@school/server'
import type { NameMapping } from '../../contract/imports.ts'
import { findYear } from '../calendar/store.ts'
import { followNow } from '../lessons/make.ts'
import { addDays, mondayOf } from '../lessons/rules.ts'
import { listTimetableRows, removeEntries, saveEntries, saveTimetable } from '../timetable/store.ts'
import { FetProblem, type FetFile } from './fet.ts'
import { readFet } from './fet-read.ts'
import { describeGrid } from './grid-words.ts'
import { joined, Made } from './made.ts'
import { mappingOf, namesOf, titlesOf } from './names-map.ts'
import { countBy, nothing, type Proposal } from './present.ts'
import type { SchoolNames } from './proposal.ts'
import { differ, type GridEntry } from './proposal-diff.ts'
import { placedLessons } from './proposal-lessons.ts'
import { bringCourses, bringCourseTeachers, listCourseKeys, listEntryKeys, listLastMapping, readSchoolNames, type EntryKey } from './store.ts'

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

interface Baseline { readonly id: string; readonly exact: boolean; readonly entries: readonly EntryKey[] }

/** The timetable that a new one is compared with: the one that begins that very day, or the one in force then. */
async function baselineOf(read: Read, year: number, validFrom: string): Promise<Baseline | null> {
  const rows = await listTimetableRows(read, validFrom, year)
  const row = rows.find((one) => one.inForce)
  return row ? { id: row.id, exact: row.validFrom === validFrom, entries: await listEntryKeys(read, row.id) } : null
}

/** What the timetable would change under this mapping; nothing is written. */
export async function proposeTimetable(read: Read, file: FetFile, names: readonly NameMapping[], validFrom: string): Promise<Proposal> {
  const year = schoolYearOf(validFrom)
  const school = await readSchoolNames(read, year)
  const titles = titlesOf(school)
  const { lessons, unplaced } = placedLessons(file, mappingOf(names))
  const there = await baselineOf(read, year, validFrom)
  const known = knownSets(school)
  const existing = (there?.entries ?? []).map((entry): GridEntry & { id: string } => ({ ...entry, students: [`${entry.kind === 'class' ? 'class' : 'group'}:${entry.groupId}`] }))
  const changes = describeGrid(differ(existing, lessons.map((one) => ({ ...one, students: known(one.students) }))), titles)
  const made = names.filter((one) => one.target === 'new').map((one) => `${one.kind}.create`)
  const lines = new Map(file.activities.map((activity) => [activity.id, activity.line]))
  return {
    errors: unplaced.slice(0, mostDoubts).map((one) => ({ sheet: null, row: lines.get(one.activityId) ?? 0, column: null, code: one.code, value: one.name || String(one.activityId), hint: null })),
    counts: countBy([...changes.map((one) => one.kind), ...made]), changes, changeCount: changes.length,
    options: [...titles].map(([id, name]) => ({ kind: optionKind(id, school), id, name })), unplaced: unplaced.filter((one) => one.code !== 'teacher_unmapped').length,
  }
}

const mostDoubts = 1000
const optionKind = (id: string, school: SchoolNames) => (/^(class|group):/.test(id) ? 'students' : school.subjects.some((one) => one.id === id) ? 'subject' : school.rooms.some((one) => one.id === id) ? 'room' : 'teacher')

/** Several sets taught together are the group that was once made of them. */
function knownSets(school: SchoolNames): (students: readonly string[]) => string[] {
  const names = new Map([...school.classes, ...school.groups].map((one) => [one.id, one.title]))
  const byName = new Map(school.groups.map((one) => [one.title, `group:${one.id}`]))
  return (students) => {
    const one = students.length > 1 ? byName.get(joined(students, names)) : undefined
    return one === undefined ? [...students] : [one]
  }
}

/** Writes the timetable: missing subjects, rooms, classes and groups, courses, the version, its entries, and the lessons of the coming weeks. Returns what its names mean now. */
export async function writeTimetable(work: Work, file: FetFile, names: readonly NameMapping[], validFrom: string): Promise<NameMapping[]> {
  const year = schoolYearOf(validFrom)
  const { lessons } = placedLessons(file, mappingOf(names))
  const made = await new Made(work, year, validFrom).make(names, file)
  const groupOf = await made.groupsFor(lessons.map((one) => one.students))
  const rows = lessons.map((one) => ({ ...one, subjectId: made.id(one.subjectId), roomId: one.roomId === null ? null : made.id(one.roomId), groupId: groupOf(one.students) }))
  const courses = await bringLoad(work, year, validFrom, rows)
  const grid = rows.map((one) => ({ ...one, students: [one.groupId] }))
  const there = await baselineOf(work, year, validFrom)
  const found = differ((there?.entries ?? []).map((entry) => ({ ...entry, students: [entry.groupId] })), grid)
  if (there && found.added.length + found.changed.length + found.removed.length === 0) return made.remembered(names)
  const id = there?.exact ? there.id : newId()
  const kept = there?.exact ? [...found.added.map((one) => ({ ...one, id: newId() })), ...found.changed.map(({ before, after }) => ({ ...after, id: before.id }))] : grid.map((one) => ({ ...one, id: newId() }))
  await saveTimetable(work, { id, year, name: file.institution.slice(0, 80) || 'FET', validFrom, source: 'fet', state: 'published' })
  if (there?.exact) await removeEntries(work, id, found.removed.map((one) => one.id))
  await saveEntries(work, id, kept.map((one) => ({ id: one.id, weekday: one.weekday, number: one.number, week: one.week, course_id: courses.get(`${one.groupId} ${one.subjectId}`)!, room_id: one.roomId, teacher_ids: one.teacherIds })))
  await followNow(work, validFrom)
  return made.remembered(names)
}

/** Courses and their teachers as far as the timetable knows them. */
async function bringLoad(work: Work, year: number, validFrom: string, rows: readonly { groupId: string; subjectId: string; teacherIds: readonly string[] }[]): Promise<Map<string, string>> {
  const pairs = new Map(rows.map((one) => [`${one.groupId} ${one.subjectId}`, { id: newId(), group_id: one.groupId, subject_id: one.subjectId, hours: 0 }]))
  await bringCourses(work, year, [...pairs.values()])
  const courses = new Map((await listCourseKeys(work, year)).map((one) => [`${one.group_id} ${one.subject_id}`, one.id]))
  const taught = rows.flatMap((one) => one.teacherIds.map((teacher_id) => ({ ...one, teacher_id })))
  await bringCourseTeachers(work, taught.map((one) => ({ course_id: courses.get(`${one.groupId} ${one.subjectId}`)!, teacher_id: one.teacher_id, valid_from: validFrom })))
  await registryFace.bring.groupTeachers(work, taught.map((one) => ({ group_id: one.groupId, teacher_id: one.teacher_id, valid_from: validFrom })))
  return courses
}

import { FetProblem, type FetFile, type FetName, type FetWarningCode } from './fet.ts'
import { activityOf, roomOf, yearOf } from './fet-nouns.ts'
import { FetPlaces, PLACE_KINDS } from './fet-places.ts'
import { textOf, type FetRecord } from './fet-record.ts'
import { checkReferences } from './fet-references.ts'

const NAME_LISTS: Record<string, 'days' | 'hours' | 'subjects' | 'tags' | 'teachers' | 'buildings'> = {
  dayslist: 'days', hourslist: 'hours', subjectslist: 'subjects', activitytagslist: 'tags', subjecttagslist: 'tags',
  teacherslist: 'teachers', buildingslist: 'buildings',
}
const CONSTRAINT_LISTS = ['timeconstraintslist', 'spaceconstraintslist']
const ENOUGH_WARNINGS = 500

/** Gathers records of one file, whatever their order, and joins them when the file has ended. */
export class FetCollector {
  rooted = false
  readonly #file: FetFile = {
    version: '', institution: '', comments: '', days: [], hours: [], subjects: [], tags: [], teachers: [], years: [], buildings: [], rooms: [],
    activities: [], placements: [], otherConstraints: {}, warnings: [],
  }
  readonly #places = new FetPlaces()
  readonly #ids = new Set<number>()

  /** The outermost element; anything but fet is not our file. */
  root(tag: string, attributes: Record<string, unknown>, line: number): void {
    if (tag.toLowerCase() !== 'fet') throw new FetProblem('not_fet', { line, element: tag })
    this.rooted = true
    const version = Object.entries(attributes).find(([name]) => name.toLowerCase() === 'version')?.[1]
    this.#file.version = typeof version === 'string' ? version.trim() : ''
  }

  /** Whether a record of this list is worth building; constraints that place nothing are only counted. */
  wants(list: string, name: string, tag: string): boolean {
    if (list in NAME_LISTS || ['studentslist', 'roomslist', 'activitieslist'].includes(list)) return true
    if (!CONSTRAINT_LISTS.includes(list)) return false
    if (PLACE_KINDS.has(name)) return true
    this.#file.otherConstraints[tag] = (this.#file.otherConstraints[tag] ?? 0) + 1
    return false
  }

  /** An element directly under the root: the file's own words. */
  top(record: FetRecord): void {
    if (record.name === 'institutionname') this.#file.institution = record.text.trim()
    if (record.name === 'comments') this.#file.comments = record.text.trim()
  }

  /** A record of a list. */
  record(list: string, record: FetRecord): void {
    const names = NAME_LISTS[list]
    if (names) this.#name(this.#file[names], record)
    else if (list === 'studentslist') { if (record.name === 'year') this.#file.years.push(yearOf(record)) }
    else if (list === 'roomslist') { if (record.name === 'room') this.#file.rooms.push(roomOf(record)) }
    else if (list === 'activitieslist') { if (record.name === 'activity') this.#activity(record) }
    else this.#places.add(record)
  }

  /** The whole file, with places joined to activities and doubtful spots listed. */
  file(): FetFile {
    if (!this.rooted) throw new FetProblem('not_fet')
    const warn = this.#warn.bind(this)
    this.#file.placements = this.#places.joined(this.#file, warn)
    checkReferences(this.#file, warn)
    return this.#file
  }

  /** Names stand in their own element, in old files directly in the list (`<Number>5</Number><Name>Monday</Name>`). */
  #name(into: FetName[], record: FetRecord): void {
    if (record.name.startsWith('number')) return
    const name = record.name === 'name' ? record.text.trim() : textOf(record, 'name')
    if (name === '') return this.#warn('name_missing', record.line, record.tag, '')
    into.push({ name, longName: textOf(record, 'longname'), comments: textOf(record, 'comments') })
  }

  #activity(record: FetRecord): void {
    const activity = activityOf(record)
    if (!Number.isInteger(activity.id)) return this.#warn('not_a_number', record.line, 'Id', textOf(record, 'id'))
    if (this.#ids.has(activity.id)) return this.#warn('repeated_activity', record.line, record.tag, String(activity.id))
    this.#ids.add(activity.id)
    this.#file.activities.push(activity)
  }

  #warn(code: FetWarningCode, line: number, element: string, details: string): void {
    if (this.#file.warnings.length < ENOUGH_WARNINGS) this.#file.warnings.push({ code, line, element, details })
  }
}

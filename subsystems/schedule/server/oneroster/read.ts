// not messages: titles and values of the workbook, which the shared checks of rows speak in
import { folded } from '../imports/proposal-words.ts'
import { loadKey } from '../imports/roster-lists.ts'
import type { RosterState } from '../imports/roster.ts'
import type { RosterSources, WorkbookReading } from '../imports/workbook-read.ts'
import { personRow, titleKey, type GuardianCell, type PersonRow, type RowError } from '../imports/workbook-rows.ts'
import { SHEETS } from '../imports/workbook-sheets.ts'
import { listOf, type Row, type Tables } from './fields.ts'
import { readPackage, type Package } from './package.ts'

/** Which of the school's records a foreign sourcedId meant in an earlier package. */
export type Known = { users: ReadonlyMap<string, string>; classes: ReadonlyMap<string, string> }
export type PackageReading = WorkbookReading & {
  sources: RosterSources
  /** Records the sender has marked as deleted: leaving needs an order, so they are told and not carried out. */
  leaving: { sheet: string; row: number; value: string }[]
}

/** Reads a OneRoster package into the same rows as our workbook; users are put in by their role, classes by their type. */
export function readOneRoster(bytes: Uint8Array, context: { today: string; state: RosterState; known: Known }): PackageReading {
  const pack = readPackage(bytes)
  return new Reader(pack, context).reading()
}

const title = { birthDate: 'birthDate', gender: 'sex', lastName: 'familyName', firstName: 'givenName', middleName: 'middleName', snils: 'userIds', email: 'email', role: 'role', className: 'enrollments' } as Record<string, string>
const people = { ...SHEETS[0]!, columns: SHEETS[0]!.columns.map((column) => ({ ...column, title: title[column.key] ?? column.title })) }
/** The first of these a person has decides how the row is read. Administrators are appointed, never imported: they come as people without a post. */
const roleWords: readonly [roles: readonly string[], word: string][] = [[['teacher'], 'учитель'], [['student'], 'ученик'], [['aide', 'counselor', 'proctor'], 'сотрудник']]
const onlyAPerson = 'родитель'

class Reader {
  readonly #pack: Package
  readonly #tables: Tables
  readonly #context: { today: string; state: RosterState; known: Known }
  readonly #errors: RowError[]
  readonly #people = new Map<string, PersonRow>()
  readonly #homerooms = new Map<string, string>()
  readonly #result: PackageReading = { people: [], classes: [], groups: [], loads: [], errors: [], ignored: [], sources: { users: [], classes: [] }, leaving: [] }

  constructor(pack: Package, context: { today: string; state: RosterState; known: Known }) {
    this.#pack = pack
    this.#context = context
    this.#errors = [...pack.errors]
    const kept = Object.entries(pack.tables).map(([name, rows]) => [name, rows.filter((row) => this.#stays(name, row))])
    this.#tables = Object.fromEntries(kept) as Tables
  }

  reading(): PackageReading {
    if (this.#errors.length === 0) {
      for (const row of this.#tables.classes) if (row['classType'] === 'homeroom') this.#homerooms.set(row.sourcedId, row['title'] ?? '')
      this.#readPeople()
      for (const row of this.#tables.classes) if (row['classType'] === 'homeroom') this.#homeroom(row)
      for (const row of this.#tables.classes) if (row['classType'] !== 'homeroom') this.#taught(row)
      this.#later()
    }
    this.#result.errors.push(...this.#errors)
    return this.#result
  }

  #stays(name: string, row: Row): boolean {
    if (row['status'] !== 'tobedeleted') return true
    const who = this.#nameOf(row['userSourcedId'] ?? row.sourcedId)
    this.#result.leaving.push({ sheet: `${name}.csv`, row: this.#line(row), value: who ?? row['title'] ?? row.sourcedId })
    return false
  }

  #line(row: Row): number { return this.#pack.lines.get(row) ?? 0 }
  #wrong(sheet: string, row: Row, column: string, code: string, value: string): void { this.#errors.push({ sheet, row: this.#line(row), column, code, value, hint: null }) }

  /** The written name of a user: of this file, else of the school by what the id meant before. */
  #nameOf(id: string): string | null {
    const row = this.#pack.tables.users.find((user) => user.sourcedId === id)
    if (row) return [row['familyName'], row['givenName'], row['middleName']].filter(Boolean).join(' ')
    const known = this.#context.state.people.find((one) => one.ref === (this.#context.known.users.get(id) ?? id))
    return known ? [known.lastName, known.firstName, known.middleName].filter(Boolean).join(' ') : null
  }

  #className(id: string): string | null { return this.#homerooms.get(id) ?? this.#context.known.classes.get(id) ?? null }

  #readPeople(): void {
    const birth = new Map(this.#tables.demographics.map((row) => [row.sourcedId, row]))
    const roles = Map.groupBy(this.#tables.roles, (row) => row['userSourcedId'] ?? '')
    const places = new Map(this.#tables.enrollments.filter((row) => row['role'] === 'student').flatMap((row) => { const name = this.#className(row['classSourcedId'] ?? ''); return name ? [[row['userSourcedId'] ?? '', name]] : [] }))
    const agents = new Set(this.#tables.users.flatMap((user) => listOf(user['agentSourcedIds'])))
    for (const user of this.#tables.users) this.#person(user, birth.get(user.sourcedId), roles.get(user.sourcedId) ?? [], places.get(user.sourcedId) ?? null)
    // Somebody who neither learns, works nor represents a child here would become a record nobody sees.
    this.#result.people = this.#result.people.filter((one) => one.role !== 'parent' || [...agents].some((id) => this.#people.get(id) === one))
    for (const user of this.#tables.users) this.#families(user)
  }

  #person(user: Row, born: Row | undefined, roles: readonly Row[], place: string | null): void {
    const role = roles.find((row) => row['role'] === 'teacher') ?? roles.find((row) => row['roleType'] === 'primary') ?? roles[0]
    const word = roleWords.find(([names]) => roles.some((row) => names.includes(row['role'] ?? '')))?.[1] ?? onlyAPerson
    if (!role) return this.#wrong('users.csv', user, 'sourcedId', 'role_missing', user.sourcedId)
    const sex = born?.['sex']
    const known = this.#context.state.people.find((one) => one.ref === (this.#context.known.users.get(user.sourcedId) ?? user.sourcedId))
    const placed = place ?? this.#context.state.enrolments.find((one) => one.person === known?.ref)?.classTitle
    const cells = {
      lastName: user['familyName'], firstName: user['givenName'], middleName: user['middleName'] || undefined, birthDate: born?.['birthDate'] || known?.birthDate || undefined, gender: sex === 'male' || sex === 'female' ? sex : undefined,
      snils: /\{\s*(?:snils|снилс)\s*:\s*([\d\s-]+)\}/i.exec(user['userIds'] ?? '')?.[1], email: user['email'] || undefined, role: word, className: placed, position: role['metadata.position'] || undefined,
    }
    const row = personRow({ spec: people, title: 'users.csv', rows: [], missing: [], unknown: [] }, { row: this.#line(user), cells }, this.#errors, this.#context.today)
    if (!row) return
    this.#people.set(user.sourcedId, row)
    this.#result.people.push(row)
    this.#result.sources.users.push({ sourcedId: user.sourcedId, person: { lastName: row.lastName, firstName: row.firstName, middleName: row.middleName, birthDate: row.birthDate, snils: row.snils } })
  }

  /** A pupil's representatives: the first stands in the pupil's own row, others in rows of their own, as in the workbook. */
  #families(user: Row): void {
    const pupil = this.#people.get(user.sourcedId)
    if (pupil?.role !== 'pupil') return
    const relations = listOf(user['metadata.agentRelations'])
    for (const [i, agent] of listOf(user['agentSourcedIds']).entries()) {
      const person = this.#people.get(agent)
      if (!person) { if (this.#nameOf(agent) === null) this.#wrong('users.csv', user, 'agentSourcedIds', 'unknown_id', agent); continue }
      const guardian: GuardianCell = { lastName: person.lastName, firstName: person.firstName, middleName: person.middleName, snils: person.snils, birthDate: person.birthDate, kind: relations[i] ?? '' }
      if (pupil.guardian === null) pupil.guardian = guardian
      else this.#result.people.push({ ...pupil, guardian })
    }
  }

  #homeroom(row: Row): void {
    const name = row['title'] ?? ''
    const before = this.#context.state.classes.find((one) => titleKey(one.title) === titleKey(name))
    const number = (column: string, otherwise: number | null) => (row[column] ? Number(row[column]) : otherwise)
    this.#result.classes.push({
      row: this.#line(row), title: name, course: number('metadata.course', before?.course ?? null), parallel: Number(/^\d{1,2}/.exec(name)?.[0] ?? listOf(row['grades'])[0]?.replace(/^0+/, '')) || null,
      letter: row['metadata.letter'] || before?.letter || /^\d{1,2}\s*[-«"']*\s*([^\d\s«»"'-].*?)[»"']*$/u.exec(name)?.[1] || null, shift: number('metadata.shift', before?.shift ?? 1)!, daysPerWeek: number('metadata.daysPerWeek', before?.daysPerWeek ?? 5)!,
      homeroom: this.#teachersOf(row)[0] ?? null, building: row['location'] || null,
    })
    this.#result.sources.classes.push({ sourcedId: row.sourcedId, title: name })
  }

  #teachersOf(row: Row): string[] {
    return this.#tables.enrollments.filter((one) => one['classSourcedId'] === row.sourcedId && one['role'] === 'teacher').sort((a, b) => Number(b['primary'] === 'true') - Number(a['primary'] === 'true')).flatMap((one) => {
      const name = this.#nameOf(one['userSourcedId'] ?? '')
      if (name === null) this.#wrong('enrollments.csv', one, 'userSourcedId', 'unknown_id', one['userSourcedId'] ?? '')
      return name ?? []
    })
  }

  /** A taught class is a subject of a whole class when it has exactly its pupils, else of a group of its own. */
  #taught(row: Row): void {
    const subject = listOf(row['subjects'])[0] ?? this.#tables.courses.find((course) => course.sourcedId === row['courseSourcedId'])?.['title'] ?? row['title'] ?? ''
    const pupils = this.#tables.enrollments.filter((one) => one['classSourcedId'] === row.sourcedId && one['role'] === 'student').map((one) => one['userSourcedId'] ?? '')
    const rows = pupils.flatMap((id) => this.#people.get(id) ?? [])
    const classes = row['metadata.classes'] ? row['metadata.classes'].split(';').map((one) => one.trim()) : [...new Set(rows.flatMap((one) => one.className ?? []))].toSorted()
    const named = row['metadata.group'] || null
    const whole = named === null ? classes.length === 1 && this.#sizeOf(classes[0]!) === rows.length : classes.length === 1 && titleKey(named) === titleKey(classes[0]!)
    if (classes.length === 0) return this.#wrong('classes.csv', row, 'sourcedId', 'class_without_pupils', row['title'] ?? '')
    const students = whole ? classes[0]! : named ?? row['title'] ?? row.sourcedId
    if (!whole && !this.#result.groups.some((one) => titleKey(one.title) === titleKey(students)))
      this.#result.groups.push({ row: this.#line(row), title: students, classes, subject, members: rows.map((one) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')).join('; ') || null })
    const teachers = this.#teachersOf(row)
    for (const teacher of teachers.length === 0 ? [null] : teachers) this.#load({ row: this.#line(row), students, subject, teacher, hours: Number(row['metadata.hoursPerWeek'] || NaN) })
    this.#result.sources.classes.push({ sourcedId: row.sourcedId, title: students })
  }

  /** Enrollments of people or classes that only an earlier package had. */
  #later(): void {
    const { state, known } = this.#context
    const here = new Set(this.#tables.classes.map((row) => row.sourcedId))
    for (const row of this.#tables.enrollments.filter((one) => one['role'] === 'student')) {
      const [classId, userId] = [row['classSourcedId'] ?? '', row['userSourcedId'] ?? '']
      const titled = this.#homerooms.get(classId) ?? known.classes.get(classId)
      if (titled === undefined && !here.has(classId)) { this.#wrong('enrollments.csv', row, 'classSourcedId', 'unknown_id', classId); continue }
      const person = state.people.find((one) => one.ref === (known.users.get(userId) ?? userId))
      if (!this.#people.has(userId) && !person) { this.#wrong('enrollments.csv', row, 'userSourcedId', 'unknown_id', userId); continue }
      const group = titled === undefined || here.has(classId) ? undefined : state.groups.find((one) => titleKey(one.title) === titleKey(titled))
      const name = this.#nameOf(userId)
      if (group && name) this.#result.groups.push({ row: this.#line(row), title: group.title, classes: group.classTitles, subject: group.subject, members: name })
      else if (titled !== undefined && person && !this.#people.has(userId) && state.classes.some((one) => titleKey(one.title) === titleKey(titled)))
        this.#result.people.push({ row: this.#line(row), ...person, role: 'pupil', className: titled, position: null, guardian: null })
    }
  }

  #sizeOf(className: string): number { return new Set(this.#result.people.filter((one) => one.role === 'pupil' && one.className === className).map((one) => `${folded(`${one.lastName} ${one.firstName} ${one.middleName ?? ''}`)} ${one.birthDate}`)).size }

  /** The standard says no hours: those the school has stay, a new page begins with none. */
  #load(load: PackageReading['loads'][number]): void {
    if (this.#result.loads.some((one) => loadKey(one) === loadKey(load))) return
    const known = this.#context.state.loads.find((one) => titleKey(one.students) === titleKey(load.students) && titleKey(one.subject) === titleKey(load.subject))
    this.#result.loads.push({ ...load, hours: Number.isNaN(load.hours) ? known?.hours ?? 0 : load.hours })
  }
}

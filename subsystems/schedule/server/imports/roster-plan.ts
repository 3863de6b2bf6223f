// not messages: titles and values of the workbook a school fills in
import { isDeepStrictEqual } from 'node:util'
import { folded } from './proposal-words.ts'
import type { RosterChange, RosterClass, RosterDoubt, RosterPerson, RosterPlan, RosterState, Wanted } from './roster.ts'
import { loadKey, RosterLists } from './roster-lists.ts'
import { corrected, findEmployee, findPerson, genderOf, nameKey, newRef } from './roster-people.ts'
import type { RosterRows } from './workbook-read.ts'
import { partsOf, titleKey, type ClassRow, type GroupRow, type GuardianCell, type LoadRow, type PersonRow } from './workbook-rows.ts'

/** What an import of these rows would do to the lists. Planned again on the result, it does nothing. */
export function planRoster(rows: RosterRows, existing: RosterState): RosterPlan {
  const plan = new Planner(new RosterLists(existing))
  for (const row of rows.people) plan.person(row)
  for (const row of rows.classes) plan.schoolClass(row)
  for (const row of rows.people) plan.place(row)
  // Those who can become a record come first, so that a bare name of the same person finds them wherever it stands.
  for (const row of rows.people.filter((row) => row.guardian?.birthDate)) plan.represent(row)
  for (const row of rows.people.filter((row) => row.guardian && !row.guardian.birthDate)) plan.represent(row)
  for (const row of rows.groups) plan.group(row)
  for (const row of rows.loads) plan.load(row)
  return { changes: plan.changes, doubts: plan.doubts }
}

/** Plans on a copy that already has the changes planned before, so that rows of one file see each other. */
class Planner {
  readonly changes: RosterChange[] = []
  readonly doubts: RosterDoubt[] = []
  readonly #lists: RosterLists
  readonly #refs = new Map<PersonRow, string>()
  /** What rows of this file have spoken of already: the first word counts, later ones only add. */
  readonly #spoken = new Set<string>()
  constructor(lists: RosterLists) { this.#lists = lists }

  person(row: PersonRow): void {
    const { lastName, firstName, middleName, birthDate, gender, snils, email } = row
    const ref = this.#known({ lastName, firstName, middleName, birthDate, gender, snils, email }, row.row)
    if (ref === null) return
    this.#refs.set(row, ref)
    if (row.role !== 'teacher' && row.role !== 'staff') return
    const before = this.#lists.employments.get(ref) ?? null
    const position = this.#first(`employ ${ref}`) || !before?.position ? row.position : before.position
    const after = { person: ref, position: position ?? before?.position ?? '', teaches: row.role === 'teacher' || (before?.teaches ?? false) }
    this.#put(before ? 'employ.update' : 'employ', ref, 'Люди', row.row, before, after)
  }

  /** A pupil's class, once classes are known. */
  place(row: PersonRow): void {
    const child = this.#refs.get(row)
    if (!child || row.role !== 'pupil') return
    const known = row.className === null ? undefined : this.#lists.classes.get(titleKey(row.className))
    if (known && this.#first(`enrol ${child}`)) {
      const before = this.#lists.enrolments.get(child) ?? null
      const stays = before !== null && titleKey(before.classTitle) === titleKey(known.title)
      if (!stays) this.#put(before ? 'move' : 'enrol', child, 'Люди', row.row, before, { person: child, classTitle: known.title })
    }
  }

  /** A pupil's representative, once everybody who is to be known is known. */
  represent(row: PersonRow): void {
    const child = this.#refs.get(row)
    if (child && row.role === 'pupil' && row.guardian) this.#guardian(row.guardian, child, row.row)
  }

  schoolClass(row: ClassRow): void {
    if (!this.#first(`class ${titleKey(row.title)}`)) return
    const before = this.#lists.classes.get(titleKey(row.title)) ?? null
    const after: RosterClass = {
      title: before?.title ?? row.title, parallel: row.parallel ?? before?.parallel ?? null, letter: row.letter ?? before?.letter ?? null, course: row.course ?? before?.course ?? null,
      shift: row.shift, daysPerWeek: row.daysPerWeek, building: row.building ?? before?.building ?? null,
      homeroom: this.#employee(row.homeroom, 'Классы', row.row) ?? before?.homeroom ?? null,
    }
    this.#put(before ? 'class.update' : 'class.create', titleKey(after.title), 'Классы', row.row, before, after)
  }

  group(row: GroupRow): void {
    if (!this.#first(`group ${titleKey(row.title)}`)) return
    const before = this.#lists.groups.get(titleKey(row.title)) ?? null
    const classTitles = row.classes.map((title) => this.#lists.classes.get(titleKey(title))?.title ?? title).sort()
    const after = { title: before?.title ?? row.title, classTitles, subject: row.subject ?? before?.subject ?? null }
    const bare = before && { title: before.title, classTitles: before.classTitles, subject: before.subject }
    this.#put(before ? 'group.update' : 'group.create', titleKey(after.title), 'Группы', row.row, bare, after)
    const members = new Set(before?.members)
    for (const person of this.#membersOf(row, classTitles))
      if (!members.has(person)) this.#put('group.member', `${titleKey(after.title)}|${person}`, 'Группы', row.row, null, { title: after.title, person })
  }

  load(row: LoadRow): void {
    const teacher = this.#employee(row.teacher, 'Нагрузка', row.row)
    if (row.teacher && !teacher) return
    const key = loadKey({ students: row.students, subject: row.subject, teacher })
    if (!this.#first(`load ${key}`)) return
    const before = this.#lists.loads.get(key) ?? null
    const after = { students: before?.students ?? row.students, subject: before?.subject ?? row.subject, teacher, hours: row.hours }
    this.#put(before ? 'load.update' : 'load.create', key, 'Нагрузка', row.row, before, after)
  }

  /** A representative is the same person only by СНИЛС or, without one, for the same child: mothers and daughters may be namesakes. */
  #guardian(cell: GuardianCell, child: string, row: number): void {
    const wanted = { ...cell }
    const mine = this.#lists.guardiansOf(child)
    const known = mine.find((one) => { const person = this.#lists.people.get(one.guardian); return person !== undefined && nameKey(person) === nameKey(cell) && !(cell.snils && person.snils && cell.snils !== person.snils) })
    const after = { lastName: cell.lastName, firstName: cell.firstName, middleName: cell.middleName, birthDate: cell.birthDate, gender: genderOf(cell), snils: cell.snils, email: null }
    const bySnils = cell.snils !== null && this.#lists.bySnils(cell.snils) !== undefined
    // Somebody without a birth date cannot become a record; that representative joins by an own request.
    if (!bySnils && !known && (after.birthDate === null || after.gender === null)) return this.#doubt('guardian_incomplete', 'Люди', row, `${cell.lastName} ${cell.firstName}`)
    const guardian = bySnils ? this.#known(after, row, false) : known ? this.#update(known.guardian, after, row) : this.#create(after, wanted, row)
    if (guardian === null || guardian === child) return
    const before = mine.find((one) => one.guardian === guardian) ?? null
    if (!before) this.#put('guardian', `${guardian}|${child}`, 'Люди', row, null, { guardian, child, kind: cell.kind })
  }

  /** Only a person's own row may correct the name, and only the first one of a file. */
  #known(person: Omit<RosterPerson, 'ref'>, row: number, mayRename = true): string | null {
    const found = findPerson(this.#lists, person)
    if (found === 'many') { this.#doubt('ambiguous_person', 'Люди', row, nameKey(person)); return null }
    if (!found) return this.#create(person, person, row)
    const renamed = [folded(found.lastName) !== folded(person.lastName), folded(found.firstName) !== folded(person.firstName)]
    if (renamed.every(Boolean) || (nameKey(found) !== nameKey(person) && (!mayRename || this.#spoken.has(`person ${found.ref}`)))) {
      this.#doubt('name_differs', 'Люди', row, `${found.lastName} ${found.firstName}`) // one number, two people: somebody has to look
      return null
    }
    return this.#update(found.ref, person, row)
  }

  #create(person: Omit<RosterPerson, 'ref'>, wanted: Wanted, row: number): string {
    const ref = newRef(this.#lists, wanted)
    this.#spoken.add(`person ${ref}`)
    this.#put('person.create', ref, 'Люди', row, null, { ...person, ref })
    return ref
  }

  #update(ref: string, person: Omit<RosterPerson, 'ref'>, row: number): string {
    const known = this.#lists.people.get(ref)!
    const news = this.#first(`person ${ref}`) ? person : {
      ...person, birthDate: known.birthDate ?? person.birthDate, gender: known.gender ?? person.gender, snils: known.snils ?? person.snils, email: known.email ?? person.email,
    }
    const after = corrected(known, news)
    if (after) this.#put('person.update', ref, 'Люди', row, known, after)
    return ref
  }

  #first(topic: string): boolean {
    const first = !this.#spoken.has(topic)
    this.#spoken.add(topic)
    return first
  }

  #employee(name: string | null, sheet: string, row: number): string | null {
    const found = name === null ? null : findEmployee(this.#lists, name)
    if (name !== null && found === null) this.#doubt('unknown_teacher', sheet, row, name)
    return found
  }

  /** A rule is read as it stands today, over the classes' pupils in the order of the alphabet. */
  #membersOf(row: GroupRow, classTitles: readonly string[]): string[] {
    if (row.members === null) return []
    const inClasses = new Set([...this.#lists.enrolments.values()].filter((one) => classTitles.includes(one.classTitle)).map((one) => one.person))
    const pupils = [...this.#lists.people.values()].filter((one) => inClasses.has(one.ref)).sort((a, b) => nameKey(a).localeCompare(nameKey(b), 'ru') || a.ref.localeCompare(b.ref))
    const rule = ruleOf(folded(row.members))
    if (rule) return pupils.filter((one, i) => rule(one, i, pupils.length)).map((one) => one.ref)
    return row.members.split(/[;,]/).map((name) => name.trim()).filter(Boolean).flatMap((name) => {
      const wanted = nameKey(partsOf(name))
      const found = pupils.filter((one) => nameKey(one) === wanted || nameKey({ ...one, middleName: null }) === wanted)
      if (found.length !== 1) this.#doubt('unknown_member', 'Группы', row.row, name)
      return found.length === 1 ? [found[0]!.ref] : []
    })
  }

  #put<Kind extends RosterChange['kind']>(kind: Kind, key: string, sheet: string, row: number, before: Extract<RosterChange, { kind: Kind }>['before'], after: Extract<RosterChange, { kind: Kind }>['after']): void {
    if (isDeepStrictEqual(before, after)) return
    const change = structuredClone({ kind, key, sheet, row, before, after }) as unknown as RosterChange
    this.changes.push(change)
    this.#lists.apply(structuredClone(change))
  }

  #doubt(code: RosterDoubt['code'], sheet: string, row: number, value: string): void {
    this.doubts.push({ code, sheet, row, value })
  }
}

function ruleOf(text: string): ((person: RosterPerson, at: number, count: number) => boolean) | null {
  if (/^(все|весь класс)$/.test(text)) return () => true
  if (/^(мальчики|юноши)$/.test(text)) return (person) => person.gender === 'male'
  if (/^(девочки|девушки)$/.test(text)) return (person) => person.gender === 'female'
  if (/^(первая|1я|1 я|1) (половина|часть)$/.test(text)) return (_, at, count) => at < Math.ceil(count / 2)
  if (/^(вторая|2я|2 я|2) (половина|часть)$/.test(text)) return (_, at, count) => at >= Math.ceil(count / 2)
  return null
}

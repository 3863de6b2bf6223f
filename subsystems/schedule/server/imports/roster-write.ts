import { newId } from '@school/contract'
import { registryFace } from '@school/registry/server'
import type { Work } from '@school/server'
import { settleClasses } from '../calendar/calendar.ts'
import type { RosterChange } from './roster.ts'
import { bringCourses, bringCourseTeachers, listBuildingKeys, listCourseKeys, listGroupKeys, listSubjectKeys, setClassDays } from './store.ts'
import { titleKey } from './workbook-rows.ts'

type Of<Kind extends RosterChange['kind']> = Extract<RosterChange, { kind: Kind }>['after']
const bases: Readonly<Record<string, string>> = { опекун: 'guardian', попечитель: 'custodian', усыновитель: 'adopter', guardian: 'guardian', custodian: 'custodian', adopter: 'adopter', representative: 'representative' } // not a message: words of the workbook

/** Writes a planned roster: everything new in sets, the few corrections one by one. */
export class RosterWriter {
  readonly #work: Work
  readonly #year: number
  readonly #from: string
  readonly #changes: readonly RosterChange[]
  /** The planner's names of people → ids. */
  readonly #ids = new Map<string, string>()

  constructor(work: Work, year: number, from: string, changes: readonly RosterChange[]) {
    this.#work = work
    this.#year = year
    this.#from = from
    this.#changes = changes
  }

  async write(): Promise<void> {
    await this.#people()
    await this.#staff()
    await this.#classes()
    await this.#pupils()
    await this.#groups()
    await this.#loads()
    await registryFace.bring.told(this.#work, [...(await this.#classIds()).values()], [...new Set(this.#ids.values())])
  }

  #of<Kind extends RosterChange['kind']>(...kinds: Kind[]): Of<Kind>[] {
    return this.#changes.filter((change) => (kinds as string[]).includes(change.kind)).map((change) => change.after as Of<Kind>)
  }
  #id(ref: string): string { return this.#ids.get(ref) ?? ref }

  async #people(): Promise<void> {
    const created = this.#of('person.create')
    for (const one of created) this.#ids.set(one.ref, newId())
    const used = await registryFace.bring.people(this.#work, created.map((one) => ({
      id: this.#id(one.ref), last_name: one.lastName, first_name: one.firstName, middle_name: one.middleName, birth_date: one.birthDate!, gender: one.gender === 'male' ? 'M' as const : 'F' as const, snils: one.snils, email: one.email,
    })))
    for (const one of created) this.#ids.set(one.ref, used.get(this.#id(one.ref)) ?? this.#id(one.ref))
    for (const one of this.#of('person.update')) {
      await registryFace.correctPerson(this.#work, this.#id(one.ref), {
        lastName: one.lastName, firstName: one.firstName, middleName: one.middleName, ...(one.birthDate ? { birthDate: one.birthDate } : {}), ...(one.gender ? { gender: one.gender === 'male' ? 'M' as const : 'F' as const } : {}),
        ...(one.snils ? { snils: one.snils } : {}), ...(one.email ? { email: one.email } : {}),
      }, 'import')
    }
  }

  #staff(): Promise<unknown> {
    return registryFace.bring.employments(this.#work, this.#of('employ', 'employ.update').map((one) => ({ id: newId(), person_id: this.#id(one.person), role: one.teaches ? 'teacher' : 'staff', position: one.position || '—', valid_from: this.#from })))
  }

  async #classIds(): Promise<Map<string, string>> {
    return new Map((await listGroupKeys(this.#work, this.#year)).map((group) => [titleKey(group.name), group.id]))
  }

  async #classes(): Promise<void> {
    const classes = this.#of('class.create', 'class.update')
    const buildings = new Map((await listBuildingKeys(this.#work)).map((one) => [one.name, one.id]))
    const missing = [...new Set(classes.flatMap((one) => one.building ?? []))].filter((name) => !buildings.has(name)).map((name) => ({ id: newId(), name }))
    if (missing.length > 0) await registryFace.bring.buildings(this.#work, missing)
    for (const one of missing) buildings.set(one.name, one.id)
    const known = await this.#classIds()
    await registryFace.bring.classes(this.#work, classes.map((one) => ({
      id: known.get(titleKey(one.title)) ?? newId(), school_year: this.#year, grade_level: one.course === null ? one.parallel : null, course: one.course, letter: one.letter ?? '',
      name: one.course === null && one.parallel !== null && one.letter ? `${one.parallel} «${one.letter}»` : one.title, shift: one.shift, building_id: one.building === null ? null : buildings.get(one.building) ?? null,
      homeroom_teacher_id: one.homeroom === null ? null : this.#id(one.homeroom),
    })))
    await settleClasses(this.#work, this.#year)
    const now = await this.#classIds()
    await setClassDays(this.#work, classes.map((one) => ({ class_id: now.get(titleKey(one.title))!, days: one.daysPerWeek })))
  }

  async #pupils(): Promise<void> {
    const classes = await this.#classIds()
    await registryFace.bring.enrolments(this.#work, this.#of('enrol').map((one) => ({ id: newId(), student_id: this.#id(one.person), class_id: classes.get(titleKey(one.classTitle))!, valid_from: this.#from })))
    const today = await registryFace.schoolDay(this.#work)
    for (const one of this.#of('move')) {
      const open = (await registryFace.enrolmentsOf(this.#work, this.#id(one.person))).find((row) => row.valid_to === null)
      if (open) await registryFace.transfer(this.#work, open.id, classes.get(titleKey(one.classTitle))!, { newId: newId(), validFrom: today, orderNumber: '', orderDate: null })
    }
    await registryFace.bring.guardianships(this.#work, this.#of('guardian').map((one) => ({ id: newId(), guardian_id: this.#id(one.guardian), student_id: this.#id(one.child), basis: bases[one.kind] ?? 'parent', valid_from: this.#from })))
  }

  async #groups(): Promise<void> {
    const classes = await this.#classIds()
    const groups = this.#of('group.create', 'group.update')
    await registryFace.bring.groups(this.#work, groups.map((one) => ({
      id: classes.get(titleKey(one.title)) ?? newId(), school_year: this.#year, kind: one.classTitles.length > 1 ? 'crossClass' : 'subgroup', name: one.title, class_ids: one.classTitles.map((title) => classes.get(titleKey(title))!),
    })))
    const ids = await this.#classIds()
    const taught = groups.flatMap((one) => (one.subject === null ? [] : [{ group_id: ids.get(titleKey(one.title))!, subject: one.subject }]))
    const subjects = await subjectsFor(this.#work, taught.map((one) => one.subject))
    // A group made for a subject is a page of the journal even before the load says its hours.
    await bringCourses(this.#work, this.#year, taught.map((one) => ({ id: newId(), group_id: one.group_id, subject_id: subjects.get(titleKey(one.subject))!, hours: 0 })))
    await registryFace.bring.members(this.#work, this.#of('group.member').map((one) => ({ group_id: ids.get(titleKey(one.title))!, student_id: this.#id(one.person), valid_from: this.#from })))
  }

  async #loads(): Promise<void> {
    const loads = this.#of('load.create', 'load.update')
    if (loads.length === 0) return
    const subjects = await subjectsFor(this.#work, loads.map((one) => one.subject))
    const groups = await this.#classIds()
    const keyed = loads.map((one) => ({ ...one, group_id: groups.get(titleKey(one.students))!, subject_id: subjects.get(titleKey(one.subject))! }))
    await bringCourses(this.#work, this.#year, [...new Map(keyed.map((one) => [`${one.group_id} ${one.subject_id}`, { id: newId(), group_id: one.group_id, subject_id: one.subject_id, hours: one.hours }])).values()])
    const courses = new Map((await listCourseKeys(this.#work, this.#year)).map((one) => [`${one.group_id} ${one.subject_id}`, one.id]))
    const taught = keyed.filter((one) => one.teacher !== null)
    await bringCourseTeachers(this.#work, taught.map((one) => ({ course_id: courses.get(`${one.group_id} ${one.subject_id}`)!, teacher_id: this.#id(one.teacher!), valid_from: this.#from })))
    await registryFace.bring.groupTeachers(this.#work, taught.map((one) => ({ group_id: one.group_id, teacher_id: this.#id(one.teacher!), valid_from: this.#from })))
  }
}

/** Subjects of the school by folded name; those that are missing are made. */
export async function subjectsFor(work: Work, names: readonly string[]): Promise<Map<string, string>> {
  const known = new Map((await listSubjectKeys(work)).map((one) => [titleKey(one.name), one.id]))
  const missing = [...new Map(names.map((name) => [titleKey(name), name])).entries()].filter(([key]) => !known.has(key)).map(([key, name], i) => ({ key, id: newId(), name, short_name: name.slice(0, 40), kind: /^разговоры о важном|горизонты/i.test(name) ? 'extracurricular' : 'core', sort: 100 + known.size + i })) // not a message: subjects that are no lessons of the plan
  if (missing.length > 0) await registryFace.bring.subjects(work, missing.map(({ key: _, ...row }) => row))
  for (const { key, id } of missing) known.set(key, id)
  return known
}

import { newId } from '@school/contract'
import type { Builder } from '@school/testing'

export interface TestPerson { readonly id: string; readonly last_name: string; readonly first_name: string }
export interface TestSchoolRow { readonly id: string; readonly municipality_id: string; readonly region_id: string }

const epoch = new Date('2026-08-01T00:00:00Z')

export async function aRegion(make: Builder): Promise<{ id: string }> {
  const n = make.next()
  return make.insert('registry.region', { id: newId(), code: String(n % 100).padStart(2, '0'), name: `Регион ${n}`, time_zone: 'Europe/Moscow', opened_at: epoch })
}

export async function aMunicipality(make: Builder, regionId?: string): Promise<{ id: string; region_id: string }> {
  const region_id = regionId ?? (await aRegion(make)).id
  return make.insert('registry.municipality', { id: newId(), region_id, name: `Район ${make.next()}`, time_zone: 'Europe/Moscow', opened_at: epoch })
}

/** A school with its municipality and region. */
export async function aSchool(make: Builder, given: { municipalityId?: string; kind?: 'school' | 'college' } = {}): Promise<TestSchoolRow> {
  const municipality = given.municipalityId === undefined
    ? await aMunicipality(make)
    : (await make.rows<{ id: string; region_id: string }>('select id, region_id from registry.municipality where id = $1', [given.municipalityId]))[0]!
  const n = make.next()
  const id = newId()
  await make.insert('registry.school', {
    id, municipality_id: municipality.id, kind: given.kind ?? 'school', full_name: `МБОУ «Школа № ${n}»`, short_name: `Школа № ${n}`,
    ogrn: String(1_020_000_000_000 + n), inn: '7707083893', kpp: '770701001', time_zone: 'Europe/Moscow', opened_at: epoch,
  })
  return { id, municipality_id: municipality.id, region_id: municipality.region_id }
}

export async function aPerson(make: Builder, given: Partial<{ last_name: string; first_name: string; middle_name: string | null; birth_date: string; gender: 'M' | 'F'; snils: string | null }> = {}): Promise<TestPerson> {
  const n = make.next()
  return make.insert('registry.person', { id: newId(), last_name: `Фамилия${n}`, first_name: 'Имя', middle_name: 'Отчество', birth_date: '1985-05-05', gender: 'F', snils: null, created_at: epoch, ...given })
}

export async function anEmployee(make: Builder, schoolId: string, role: 'schoolAdmin' | 'principal' | 'deputyHead' | 'teacher' | 'staff' = 'teacher', personId?: string): Promise<TestPerson> {
  const person = personId === undefined ? await aPerson(make) : { id: personId, last_name: '', first_name: '' }
  await make.insert('registry.employment', { school_id: schoolId, id: newId(), person_id: person.id, role, position: role, valid_from: '2026-08-01' })
  return person
}

export interface TestClass { readonly id: string; readonly name: string }

/** A class with the group that carries its id. */
export async function aClass(make: Builder, schoolId: string, given: { grade?: number; homeroomTeacherId?: string } = {}): Promise<TestClass> {
  const id = newId()
  const name = `${given.grade ?? 7} «К${make.next()}»`
  await make.insert('registry.class_unit', { school_id: schoolId, id, school_year: 2026, grade_level: given.grade ?? 7, letter: 'К', name, homeroom_teacher_id: given.homeroomTeacherId ?? null })
  await make.insert('registry.study_group', { school_id: schoolId, id, school_year: 2026, kind: 'class', name })
  await make.insert('registry.group_class', { school_id: schoolId, group_id: id, class_id: id })
  return { id, name }
}

/** Part of a class with its own pupils. */
export async function aSubgroup(make: Builder, schoolId: string, classId: string, studentIds: readonly string[]): Promise<{ id: string }> {
  const id = newId()
  await make.insert('registry.study_group', { school_id: schoolId, id, school_year: 2026, kind: 'subgroup', name: `Группа ${make.next()}` })
  await make.insert('registry.group_class', { school_id: schoolId, group_id: id, class_id: classId })
  for (const student_id of studentIds) await make.insert('registry.group_member', { school_id: schoolId, group_id: id, student_id, valid_from: '2026-09-01' })
  return { id }
}

export async function aPupil(make: Builder, schoolId: string, classId: string, given: Parameters<typeof aPerson>[1] = {}): Promise<TestPerson> {
  const pupil = await aPerson(make, { birth_date: '2013-03-03', gender: 'M', ...given })
  await make.insert('registry.enrolment', { school_id: schoolId, id: newId(), student_id: pupil.id, class_id: classId, valid_from: '2026-09-01' })
  await make.insert('registry.group_member', { school_id: schoolId, group_id: classId, student_id: pupil.id, valid_from: '2026-09-01' })
  return pupil
}

export async function aGuardian(make: Builder, studentId: string, given: { guardianId?: string; restricted?: boolean; valid_to?: string } = {}): Promise<TestPerson & { guardianshipId: string }> {
  const person = given.guardianId === undefined ? await aPerson(make) : { id: given.guardianId, last_name: '', first_name: '' }
  const guardianshipId = newId()
  await make.insert('registry.guardianship', { id: guardianshipId, guardian_id: person.id, student_id: studentId, basis: 'parent', restricted: given.restricted ?? false, valid_from: '2026-08-01', valid_to: given.valid_to ?? null })
  return { ...person, guardianshipId }
}

export async function aSubject(make: Builder, schoolId: string, name?: string): Promise<{ id: string; name: string }> {
  const n = make.next()
  const row = await make.insert('registry.subject', { school_id: schoolId, id: newId(), name: name ?? `Предмет ${n}`, short_name: `П${n}` })
  return { id: row.id, name: row.name }
}

/** Says who teaches a group, as the room that keeps the courses does. */
export async function aGroupTeacher(make: Builder, schoolId: string, groupId: string, teacherId: string): Promise<void> {
  await make.insert('registry.group_teacher', { school_id: schoolId, group_id: groupId, teacher_id: teacherId, valid_from: '2026-09-01' })
}

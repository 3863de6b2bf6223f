import type { Read } from '@school/server'
import type { PersonCard } from '../../contract/people.ts'
import { listGroupsOf } from '../classes/group-store.ts'
import { presentEnrolment } from '../enrolment/enrolment.ts'
import { listEnrolmentsOf } from '../enrolment/store.ts'
import { presentGuardianship } from '../guardians/guardians.ts'
import { listGuardianshipsOfGuardian, listGuardianshipsOfStudent } from '../guardians/store.ts'
import { presentEmployment } from '../staff/staff.ts'
import { listEmploymentsOf } from '../staff/store.ts'
import type { ReadablePerson } from './access.ts'
import { presentName } from './present.ts'
import { listAlike } from './store.ts'

/** The card of a person, holding no more than the reader may see. */
export async function cardOf(read: Read, { person, detail, today }: ReadablePerson): Promise<PersonCard> {
  const { role, personId } = read.by
  const isOffice = role === 'schoolAdmin' || role === 'principal' || role === 'deputyHead'
  const [all, more] = [detail === 'all', detail !== 'names']
  const isNow = (row: { valid_from: string; valid_to: string | null }) => row.valid_from <= today && (row.valid_to === null || row.valid_to >= today)
  const enrolments = (await listEnrolmentsOf(read, person.id)).filter((row) => all || isNow(row))
  const groups = more ? await listGroupsOf(read, person.id) : []
  const guardians = isOffice || detail === 'contacts' ? await listGuardianshipsOfStudent(read, person.id) : (await listGuardianshipsOfStudent(read, person.id)).filter((row) => all && (row.guardian_id === personId || person.id === personId))
  const children = more ? await listGuardianshipsOfGuardian(read, person.id) : []
  const ownClasses = new Set(read.by.grants.filter((grant) => grant.role === 'homeroomTeacher' && grant.schoolId === read.schoolId).map((grant) => grant.classId))
  const shownChildren = []
  for (const row of children) if (all || (await listEnrolmentsOf(read, row.student_id)).some((one) => isNow(one) && ownClasses.has(one.class_id))) shownChildren.push(row)
  return {
    ...presentName(person), detail, birthDate: more ? person.birth_date : null, gender: more ? person.gender : null, snils: all ? person.snils : null,
    email: more ? person.email : null, phone: more ? person.phone : null, revision: person.revision,
    employments: (await listEmploymentsOf(read, person.id)).filter((row) => all || isNow(row)).map((row) => presentEmployment(read, row)),
    enrolments: enrolments.map((row) => presentEnrolment(read, row, all)),
    groups: groups.map((row) => ({ id: row.id, name: row.name, kind: row.kind, validFrom: row.valid_from, validTo: row.valid_to })),
    guardians: guardians.map((row) => presentGuardianship(read, row, person.id === personId && !isOffice ? 'names' : detail)),
    children: shownChildren.map((row) => presentGuardianship(read, row, detail)),
    alike: isOffice ? (await listAlike(read, { id: person.id, lastName: person.last_name, firstName: person.first_name, birthDate: person.birth_date, snils: null })).map(presentName) : [],
    can: { correct: role === 'schoolAdmin', seeHistory: isOffice },
  }
}

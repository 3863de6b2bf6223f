import { createHash } from 'node:crypto'
import { fileNames, noTables, type FileName, type Row, type Tables } from './fields.ts'
import type { listPackageRows, Sent } from './store.ts'

type Rows = Awaited<ReturnType<typeof listPackageRows>>
const text = (value: string | null | undefined) => value ?? ''
const homeroomCourse = 'homeroom'

/** The tables of a whole package from the school's rows; ids are ours and stay the same from package to package. */
export function tablesOf(rows: Rows, schoolYearEnds: number): Tables {
  const tables = noTables()
  const org = rows.orgs[0]!
  const [school, yearId] = [text(org['school']), text(rows.sessions.find((one) => one['type'] === 'schoolYear')?.['id'])]
  tables.orgs.push({ sourcedId: text(org['region']), name: text(org['region_name']), type: 'state' }, { sourcedId: text(org['municipality']), name: text(org['municipality_name']), type: 'district', parentSourcedId: text(org['region']) },
    { sourcedId: school, name: text(org['short_name']) || text(org['full_name']), type: 'school', parentSourcedId: text(org['municipality']) })
  for (const one of rows.sessions) tables.academicSessions.push({ sourcedId: text(one['id']), title: text(one['name']) || `${schoolYearEnds - 1}/${schoolYearEnds}`, type: text(one['type']), startDate: text(one['starts']), endDate: text(one['ends']), parentSourcedId: text(one['parent']), schoolYear: String(schoolYearEnds) })
  tables.courses.push({ sourcedId: `${homeroomCourse}-${school}`, schoolYearSourcedId: yearId, title: 'Класс', orgSourcedId: school }) // not a message: a title inside the package
  for (const one of rows.courses) tables.courses.push({ sourcedId: text(one['id']), schoolYearSourcedId: yearId, title: text(one['name']), orgSourcedId: school, subjects: text(one['name']).replaceAll(',', ' ') })
  classesOf(tables, rows, school, yearId)
  usersOf(tables, rows, school)
  return tables
}

function classesOf(tables: Tables, rows: Rows, school: string, yearId: string): void {
  const enrol = (sourcedId: string, classSourcedId: string, userSourcedId: string, role: 'student' | 'teacher', primary: string, beginDate = '') => tables.enrollments.push({ sourcedId, classSourcedId, schoolSourcedId: school, userSourcedId, role, primary, beginDate })
  for (const one of rows.homerooms) {
    const id = text(one['id'])
    tables.classes.push({
      sourcedId: id, title: text(one['name']), grades: text(one['grade']).padStart(2, '0'), courseSourcedId: `${homeroomCourse}-${school}`, classType: 'homeroom', location: text(one['building']), schoolSourcedId: school, termSourcedIds: yearId,
      'metadata.letter': text(one['letter']), 'metadata.course': text(one['course']), 'metadata.shift': text(one['shift']), 'metadata.daysPerWeek': text(one['days']),
    })
    if (one['teacher']) enrol(`${id}-${one['teacher']}`, id, one['teacher'], 'teacher', 'true')
  }
  for (const one of rows.pupils) enrol(text(one['id']), text(one['class']), text(one['person']), 'student', '', text(one['starts']))
  for (const one of rows.taught) {
    const id = text(one['id'])
    tables.classes.push({
      sourcedId: id, title: `${text(one['subject'])}, ${text(one['group_name'])}`, courseSourcedId: text(one['subject_id']), classType: 'scheduled', schoolSourcedId: school, termSourcedIds: yearId, subjects: text(one['subject']).replaceAll(',', ' '),
      'metadata.group': text(one['group_name']), 'metadata.classes': text(one['classes']), 'metadata.hoursPerWeek': text(one['hours']),
    })
    for (const [i, person] of text(one['teachers']).split(',').filter(Boolean).entries()) enrol(`${id}-${person}`, id, person, 'teacher', i === 0 ? 'true' : 'false')
    for (const person of text(one['members']).split(',').filter(Boolean)) enrol(`${id}-${person}`, id, person, 'student', '')
  }
}

function usersOf(tables: Tables, rows: Rows, school: string): void {
  const seen = new Set<string>()
  for (const one of rows.users) {
    const id = text(one['id'])
    tables.roles.push({ sourcedId: `${id}-${one['role']}`, userSourcedId: id, roleType: seen.has(id) ? 'secondary' : 'primary', role: text(one['role']), beginDate: text(one['starts']), orgSourcedId: school, 'metadata.position': text(one['position']) })
    if (seen.has(id)) continue
    seen.add(id)
    tables.users.push({
      sourcedId: id, enabledUser: 'true', username: id, userIds: one['snils'] ? `{SNILS:${one['snils']}}` : '', givenName: text(one['first_name']), familyName: text(one['last_name']), middleName: text(one['middle_name']), email: text(one['email']),
      agentSourcedIds: text(one['agents']), primaryOrgSourcedId: school, 'metadata.agentRelations': text(one['relations']),
    })
    tables.demographics.push({ sourcedId: id, birthDate: text(one['birth_date']), sex: one['gender'] === 'M' ? 'male' : 'female' })
  }
}

/** A short fingerprint of every record, by file: what the next package of changes is compared with. */
export const fingerprints = (tables: Tables): Sent => Object.fromEntries(fileNames.map((name) => [name, Object.fromEntries(tables[name].map((row) => [row.sourcedId, printOf(name, row)]))]))

const printOf = (name: FileName, row: Row) => createHash('sha256').update(JSON.stringify([name, Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))])).digest('base64url').slice(0, 12)

/** Only what changed since the fingerprints were taken: new and changed records as active, vanished ones to be deleted. */
export function changesSince(tables: Tables, before: Sent, now: string): Tables {
  const delta = noTables()
  for (const name of fileNames) {
    const known = before[name] ?? {}
    for (const row of tables[name]) if (known[row.sourcedId] !== printOf(name, row)) delta[name].push({ ...row, status: 'active', dateLastModified: now })
    const present = new Set(tables[name].map((row) => row.sourcedId))
    for (const id of Object.keys(known)) if (!present.has(id)) delta[name].push({ sourcedId: id, status: 'tobedeleted', dateLastModified: now })
  }
  return delta
}

import type { FetActivity, FetGroup, FetRoom, FetStudents, FetYear } from './fet.ts'
import { flagOf, textOf, textsOf, type FetRecord } from './fet-record.ts'

/** A year with its groups and subgroups. */
export const yearOf = (record: FetRecord): FetYear => ({ ...studentsOf(record), groups: childrenNamed(record, 'group').map(groupOf) })

/** A room; virtual ones stand for several real rooms. */
export function roomOf(record: FetRecord): FetRoom {
  return {
    name: textOf(record, 'name'), longName: textOf(record, 'longname'), building: textOf(record, 'building'),
    capacity: /^\d+$/.test(textOf(record, 'capacity')) ? Number(textOf(record, 'capacity')) : null, virtual: flagOf(record, 'virtual', false),
  }
}

/** A lesson of the week; the id is NaN when the file has none. */
export function activityOf(record: FetRecord): FetActivity {
  const duration = countOf(record, 'duration') || 1
  return {
    id: textOf(record, 'id') === '' ? NaN : Number(textOf(record, 'id')),
    groupId: countOf(record, 'activitygroupid'),
    teachers: textsOf(record, 'teacher', 'teachername'),
    subject: textOf(record, 'subject', 'subjectname'),
    students: textsOf(record, 'students', 'studentsset', 'studentsname'),
    tags: textsOf(record, 'activitytag', 'subjecttag'),
    duration, total: countOf(record, 'totalduration') || duration,
    active: flagOf(record, 'active', true),
    fortnightly: record.children.some((child) => child.name === 'biweekly') || /^(bi-?weekly|fortnightly)$/i.test(textOf(record, 'parity')),
    comments: textOf(record, 'comments'), line: record.line,
  }
}

const childrenNamed = (record: FetRecord, name: string) => record.children.filter((child) => child.name === name)
const groupOf = (record: FetRecord): FetGroup => ({ ...studentsOf(record), subgroups: childrenNamed(record, 'subgroup').map(studentsOf) })
const studentsOf = (record: FetRecord): FetStudents =>
  ({ name: textOf(record, 'name'), longName: textOf(record, 'longname'), students: countOf(record, 'numberofstudents') })

function countOf(record: FetRecord, name: string): number {
  const number = Number.parseInt(textOf(record, name), 10)
  return Number.isInteger(number) && number > 0 ? number : 0
}

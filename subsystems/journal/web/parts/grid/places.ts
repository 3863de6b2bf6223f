export const cellKind = 'journal.cell'
export const workKind = 'journal.work'
export const topicKind = 'journal.topic'
export const homeworkKind = 'journal.homework'
export const checkKind = 'journal.check'

/** The place of an entry among the person's entries: what it is, of which school and course, and which one there. */
export const entryPlace = (kind: string, schoolId: string, courseId: string, of: string) => `${kind} ${schoolId} ${courseId} ${of}`

export function readPlace(place: string): { kind: string; schoolId: string; courseId: string; of: string } {
  const [kind = '', schoolId = '', courseId = '', ...of] = place.split(' ')
  return { kind, schoolId, courseId, of: of.join(' ') }
}

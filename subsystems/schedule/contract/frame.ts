import type { TimetableBoard } from './board.ts'
import type { Frame } from './timetable-faults.ts'

/** Sets up the frame in which placements are judged, from what the server tells of a timetable. */
export function frameOf({ courses, classes, meets, rules }: Pick<TimetableBoard, 'courses' | 'classes' | 'meets' | 'rules'>): Frame {
  const rooms = new Map(rules.rooms.map((one) => [one.subjectId, one.roomIds]))
  const together = new Map(rules.together.flatMap((one) => one.classIds.map((id) => [id, one.name] as const)))
  const groups = new Map(courses.map((one) => [one.groupId, one]))
  const shared = new Set(meets.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  return {
    demands: new Map(courses.map((one) => [one.id, { ...one, rooms: rooms.get(one.subject.id) ?? [] }])),
    classes: new Map(classes.map((one) => [one.id, { ...one, together: together.get(one.id) ?? null }])),
    rules: {
      ...rules, dayMost: Object.fromEntries(rules.dayMost.map(({ grade, usual, once }) => [grade, { usual, once }])),
      bestNumbers: { primary: [rules.bestPrimary[0]!, rules.bestPrimary[1]!], later: [rules.bestLater[0]!, rules.bestLater[1]!] },
    },
    meets(one, other) {
      if (one === other || shared.has(`${one} ${other}`)) return true
      const [a, b] = [groups.get(one), groups.get(other)]
      return a !== undefined && b !== undefined && (a.whole || b.whole) && a.classIds.some((id) => b.classIds.includes(id))
    },
  }
}

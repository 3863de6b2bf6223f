import type { FetModel } from './fet-write.ts'

/** A school as FET sees it: who teaches what to whom, how many hours a week. */
export type FetSchool = {
  name: string
  days: string[]
  hours: string[]
  classes: { name: string; students: number; groups: { name: string; students: number }[] }[]
  teachers: string[]
  rooms: { name: string; building: string; capacity: number | null }[]
  loads: FetLoad[]
}
export type FetLoad = { students: string[]; subject: string; teachers: string[]; hours: number; room: string | null }

const named = (name: string) => ({ name, longName: '', comments: '' })

/** The file's model for a school: an activity for every hour of every load, nothing placed yet. */
export function fetOfSchool(school: FetSchool): FetModel {
  let nextId = 1
  const activities = school.loads.flatMap((load) => {
    const groupId = load.hours > 1 ? nextId : 0
    return Array.from({ length: load.hours }, () => ({
      id: nextId++, groupId, teachers: load.teachers, subject: load.subject, students: load.students, tags: [],
      duration: 1, total: load.hours, active: true, fortnightly: false, comments: '',
    }))
  })
  return {
    institution: school.name, comments: '', days: school.days.map(named), hours: school.hours.map(named),
    subjects: [...new Set(school.loads.map((load) => load.subject))].map(named), tags: [], teachers: school.teachers.map(named),
    years: school.classes.map((one) => ({ name: one.name, longName: '', students: one.students, groups: one.groups.map((group) => ({ ...group, longName: '', subgroups: [] })) })),
    buildings: [...new Set(school.rooms.map((room) => room.building).filter((name) => name !== ''))].map(named),
    rooms: school.rooms.map((room) => ({ ...room, longName: '', virtual: false })), activities, placements: [],
  }
}

/**
 * The model with its activities put, first fit, where students, teachers and room are free; what does not fit stays unplaced.
 * Groups of one class are taken to be disjoint.
 */
export function placedGreedily(model: FetModel, roomOf: (activityId: number) => string | null = () => null): FetModel {
  const taken = new Set<string>()
  const parts = new Map(model.years.flatMap((year) => year.groups.map((group) => [group.name, [group.name]] as [string, string[]])))
  for (const year of model.years) parts.set(year.name, year.groups.length ? year.groups.map((group) => group.name) : [year.name])
  const placements = model.activities.flatMap((activity) => {
    const room = roomOf(activity.id)
    const busy = [
      ...activity.teachers.map((name) => `teacher ${name}`), ...(room ? [`room ${room}`] : []),
      ...activity.students.flatMap((name) => parts.get(name) ?? [name]).map((name) => `students ${name}`),
    ]
    const slot = firstFree(model, activity, busy, taken)
    if (!slot) return []
    for (let at = slot.hour; at < slot.hour + activity.duration; at++) for (const who of busy) taken.add(`${slot.day} ${at} ${who}`)
    return [{ activityId: activity.id, ...slot, room, realRooms: [], locked: false, weight: 100 }]
  })
  return { ...model, placements }
}

function firstFree(model: FetModel, activity: { id: number; duration: number }, busy: readonly string[], taken: Set<string>) {
  for (let hour = 0; hour + activity.duration <= model.hours.length; hour++)
    for (let turn = 0; turn < model.days.length; turn++) {
      const day = (turn + activity.id) % model.days.length // spreads one subject over the week
      const hours = Array.from({ length: activity.duration }, (_, i) => hour + i)
      if (hours.every((at) => busy.every((who) => !taken.has(`${day} ${at} ${who}`)))) return { day, hour }
    }
  return null
}

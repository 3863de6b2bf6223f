import type { FetActivity, FetFile, FetPlacement, FetStudents } from './fet.ts'

/** What a file is written from: everything `readFet` finds except what belongs to one reading. */
export type FetModel = Omit<FetFile, 'version' | 'otherConstraints' | 'warnings' | 'activities'> & { activities: Omit<FetActivity, 'line'>[] }
/** 'new' is what FET 6 and 7 write; 'old' is what FET 3 and 4 wrote. */
export type FetDialect = 'new' | 'old'

/** A FET file of the dialect. The old one has no buildings, long names, locks or names of virtual rooms. */
export function writeFet(model: FetModel, dialect: FetDialect = 'new'): string {
  const body = [
    line('Institution_Name', model.institution), line('Comments', model.comments),
    dialect === 'new' ? newNames('Days_List', 'Day', 'Number_of_Days', model.days) : oldNames('Days_List', model.days),
    dialect === 'new' ? newNames('Hours_List', 'Hour', 'Number_of_Hours', model.hours) : oldNames('Hours_List', model.hours),
    list('Subjects_List', model.subjects.map((subject) => named('Subject', subject, dialect))),
    dialect === 'new'
      ? list('Activity_Tags_List', model.tags.map((tag) => named('Activity_Tag', tag, dialect)))
      : list('Subject_Tags_List', model.tags.map((tag) => named('Subject_Tag', tag, dialect))),
    list('Teachers_List', model.teachers.map((teacher) => named('Teacher', teacher, dialect))),
    list('Students_List', model.years.map((year) => students('Year', year, dialect,
      year.groups.map((group) => students('Group', group, dialect, group.subgroups.map((subgroup) => students('Subgroup', subgroup, dialect))))))),
    list('Activities_List', model.activities.map((activity) => activityXml(activity, dialect))),
    dialect === 'new' ? list('Buildings_List', model.buildings.map((building) => named('Building', building, dialect))) : '',
    list('Rooms_List', model.rooms.map((room) => roomXml(room, dialect))),
    list('Time_Constraints_List', [basic('Time', dialect), ...model.placements.flatMap((placement) => timeXml(placement, model, dialect))]),
    list('Space_Constraints_List', [basic('Space', dialect), ...model.placements.flatMap((placement) => placeXml(placement, dialect))]),
  ].filter((part) => part !== '').join('\n')
  return dialect === 'new'
    ? `<?xml version="1.0" encoding="UTF-8"?>\n<fet version="6.8.5">\n${body}\n</fet>\n`
    : `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE FET><FET version="4.3.1">\n${body}\n</FET>\n`
}

/** Signs that XML 1.0 cannot carry at all are left out. */
const clean = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
const escaped = (text: string) => clean(text)
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;').replaceAll('\r', '&#13;')
const line = (tag: string, value: string | number | boolean) => `<${tag}>${escaped(String(value))}</${tag}>`
const element = (tag: string, ...parts: string[]) => `<${tag}>\n${parts.filter((part) => part !== '').join('\n')}\n</${tag}>`
const list = (tag: string, items: readonly string[]) => element(tag, ...items)
const longName = (item: { longName: string }, dialect: FetDialect) => (dialect === 'new' ? line('Long_Name', item.longName) : '')

const named = (tag: string, item: { name: string; longName: string; comments: string }, dialect: FetDialect) =>
  element(tag, line('Name', item.name), longName(item, dialect), line('Comments', item.comments))
const newNames = (tag: string, each: string, count: string, items: FetModel['days']) =>
  list(tag, [line(count, items.length), ...items.map((item) => element(each, line('Name', item.name), line('Long_Name', item.longName), line('Comments', item.comments)))])
const oldNames = (tag: string, items: FetModel['days']) => list(tag, [line('Number', items.length), ...items.map((item) => line('Name', item.name))])
const students = (tag: string, item: FetStudents, dialect: FetDialect, inner: readonly string[] = []) =>
  element(tag, line('Name', item.name), longName(item, dialect), line('Number_of_Students', item.students), line('Comments', ''), ...inner)

function activityXml(activity: Omit<FetActivity, 'line'>, dialect: FetDialect): string {
  return element('Activity',
    ...activity.teachers.map((teacher) => line('Teacher', teacher)), line('Subject', activity.subject),
    ...activity.tags.map((tag) => line(dialect === 'new' ? 'Activity_Tag' : 'Subject_Tag', tag)),
    ...activity.students.map((set) => line('Students', set)),
    line('Duration', activity.duration), line('Total_Duration', activity.total), line('Id', activity.id), line('Activity_Group_Id', activity.groupId),
    dialect === 'old' ? line('Parity', activity.fortnightly ? 'biweekly' : 'weekly') : '',
    line('Active', activity.active), dialect === 'new' ? line('Comments', activity.comments) : '')
}

function roomXml(room: FetModel['rooms'][number], dialect: FetDialect): string {
  if (dialect === 'old') return element('Room', line('Name', room.name), line('Type', ''), room.capacity === null ? '' : line('Capacity', room.capacity))
  return element('Room', line('Name', room.name), line('Long_Name', room.longName), line('Building', room.building),
    room.capacity === null ? '' : line('Capacity', room.capacity), line('Virtual', room.virtual),
    room.virtual ? line('Number_of_Sets_of_Real_Rooms', 0) : '', line('Comments', ''))
}

const weightXml = (weight: number, dialect: FetDialect) =>
  dialect === 'new' ? line('Weight_Percentage', weight) : line('Weight', 1) + '\n' + line('Compulsory', weight >= 100 ? 'yes' : 'no')
const basic = (kind: 'Time' | 'Space', dialect: FetDialect) =>
  element(`ConstraintBasicCompulsory${kind}`, weightXml(100, dialect), dialect === 'new' ? line('Active', true) : '')

function timeXml(placement: FetPlacement, model: FetModel, dialect: FetDialect): string[] {
  if (placement.day === null || placement.hour === null) return []
  const where = [line('Activity_Id', placement.activityId), line('Preferred_Day', model.days[placement.day]!.name), line('Preferred_Hour', model.hours[placement.hour]!.name)]
  return [dialect === 'new'
    ? element('ConstraintActivityPreferredStartingTime', weightXml(placement.weight, dialect), ...where, line('Permanently_Locked', placement.locked), line('Active', true), line('Comments', ''))
    : element('ConstraintActivityPreferredTime', weightXml(placement.weight, dialect), ...where)]
}

function placeXml(placement: FetPlacement, dialect: FetDialect): string[] {
  if (placement.room === null) return []
  return [element('ConstraintActivityPreferredRoom', weightXml(placement.weight, dialect), line('Activity_Id', placement.activityId), line('Room', placement.room),
    placement.realRooms.length ? line('Number_of_Real_Rooms', placement.realRooms.length) : '', ...placement.realRooms.map((room) => line('Real_Room', room)),
    dialect === 'new' ? line('Permanently_Locked', placement.locked) : '', dialect === 'new' ? line('Active', true) : '')]
}

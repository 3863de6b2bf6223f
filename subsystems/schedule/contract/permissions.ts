import { permission, type Permission } from '@school/contract'

const staff = ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'] as const
const everyone = [...staff, 'parent', 'pupil'] as const
const office = ['schoolAdmin', 'principal', 'deputyHead'] as const

export const permissions: readonly Permission[] = [
  permission('schedule.calendar.read', { title: 'schedule.permission.read_calendar', roles: everyone, row: 'timetable.read' }),
  permission('schedule.calendar.put', { title: 'schedule.permission.put_calendar', roles: office, row: 'timetable.write' }),
  permission('schedule.load.read', { title: 'schedule.permission.read_load', roles: staff, row: 'timetable.read' }),
  permission('schedule.load.put', { title: 'schedule.permission.put_load', roles: office, row: 'timetable.write' }),
  permission('schedule.timetable.read', { title: 'schedule.permission.read_timetable', roles: staff, row: 'timetable.read' }),
  permission('schedule.timetable.put', { title: 'schedule.permission.put_timetable', roles: office, row: 'timetable.write' }),
  permission('schedule.lesson.read', { title: 'schedule.permission.read_lessons', roles: everyone, row: 'timetable.read' }),
  permission('schedule.lesson.change', { title: 'schedule.permission.change_lesson', roles: office, row: 'timetable.write' }),
  permission('schedule.import.run', { title: 'schedule.permission.import', roles: ['schoolAdmin'], row: 'registry.write' }),
  permission('schedule.roster.export', { title: 'schedule.permission.export', roles: ['schoolAdmin'], row: 'registry.write' }),
]

import { permission, type Permission } from '@school/contract'

const staff = ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'] as const
const office = ['schoolAdmin', 'principal', 'deputyHead'] as const

export const permissions: readonly Permission[] = [
  permission('planning.curriculum.read', { title: 'planning.permission.read_curricula', roles: staff, row: 'timetable.read' }),
  permission('planning.curriculum.put', { title: 'planning.permission.put_curricula', roles: office, row: 'timetable.write' }),
  permission('planning.load.read', { title: 'planning.permission.read_load', roles: office, row: 'timetable.write' }),
  permission('planning.load.put', { title: 'planning.permission.put_load', roles: office, row: 'timetable.write' }),
  permission('planning.programme.read', { title: 'planning.permission.read_programmes', roles: staff, row: 'lessonPlan' }),
  permission('planning.programme.put', { title: 'planning.permission.put_programmes', roles: staff, row: 'lessonPlan' }),
  permission('planning.year.open', { title: 'planning.permission.open_year', roles: office, row: 'timetable.write' }),
]

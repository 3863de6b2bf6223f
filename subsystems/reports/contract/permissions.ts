import { permission, type Permission } from '@school/contract'

/** A class teacher reads reports of the own class, a teacher those about the own lessons; the office reads all. */
export const permissions: readonly Permission[] = [
  permission('reports.list.read', { title: 'reports.permission.read_list', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], row: 'reports' }),
  permission('reports.class.read', { title: 'reports.permission.read_class', roles: ['schoolAdmin', 'principal', 'deputyHead', 'homeroomTeacher'], row: 'reports' }),
  permission('reports.teacher.read', { title: 'reports.permission.read_teacher', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], row: 'reports' }),
  permission('reports.school.read', { title: 'reports.permission.read_school', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'reports.school' }),
  permission('reports.journal.export', { title: 'reports.permission.export_journal', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'reports.school' }),
  permission('reports.record.keep', { title: 'reports.permission.keep_record', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'reports.school' }),
]

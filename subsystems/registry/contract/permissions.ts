import { permission, type Permission } from '@school/contract'

const write = { roles: ['schoolAdmin'], row: 'registry.write' } as const

export const permissions: readonly Permission[] = [
  permission('registry.region.read', { title: 'registry.permission.read_regions', roles: ['operator'], row: 'org.regions' }),
  permission('registry.region.open', { title: 'registry.permission.open_region', roles: ['operator'], row: 'org.regions' }),
  permission('registry.municipality.put', { title: 'registry.permission.put_municipality', roles: ['regionalCurator'], row: 'org.connect' }),
  permission('registry.school.open', { title: 'registry.permission.open_school', roles: ['regionalCurator', 'municipalCurator'], row: 'org.connect' }),
  permission('registry.overview.read', { title: 'registry.permission.read_overview', roles: ['operator', 'regionalCurator', 'municipalCurator'], row: 'statistics' }),
  permission('registry.school.read', { title: 'registry.permission.read_school', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher', 'parent', 'pupil'], row: 'registry.read' }),
  permission('registry.school.edit', { title: 'registry.permission.edit_school', ...write }),
  permission('registry.person.read', { title: 'registry.permission.read_people', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher', 'parent', 'pupil'], row: 'registry.read' }),
  permission('registry.person.correct', { title: 'registry.permission.correct_person', ...write }),
  permission('registry.person.history', { title: 'registry.permission.read_history', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'registry.read' }),
  permission('registry.merge.ask', { title: 'registry.permission.ask_merge', ...write }),
  permission('registry.merge.decide', { title: 'registry.permission.decide_merge', roles: ['regionalCurator', 'municipalCurator'], row: 'org.connect' }),
  permission('registry.employment.put', { title: 'registry.permission.employ', roles: ['schoolAdmin'], row: 'roles.grant' }),
  permission('registry.class.read', { title: 'registry.permission.read_classes', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], row: 'registry.read' }),
  permission('registry.class.put', { title: 'registry.permission.put_class', ...write }),
  permission('registry.class.rollOver', { title: 'registry.permission.roll_over', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'timetable.write' }),
  permission('registry.group.put', { title: 'registry.permission.put_group', ...write }),
  permission('registry.enrolment.put', { title: 'registry.permission.enrol', ...write }),
  permission('registry.guardianship.put', { title: 'registry.permission.put_guardianship', ...write }),
  permission('registry.place.read', { title: 'registry.permission.read_places', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], row: 'registry.read' }),
  permission('registry.place.put', { title: 'registry.permission.put_place', ...write }),
]

import type { Db, Read } from '@school/server'
import type { RegistryViews } from '../contract/views.ts'

export interface RegionTable { id: string; code: string; name: string; time_zone: string; opened_at: Date }
export interface MunicipalityTable { id: string; region_id: string; name: string; oktmo: string | null; time_zone: string; opened_at: Date }
export interface SchoolTable {
  id: string; municipality_id: string; kind: 'school' | 'college'; full_name: string; short_name: string; ogrn: string; inn: string; kpp: string
  address: string; phone: string; email: string; time_zone: string; opened_at: Date; revision: number
}
export interface PersonTable {
  id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string; gender: 'M' | 'F'; snils: string | null; esia_oid: string | null
  email: string | null; phone: string | null; created_at: Date; revision: number; merged_to: string | null
}
export interface GuardianshipTable {
  id: string; guardian_id: string; student_id: string; basis: 'parent' | 'adopter' | 'guardian' | 'custodian' | 'representative'; document: string; restricted: boolean
  valid_from: string; valid_to: string | null; revision: number
}
export type MergeState = 'asked' | 'done' | 'refused' | 'withdrawn' | 'undone'
export interface PersonMergeTable {
  id: string; kept_id: string; gone_id: string; state: MergeState; school_ids: string[]; school_id: string | null; municipality_id: string | null; region_id: string
  asked_school_id: string; asked_by: string; asked_at: Date; reason: string; decided_by: string | null; decided_at: Date | null; answer: string; undo_until: string | null
  before: unknown; undone_by: string | null; undone_at: Date | null; undo_reason: string
}
export interface BuildingTable { school_id: string; id: string; name: string; address: string }
export interface RoomTable { school_id: string; id: string; building_id: string | null; name: string; capacity: number | null }
export interface SubjectTable { school_id: string; id: string; name: string; short_name: string; kind: 'core' | 'extracurricular'; sort: number }
export interface EmploymentTable {
  school_id: string; id: string; person_id: string; role: 'schoolAdmin' | 'principal' | 'deputyHead' | 'teacher' | 'staff'; position: string; valid_from: string; valid_to: string | null; revision: number
}
export interface ClassTable {
  school_id: string; id: string; school_year: number; grade_level: number | null; course: number | null; letter: string; name: string; shift: number
  building_id: string | null; homeroom_teacher_id: string | null; previous_class_id: string | null; closed_on: string | null; revision: number
}
export interface GroupTable { school_id: string; id: string; school_year: number; kind: 'class' | 'subgroup' | 'crossClass' | 'combined'; name: string; revision: number }
export interface GroupMemberTable { school_id: string; group_id: string; student_id: string; valid_from: string; valid_to: string | null }
export interface EnrolmentTable {
  school_id: string; id: string; student_id: string; class_id: string; order_number: string; order_date: string | null; begun_by: 'enrolled' | 'transferred' | 'returned'
  valid_from: string; valid_to: string | null; end_reason: 'transferred' | 'otherSchool' | 'graduated' | 'expelled' | 'academicLeave' | 'familyEducation' | 'other' | null
  end_order_number: string; end_order_date: string | null; revision: number
}

export interface RegistryTables {
  'registry.region': RegionTable
  'registry.municipality': MunicipalityTable
  'registry.school': SchoolTable
  'registry.person': PersonTable
  'registry.guardianship': GuardianshipTable
  'registry.same_person': { record_id: string; other_id: string }
  'registry.person_merge': PersonMergeTable
  'registry.building': BuildingTable
  'registry.room': RoomTable
  'registry.subject': SubjectTable
  'registry.employment': EmploymentTable
  'registry.class_unit': ClassTable
  'registry.study_group': GroupTable
  'registry.group_class': { school_id: string; group_id: string; class_id: string }
  'registry.group_member': GroupMemberTable
  'registry.group_teacher': { school_id: string; group_id: string; teacher_id: string; valid_from: string; valid_to: string | null }
  'registry.enrolment': EnrolmentTable
}

/** All this room can see: its own tables and views. */
export type RegistryDb = Db<RegistryTables & RegistryViews>
export const registry = (read: Read) => read.db as unknown as RegistryDb

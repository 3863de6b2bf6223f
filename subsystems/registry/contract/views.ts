/** What other rooms may join: the registry's published views. Dates are school days, the last day inclusive. */
export interface RegistryViews {
  'registry.v_person': { id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string; gender: 'M' | 'F' }
  'registry.v_school': { id: string; municipality_id: string; region_id: string; kind: 'school' | 'college'; full_name: string; short_name: string; time_zone: string; opened_at: Date; municipality_name: string; region_name: string }
  'registry.v_region': { id: string; code: string; name: string; time_zone: string }
  'registry.v_municipality': { id: string; region_id: string; name: string; time_zone: string }
  /** Names only, over all schools. */
  'registry.v_class_name': { school_id: string; id: string; name: string }
  'registry.v_subject': { school_id: string; id: string; name: string; short_name: string; kind: 'core' | 'extracurricular'; sort: number }
  'registry.v_room': { school_id: string; id: string; building_id: string | null; name: string; capacity: number | null }
  'registry.v_class': { school_id: string; id: string; school_year: number; grade_level: number | null; course: number | null; letter: string; name: string; shift: number; building_id: string | null; homeroom_teacher_id: string | null; closed_on: string | null; previous_class_id: string | null }
  /** A whole class's group carries the id of its class. */
  'registry.v_group': { school_id: string; id: string; school_year: number; kind: 'class' | 'subgroup' | 'crossClass' | 'combined'; name: string }
  'registry.v_group_class': { school_id: string; group_id: string; class_id: string }
  'registry.v_group_member': { school_id: string; group_id: string; student_id: string; valid_from: string; valid_to: string | null }
  'registry.v_group_teacher': { school_id: string; group_id: string; teacher_id: string; valid_from: string; valid_to: string | null }
  'registry.v_enrolment': { school_id: string; id: string; student_id: string; class_id: string; valid_from: string; valid_to: string | null }
  'registry.v_enrolment_order': { school_id: string; id: string; student_id: string; class_id: string; valid_from: string; valid_to: string | null; begun_by: 'enrolled' | 'transferred' | 'returned'; order_number: string; order_date: string | null; end_reason: string | null; end_order_number: string; end_order_date: string | null }
  /** Over all schools. */
  'registry.v_taught_class': { person_id: string; school_id: string; class_id: string; valid_from: string; valid_to: string | null }
  'registry.v_employment': { school_id: string; id: string; person_id: string; role: 'schoolAdmin' | 'principal' | 'deputyHead' | 'teacher' | 'staff'; position: string; valid_from: string; valid_to: string | null }
  'registry.v_same_person': { record_id: string; other_id: string }
  /** Told for every record of guardian and pupil, where records were merged. */
  'registry.v_guardianship': { id: string; guardian_id: string; student_id: string; basis: string; restricted: boolean; valid_from: string; valid_to: string | null }
}

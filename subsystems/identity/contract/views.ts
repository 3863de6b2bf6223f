/** What other rooms may join: everything a person may act as, over all schools; the reader judges the dates. */
export interface IdentityViews {
  'identity.v_role': { person_id: string; role: string; scope_kind: string; scope_id: string; school_id: string | null; class_id: string | null; record_id: string; valid_from: string; valid_to: string | null }
  'identity.v_request': {
    school_id: string; id: string; kind: 'staff' | 'child' | 'pupil' | 'correction'; state: string; asked_by: string; about: unknown; matched_id: string | null; checked: string; mismatches: number; comparison: unknown
    created_at: Date; due_at: Date; expires_at: Date; escalated_at: Date | null; decided_at: Date | null; reason: string | null; revision: number
  }
  /** Who has ever signed in, and when last. */
  'identity.v_account': { person_id: string; first_at: Date; last_at: Date }
}

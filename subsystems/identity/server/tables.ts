import type { Db, Read } from '@school/server'
import type { RegistryViews } from '@school/registry/contract'
import type { IdentityViews } from '../contract/views.ts'

export interface SessionTable {
  id: string; person_id: string; acr: string; amr: string; esia_sid: string | null; created_at: Date; last_seen_at: Date; idle_minutes: number; ends_at: Date
  ip_net: string; device: string; shared: boolean; revoked_at: Date | null; revoke_reason: string | null
}
export interface SignInTable { state: string; cookie_hash: string; verifier: string; profile: 'staff' | 'parent' | 'pupil'; next_path: string; shared: boolean; created_at: Date; expires_at: Date }
export interface AccountTable { person_id: string; oid: string; first_at: Date; last_at: Date; profile: string }
export interface KidTable {
  parent_id: string; position: number; oid: string | null; last_name: string; first_name: string; middle_name: string | null; birth_date: string | null; snils: string | null; gender: string | null; seen_at: Date
}
export interface MergeCaseTable { id: string; at: Date; snils: string; known_id: string; came_oid: string; came: unknown; state: 'OPEN' | 'MOVED' | 'REFUSED'; decided_by: string | null; decided_at: Date | null; reason: string | null }
export interface StepUpTable {
  id: string; session_id: string; person_id: string; operation: string; about_id: string; text: string; created_at: Date; expires_at: Date; confirmed_at: Date | null
  signer: string | null; signature: string | null; used_at: Date | null; act_hash: string | null; verdict: unknown
}
export interface GrantTable {
  id: string; person_id: string; role: 'operator' | 'regionalCurator' | 'municipalCurator'; scope_kind: string; scope_id: string; valid_from: string; valid_to: string | null; granted_by: string; basis: string; revision: number
}
export interface ConsentDocumentTable { purpose: string; edition: number; title: string; body: string; hash: string; in_force_from: string; required: boolean; audience: 'everyone' | 'staff' | 'parent' | 'pupil' }
export interface ConsentTable {
  id: string; subject_id: string; given_by: string; purpose: string; edition: number; hash: string; given_at: Date; channel: string; esia_sid: string | null; withdrawn_at: Date | null
}
export interface RequestTable {
  school_id: string; id: string; kind: 'staff' | 'child' | 'pupil' | 'correction'; state: 'PENDING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'EXPIRED'; asked_by: string; about: unknown
  matched_id: string | null; comparison: unknown; checked: 'matched' | 'differs' | 'notFound' | 'noSnils' | 'document'; mismatches: number; created_at: Date; due_at: Date; expires_at: Date
  escalated_at: Date | null; decided_by: string | null; decided_at: Date | null; reason: string | null; revision: number
}
export interface RequestStepTable { school_id: string; request_id: string; id: string; at: Date; by_id: string | null; step: string; details: unknown }

export interface IdentityTables {
  'identity.session': SessionTable
  'identity.sign_in': SignInTable
  'identity.account': AccountTable
  'identity.esia_kid': KidTable
  'identity.merge_case': MergeCaseTable
  'identity.step_up': StepUpTable
  'identity.school_step': { school_id: string; step: string; at: Date }
  'identity.grant_of_role': GrantTable
  'identity.consent_document': ConsentDocumentTable
  'identity.consent': ConsentTable
  'identity.join_request': RequestTable
  'identity.join_request_step': RequestStepTable
}

/** All this room can see: its own tables and the views it may join. */
export type IdentityDb = Db<IdentityTables & IdentityViews & RegistryViews>
export const identity = (read: Read) => read.db as unknown as IdentityDb

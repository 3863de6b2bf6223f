export interface NoticeTable { id: string; person_id: string; kind: string; about: string; data: Record<string, unknown>; link: string; school_id: string | null; created_at: Date; read_at: Date | null }
export interface PushRuleTable { valid_from: string; quiet_from: string; quiet_until: string; urgent: string[] }
export interface PushWishTable { person_id: string; quiet: 'usual' | 'own' | 'none'; quiet_from: string | null; quiet_until: string | null; words: 'child' | 'kind' | 'none' }
export interface PushDeviceTable { id: string; person_id: string; session_id: string; endpoint: string; p256dh: string; auth: string; name: string; language: 'ru' | 'en'; added_at: Date; last_sent_at: Date | null }
export interface PushDueTable { device_id: string; notice_id: string; due_at: Date; attempts: number }
export interface NoticesTables {
  'notices.notice': NoticeTable; 'notices.silenced': { person_id: string; kind: string }
  'notices.push_rule': PushRuleTable; 'notices.push_wish': PushWishTable; 'notices.push_device': PushDeviceTable; 'notices.push_due': PushDueTable
}

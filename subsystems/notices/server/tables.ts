export interface NoticeTable { id: string; person_id: string; kind: string; about: string; data: Record<string, unknown>; link: string; school_id: string | null; created_at: Date; read_at: Date | null }
export interface NoticesTables { 'notices.notice': NoticeTable; 'notices.silenced': { person_id: string; kind: string } }

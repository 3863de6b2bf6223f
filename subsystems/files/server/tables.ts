export interface BlobTable { hash: string; size: number; type: string; refs: number; orphan_since: Date | null; added_at: Date }
export interface SpaceTable { id: string; kind: 'person' | 'class' | 'school'; school_id: string | null; bytes: number }
export interface NodeTable {
  id: string; space_id: string; parent_id: string; path: string[]; kind: 'folder' | 'file'; name: string; name_key: string; version_id: string | null; size: number; type: string; revision: number
  made_by: string; made_at: Date; changed_by: string; changed_at: Date; trashed_at: Date | null; trashed_by: string | null; trash_root: string | null
}
export interface VersionTable { id: string; node_id: string; number: number; blob: string; size: number; type: string; made_by: string; made_at: Date }
export interface ShareTable { id: string; node_id: string; audience: string; rights: 'view' | 'edit'; expires_at: Date | null; made_by: string; made_at: Date }
export interface UploadTable { id: string; person_id: string; folder_id: string; folders: string[]; node_id: string | null; name: string; size: number; received: number; begun_at: Date; expires_at: Date }
export interface RuleTable { valid_from: string; largest_bytes: number; trash_days: number; orphan_hours: number; upload_hours: number }
export interface FilesTables {
  'files.blob': BlobTable; 'files.space': SpaceTable; 'files.node': NodeTable; 'files.version': VersionTable; 'files.share': ShareTable
  'files.star': { person_id: string; node_id: string }; 'files.recent': { person_id: string; node_id: string; at: Date }
  'files.upload': UploadTable; 'files.quota': { valid_from: string; kind: string; bytes: number }; 'files.rule': RuleTable
}

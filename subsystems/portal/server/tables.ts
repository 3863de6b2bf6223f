import type { Kind, Level } from '../contract/news.ts'

export interface ItemTable {
  id: string; kind: Kind; level: Level; scope_id: string; title: string; text: string; href: string | null; audience: string[] | null; pinned: boolean; show_from: string; show_to: string | null
  published: boolean; published_at: Date | null; revision: number; changed_by: string; changed_at: Date; announced_at: Date | null
}
export interface PortalTables { 'portal.item': ItemTable }

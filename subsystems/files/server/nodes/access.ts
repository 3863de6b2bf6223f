import { notFound, type Read } from '@school/server'
import type { NodeTable } from '../tables.ts'
import { standingOf, type Standing } from './standing-store.ts'

declare const granted: unique symbol
/** A node fetched through `readableNode`. */
export type ReadableNode = NodeTable & { readonly right: number; readonly rooted: number; readonly [granted]: 'read' }
/** A file whose content may be replaced. */
export type WritableNode = ReadableNode & { readonly [granted]: 'read'; readonly writable: true }
/** A node that may be renamed, moved and removed: its folder may be changed. */
export type ChangeableNode = WritableNode & { readonly changeable: true }
/** A folder or a root into which this person may put things. */
export interface OpenFolder { readonly id: string; readonly spaceId: string; readonly path: readonly string[]; readonly rooted: boolean; readonly [granted]: 'fill' }

/**
 * What a person may do with the node `n`: 2 change, 1 read, 0 nothing. `rooted` is what follows from its root alone.
 * Parameters: $1 roots to change, $2 roots to read, $3 audiences, $4 now.
 */
export const rooted = '(case when n.space_id = any($1::uuid[]) then 2 when n.space_id = any($2::uuid[]) then 1 else 0 end)'
export const shared = `coalesce((select max(case s.rights when 'edit' then 2 else 1 end) from files.share s
  where s.node_id = any(n.path) and s.audience = any($3::text[]) and (s.expires_at is null or s.expires_at > $4::timestamptz)), 0)`
export const right = `greatest(${rooted}, ${shared})`
export const standingValues = (read: Read, st: Standing): unknown[] => [st.edits, st.views, st.audiences, read.now]

type RightRow = NodeTable & { right: number; rooted: number; parent_right: number }
export const parentRight = `greatest(${rooted}, case when n.parent_id = n.space_id then 0 else coalesce((select max(case s.rights when 'edit' then 2 else 1 end) from files.share s
  where s.node_id = any(n.path) and s.node_id <> n.id and s.audience = any($3::text[]) and (s.expires_at is null or s.expires_at > $4::timestamptz)), 0) end)`

const select = (read: Read, st: Standing, ids: readonly string[], trashed: boolean) => read.rows<RightRow>(
  `select n.*, ${right} as right, ${rooted} as rooted, ${parentRight} as parent_right from files.node n where n.id = any($5::uuid[]) and (n.trashed_at is not null) = $6 order by n.id`,
  [...standingValues(read, st), ids, trashed])

export const standing = (read: Read): Promise<Standing> => standingOf(read, read.by.personId)

/** A node this person may read; in the trash nothing can be read. */
export async function readableNode(read: Read, st: Standing, id: string): Promise<ReadableNode & { readonly changes: boolean }> {
  const [row] = await select(read, st, [id], false)
  if (!row || row.right < 1) throw notFound()
  return { ...row, changes: row.parent_right === 2 } as unknown as ReadableNode & { changes: boolean }
}

/** All of these nodes, or none: one that may not be read looks like one that is not there. */
export async function readableNodes(read: Read, st: Standing, ids: readonly string[]): Promise<ReadableNode[]> {
  const rows = await select(read, st, ids, false)
  if (rows.length < new Set(ids).size || rows.some((row) => row.right < 1)) throw notFound()
  return rows as unknown as ReadableNode[]
}

export async function writableNode(read: Read, st: Standing, id: string): Promise<WritableNode> {
  const row = await readableNode(read, st, id)
  if (row.right < 2) throw notFound()
  return row as unknown as WritableNode
}

/** Nodes whose folder this person may change. */
export async function changeableNodes(read: Read, st: Standing, ids: readonly string[]): Promise<ChangeableNode[]> {
  const rows = await select(read, st, ids, false)
  if (rows.length < new Set(ids).size || rows.some((row) => row.parent_right < 2)) throw notFound()
  return rows as unknown as ChangeableNode[]
}

/** What this person, or their class or school, put into the trash. */
export async function trashedNodes(read: Read, st: Standing, ids: readonly string[]): Promise<ChangeableNode[]> {
  const rows = (await select(read, st, ids, true)).filter((row) => row.rooted === 2 && row.trash_root === row.id)
  if (rows.length < new Set(ids).size) throw notFound()
  return rows as unknown as ChangeableNode[]
}

/** A node whose shares this person decides on: it lies in a root they may change. */
export async function shareableNode(read: Read, st: Standing, id: string): Promise<ChangeableNode> {
  const row = await readableNode(read, st, id)
  if (row.rooted < 2) throw notFound()
  return row as unknown as ChangeableNode
}

/** The right to a folder or a root: 2 change, 1 read. */
export async function readableFolder(read: Read, st: Standing, id: string): Promise<{ node: ReadableNode | null; right: number }> {
  if (st.edits.includes(id)) return { node: null, right: 2 }
  if (st.views.includes(id)) return { node: null, right: 1 }
  const node = await readableNode(read, st, id)
  if (node.kind !== 'folder') throw notFound()
  return { node, right: node.right }
}

export async function openFolder(read: Read, st: Standing, id: string): Promise<OpenFolder> {
  const { node, right: may } = await readableFolder(read, st, id)
  if (may < 2) throw notFound()
  return (node ? { id, spaceId: node.space_id, path: node.path, rooted: node.rooted === 2 } : { id, spaceId: id, path: [id], rooted: true }) as unknown as OpenFolder
}

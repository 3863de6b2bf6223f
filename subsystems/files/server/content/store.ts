import type { Read } from '@school/server'
import type { NodeTable } from '../tables.ts'

export interface ContentRow { node_id: string; name: string; version_id: string; blob: string; size: number; type: string }
/** The bytes of a version of a file; without one, of the newest. */
export const findContent = async (read: Read, nodeId: string, versionId: string | null) => (await read.rows<ContentRow>(`
  select n.id as node_id, n.name, v.id as version_id, v.blob, v.size, v.type from files.node n join files.version v on v.node_id = n.id and v.id = coalesce($2::uuid, n.version_id) where n.id = $1 and n.trashed_at is null`, [nodeId, versionId]))[0]

export type PackedRow = Pick<NodeTable, 'id' | 'path' | 'kind' | 'name' | 'size' | 'changed_at'> & { blob: string | null }
/** Everything below some nodes, parents first, with the bytes of the newest versions. */
export const listPacked = (read: Read, ids: readonly string[], limit: number) => read.rows<PackedRow>(`
  select n.id, n.path, n.kind, n.name, n.size, n.changed_at, v.blob from files.node n left join files.version v on v.id = n.version_id
  where n.path && $1::uuid[] and n.trashed_at is null order by cardinality(n.path), n.name_key limit $2`, [ids, limit])

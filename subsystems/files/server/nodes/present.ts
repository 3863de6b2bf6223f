import type { Node, Space, Version } from '../../contract/nodes.ts'
import { fileKindOf } from '../blobs/sniff.ts'
import type { ListedNode, SpaceRow, VersionRow } from './list-store.ts'

export const presentNode = (row: ListedNode): Node => ({
  id: row.id, parentId: row.parent_id, spaceId: row.space_id, kind: row.kind, name: row.name, fileKind: row.kind === 'folder' ? 'folder' : fileKindOf(row.type), size: row.size, revision: row.revision,
  changedAt: row.changed_at.toISOString(), changedBy: row.changer ?? '', starred: row.starred, shared: row.shared, trashedAt: row.trashed_at?.toISOString() ?? null, place: row.place,
  can: { change: row.parent_right === 2, write: row.right === 2, share: row.rooted === 2 && row.trashed_at === null },
})

export const presentSpace = (row: SpaceRow, right: 'view' | 'edit', quota: number): Space => ({ id: row.id, kind: row.kind, name: row.name ?? '', right, used: row.bytes, quota })

export const presentVersion = (row: VersionRow): Version => ({ id: row.id, number: row.number, size: row.size, madeAt: row.made_at.toISOString(), madeBy: row.maker ?? '', current: row.current })

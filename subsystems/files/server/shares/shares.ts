import { createHash, randomBytes } from 'node:crypto'
import { addresses, type Role } from '@school/contract'
import { rightsChanged } from '@school/registry/contract'
import { dayIn } from '@school/registry/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { shareChanged } from '../../contract/facts.ts'
import type { Right } from '../../contract/nodes.ts'
import type { Share, ShareTo } from '../../contract/shares.ts'
import type { ChangeableNode } from '../nodes/access.ts'
import type { Standing } from '../nodes/standing-store.ts'
import { followersOf } from '../nodes/tell.ts'
import { audienceOf, isOfAge, linkAge, rolesReached } from './rules.ts'
import { changeShare, deleteShare, findBirthDate, findShare, findShareAnywhere, listReaders, saveShare, type ShareRow } from './store.ts'

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether this person may share by link: not before fourteen, unless by then they work here. */
export async function mayLink(read: Read, st: Standing): Promise<boolean> {
  if (!st.isPupil || st.isStaff) return true
  const born = await findBirthDate(read, st.personId)
  return born !== undefined && isOfAge(born, dayIn('Europe/Moscow', read.now), linkAge)
}

interface Given { readonly to: ShareTo; readonly right: Right; readonly expiresAt: string | null }

/** Shares a node, or changes a share: the secret of a link is told once, when it is made. */
export async function share(work: Work, st: Standing, node: ChangeableNode, id: string, { to, right, expiresAt }: Given): Promise<Share> {
  const until = expiresAt === null ? null : new Date(expiresAt)
  if (until && !(until > work.now)) throw new Problem(409, 'files.expiry_past', { field: 'expiresAt' })
  if (to.kind === 'link' && !await mayLink(work, st)) throw new Problem(409, 'files.link_minor', { age: linkAge })
  if (!await reaches(work, st, to)) throw new Problem(409, 'files.not_reachable')
  const before = await findShare(work, node.id, id)
  if (!before && await findShareAnywhere(work, id)) throw notFound()
  const secret = randomBytes(24).toString('base64url')
  const rights = to.kind === 'link' ? 'view' as const : right // strangers never write
  if (before) {
    if (to.kind !== 'link' && before.audience !== audienceOf(to, '')) throw notFound()
    await changeShare(work, id, rights, until)
  } else if (!await saveShare(work, { id, node_id: node.id, audience: audienceOf(to, hashOfSecret(secret)), rights, expires_at: until })) throw new Problem(409, 'files.shared_already')
  const after = (await findShare(work, node.id, id))!
  work.audit('files.share.put', { about: node.id, before: before ? traceOf(before) : null, after: traceOf(after) })
  tellShare(work, node, after.audience)
  return presentShare(after, before || to.kind !== 'link' ? null : `/shared/${secret}`)
}

/** Ends a share at once: whoever looks at the node finds it gone at the next request. */
export async function unshare(work: Work, node: ChangeableNode, id: string): Promise<void> {
  const before = await findShare(work, node.id, id)
  if (!before) throw notFound()
  await deleteShare(work, id)
  work.audit('files.share.remove', { about: node.id, before: traceOf(before) })
  tellShare(work, node, before.audience)
}

/** The secret of a link is no business of a trace. */
const traceOf = ({ audience, rights, expires_at }: ShareRow) => ({ audience: audience.startsWith('link:') ? 'link' : audience, rights, expiresAt: expires_at?.toISOString() ?? null })

function tellShare(work: Work, node: ChangeableNode, audience: string): void {
  const [kind, personId] = audience.split(':')
  work.announce(shareChanged, { nodeId: node.id }, [...node.path.map(followersOf), ...(kind === 'person' ? [addresses.person(personId!)] : [])])
  // Pages that heard of the node because of this share hear no more, or begin to.
  if (kind === 'person') work.announce(rightsChanged, { personId: personId! }, [])
}

/** Whether somebody, a class or a role is within reach of this person. */
async function reaches(read: Read, st: Standing, to: ShareTo): Promise<boolean> {
  if (to.kind === 'link') return true
  if (to.kind === 'class') return st.classes.includes(to.classId) || st.edits.includes(to.classId)
  if (to.kind === 'role') return st.schools.includes(to.schoolId) && rolesReached(st.isStaff).includes(to.role)
  return (await listReaders(read, { ...reachOf(st), words: '', id: to.personId, limit: 1 })).length === 1
}

export const reachOf = (st: Standing) => ({ schools: st.schools, roles: rolesReached(st.isStaff), classes: st.isPupil ? st.classes : [], but: st.personId })

function toOf(audience: string): ShareTo {
  const [kind, id = '', role] = audience.split(':')
  if (kind === 'person') return { kind, personId: id }
  if (kind === 'class') return { kind, classId: id }
  return kind === 'role' ? { kind, schoolId: id, role: role as Role } : { kind: 'link' }
}

export function presentShare(row: ShareRow, link: string | null = null): Share {
  const [kind, , role] = row.audience.split(':')
  return { id: row.id, to: toOf(row.audience), kind: kind as Share['kind'], name: row.name ?? '', role: kind === 'role' ? role! : null, right: row.rights, expiresAt: row.expires_at?.toISOString() ?? null, link }
}

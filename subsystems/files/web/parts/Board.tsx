import { AskOnce, BulkBar, Button, IconArrowBackUp, IconDownload, IconFolderSymlink, IconTrash, ShowMore, Waiting, type Sort } from '@school/ui'
import { late, ProblemNote, useAddress, useTo, type ProblemError } from '@school/web'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Node, Space } from '../../contract/nodes.ts'
import { NodeGrid, NodeList } from './NodeList.tsx'
import { NameDialog } from './NameDialog.tsx'
import { NodeMenu, type Asked } from './NodeMenu.tsx'
import { uploader } from './send/uploader.ts'
import { addressOfDownload, useActs } from './use-acts.ts'
import { useT } from './words.ts'

const MoveDialog = late(() => import('./MoveDialog.tsx').then((one) => one.MoveDialog))
const VersionsDialog = late(() => import('./VersionsDialog.tsx').then((one) => one.VersionsDialog))
const PreviewDialog = late(() => import('./PreviewDialog.tsx').then((one) => one.PreviewDialog))
const ShareDialog = late(() => import('./share/ShareDialog.tsx').then((one) => one.ShareDialog))

export interface Found { readonly rows: readonly Node[] | undefined; readonly error: unknown; readonly retry: () => void; readonly busy: boolean; readonly more: (() => void) | undefined }
interface Props { found: Found; label: string; empty: ReactNode; places: boolean; grid: boolean; spaces: readonly Space[]; home: string; sort?: Sort; onSort?: (sort: Sort) => void }

/** Nodes with everything that can be done to them: opened, selected, walked with keys, asked about in dialogs. */
export function Board({ found, label, empty, places, grid, spaces, home, ...order }: Props) {
  const t = useT()
  const to = useTo()
  const [, go] = useAddress()
  const acts = useActs()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [asked, setAsked] = useState<{ what: Asked; nodes: readonly Node[] } | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const rows = found.rows
  const chosen = rows?.filter((one) => selected.has(one.id)) ?? []
  const clear = () => setSelected(new Set())
  const close = () => setAsked(null)
  const ask = (what: Asked, ...nodes: readonly Node[]) => { acts.rename.reset(); setAsked({ what, nodes }); if (what === 'newVersion') file.current?.click() }
  const open = (node: Node) => { if (node.trashedAt !== null) return; if (node.kind === 'folder') go(to(`/files/in/${node.id}`)); else ask('show', node) }
  const trash = (nodes: readonly Node[]) => { acts.trash.mutate({ body: { ids: nodes.map((one) => one.id) } }); clear() }
  const menu = (node: Node) => (
    <NodeMenu node={node} onAsk={ask} onStar={() => acts.star.mutate({ params: { nodeId: node.id }, body: { starred: !node.starred } })} onTrash={() => trash([node])}
      onRestore={() => acts.restore.mutate({ body: { ids: [node.id] } })} {...(places && node.place !== null ? { placeHref: to(`/files/in/${node.parentId}`) } : {})} />
  )
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('dialog, [popover], input:not([type=checkbox])')) return
    if (event.key === 'Escape' && selected.size > 0) clear()
    else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA' && rows) { event.preventDefault(); setSelected(new Set(rows.map((one) => one.id))) }
    else if (event.key === 'Delete' && chosen.length > 0 && chosen.every((one) => one.can.change && one.trashedAt === null)) trash(chosen)
    else if (event.key === 'F2' && chosen.length === 1 && chosen[0]!.can.change) ask('rename', chosen[0]!)
  }
  const shared = { label, selected, onSelect: setSelected, onOpen: open, menu }
  return (
    <div role="presentation" onKeyDown={press} style={{ display: 'contents' }}>
      {found.error ? <ProblemNote problem={found.error} retry={found.retry} /> : !rows ? <Waiting rows={8} height={52} /> : rows.length === 0 ? empty
        : grid ? <NodeGrid rows={rows} {...shared} /> : <NodeList rows={rows} empty={empty} places={places} {...shared} {...order} />}
      {rows && found.more ? <ShowMore shown={rows.length} busy={found.busy} onMore={found.more} /> : null}
      {chosen.length > 0 ? <Bar chosen={chosen} onClear={clear} onAsk={(what) => ask(what, ...chosen)} onTrash={() => trash(chosen)} onRestore={() => { acts.restore.mutate({ body: { ids: chosen.map((one) => one.id) } }); clear() }} /> : null}
      <input ref={file} type="file" hidden aria-label={t.newVersion} onChange={({ target }) => { const [node] = asked?.nodes ?? []; if (node && target.files?.[0]) uploader.add([{ file: target.files[0], path: '', folderId: node.parentId, nodeId: node.id }]); target.value = ''; close() }} />
      {asked && asked.what !== 'newVersion' ? <Question asked={asked} rows={rows ?? []} acts={acts} spaces={spaces} home={home} onOpen={(node) => ask('show', node)} onClose={close} onDone={() => { close(); clear() }} /> : null}
    </div>
  )
}

interface BarProps { chosen: readonly Node[]; onClear: () => void; onAsk: (what: Asked) => void; onTrash: () => void; onRestore: () => void }

function Bar({ chosen, onClear, onAsk, onTrash, onRestore }: BarProps) {
  const t = useT()
  const changes = chosen.every((one) => one.can.change)
  if (chosen.some((one) => one.trashedAt !== null)) {
    return <BulkBar title={t.selected(chosen.length)}><Button look="text" onClick={onClear}>{t.clear}</Button><Button icon={<IconArrowBackUp size={18} />} onClick={onRestore}>{t.restore}</Button><Button look="danger" icon={<IconTrash size={18} />} onClick={() => onAsk('purge')}>{t.purge}</Button></BulkBar>
  }
  return (
    <BulkBar title={t.selected(chosen.length)}>
      <Button look="text" onClick={onClear}>{t.clear}</Button>
      <Button icon={<IconDownload size={18} />} href={addressOfDownload(chosen)}>{t.download}</Button>
      <Button icon={<IconFolderSymlink size={18} />} onClick={() => onAsk('move')}>{changes ? t.move : t.copy}</Button>
      {changes ? <Button look="danger" icon={<IconTrash size={18} />} onClick={onTrash}>{t.remove}</Button> : null}
    </BulkBar>
  )
}

interface QuestionProps { asked: { what: Asked; nodes: readonly Node[] }; rows: readonly Node[]; acts: ReturnType<typeof useActs>; spaces: readonly Space[]; home: string; onOpen: (node: Node) => void; onClose: () => void; onDone: () => void }

/** The dialog of an act that needs an answer. */
function Question({ asked: { what, nodes }, rows, acts, spaces, home, onOpen, onClose, onDone }: QuestionProps) {
  const t = useT()
  const [node] = nodes
  if (!node) return null
  const ids = nodes.map((one) => one.id)
  const fresh = rows.find((one) => one.id === node.id) ?? node
  switch (what) {
    case 'rename': return <NameDialog title={t.rename} label={node.kind === 'folder' ? t.folderName : t.fileName} act={t.save} value={node.name} busy={acts.rename.isPending} problem={acts.rename.error as ProblemError | null} onClose={onClose} onSave={(name) => acts.rename.mutate({ params: { nodeId: node.id }, body: { name, basedOn: fresh.revision } }, { onSuccess: onClose })} />
    case 'move': return <MoveDialog nodes={nodes} start={node.can.change ? node.parentId : home} spaces={spaces} busy={acts.move.isPending || acts.copy.isPending} onClose={onClose} onMove={(folderId) => acts.move.mutate({ body: { ids, folderId } }, { onSuccess: onDone })} onCopy={(folderId) => acts.copy.mutate({ body: { ids, folderId } }, { onSuccess: onDone })} />
    case 'share': return <ShareDialog node={fresh} onClose={onClose} />
    case 'versions': return <VersionsDialog node={fresh} onClose={onClose} />
    case 'show': return <PreviewDialog node={fresh} others={rows.filter((one) => one.kind === 'file')} onOpen={onOpen} onClose={onClose} />
    case 'purge': return <AskOnce open onClose={onClose} title={t.purge} act={t.purge} cancel={t.cancel} danger busy={acts.purge.isPending} onAct={() => acts.purge.mutate({ body: { ids } }, { onSuccess: onDone })}>{t.purgeText(nodes.length, node.name)}</AskOnce>
    case 'newVersion': return null
  }
}

import { Button, Dialog, Empty, IconChevronRight, IconFolderUp, Waiting } from '@school/ui'
import { ask, ProblemNote, usePages, useQuery } from '@school/web'
import { useState } from 'react'
import { getFolder, listFolder, type Node, type Space } from '../../contract/nodes.ts'
import css from './Files.module.css'
import { KindSign } from './KindSign.tsx'
import { useT } from './words.ts'

interface Props { nodes: readonly Node[]; start: string; spaces: readonly Space[]; busy: boolean; onMove: (folderId: string) => void; onCopy: (folderId: string) => void; onClose: () => void }

/** Chooses the folder into which something is moved or copied, from any root that may be changed. */
export function MoveDialog({ nodes, start, spaces, busy, onMove, onCopy, onClose }: Props) {
  const t = useT()
  const [at, setAt] = useState<string | null>(start)
  const movable = nodes.every((one) => one.can.change)
  return (
    <Dialog open onClose={onClose} title={t.chooseFolder} foot={
      <><Button onClick={onClose}>{t.cancel}</Button><Button busy={busy} disabled={at === null} onClick={() => at && onCopy(at)}>{t.copyHere}</Button>{movable ? <Button look="primary" busy={busy} disabled={at === null} onClick={() => at && onMove(at)}>{t.moveHere}</Button> : null}</>}>
      {at === null ? <Roots spaces={spaces} onOpen={setAt} /> : <Inside at={at} hidden={new Set(nodes.map((one) => one.id))} onOpen={setAt} />}
    </Dialog>
  )
}

function Roots({ spaces, onOpen }: { spaces: readonly Space[]; onOpen: (id: string) => void }) {
  const t = useT()
  return (
    <div className={css.folders}>
      {spaces.filter((one) => one.right === 'edit').map((one) => <button key={one.id} type="button" onClick={() => onOpen(one.id)}><KindSign kind="folder" /><span>{one.kind === 'person' ? t.own : one.name}</span><span className="push" /><IconChevronRight size={16} /></button>)}
    </div>
  )
}

function Inside({ at, hidden, onOpen }: { at: string; hidden: ReadonlySet<string>; onOpen: (id: string | null) => void }) {
  const t = useT()
  const folder = useQuery(ask(getFolder, { params: { folderId: at } }))
  const found = usePages(listFolder, { params: { folderId: at }, query: { limit: 200 } })
  if (found.error) return <ProblemNote problem={found.error} retry={found.retry} />
  const folders = found.rows?.filter((one) => one.kind === 'folder' && !hidden.has(one.id))
  return (
    <>
      <p className="small muted">{folder.data?.crumbs.map((one, i) => (i === 0 && folder.data.own ? t.own : one.name)).join(' / ')}</p>
      <div className={css.folders}>
        <button type="button" onClick={() => onOpen(folder.data?.crumbs.at(-2)?.id ?? null)}><span className={css.sign}><IconFolderUp size={22} /></span>{t.up}</button>
        {folders === undefined ? <Waiting rows={3} /> : folders.length === 0 ? <Empty compact>{t.noFolders}</Empty>
          : folders.map((one) => <button key={one.id} type="button" onClick={() => onOpen(one.id)}><KindSign kind="folder" /><span>{one.name}</span><span className="push" /><IconChevronRight size={16} /></button>)}
      </div>
    </>
  )
}

import { cx, DataTable, IconShare, IconStar, Tick, type Column, type Sort } from '@school/ui'
import { bytesText, useTo, whenText } from '@school/web'
import type { ReactNode } from 'react'
import type { Node } from '../../contract/nodes.ts'
import css from './Files.module.css'
import { KindSign } from './KindSign.tsx'
import { ownZone, useT } from './words.ts'

interface Props {
  rows: readonly Node[] | undefined
  empty: ReactNode
  label: string
  /** Shows where each lies, outside of its folder. */
  places: boolean
  selected: ReadonlySet<string>
  onSelect: (selected: Set<string>) => void
  onOpen: (node: Node) => void
  menu: (node: Node) => ReactNode
  sort?: Sort
  onSort?: (sort: Sort) => void
}

/** Folders and files as a table; on a phone as rows. */
export function NodeList({ rows, empty, label, places, selected, onSelect, onOpen, menu, ...order }: Props) {
  const t = useT()
  const isTrash = rows?.[0]?.trashedAt != null
  const columns: Column<Node>[] = [
    { key: 'name', head: t.name, names: true, sortable: true, cell: (node) => <span className={css.name}><KindSign kind={node.fileKind} /><span>{node.name}</span><Marks node={node} /></span> },
    ...(places ? [{ key: 'place', head: t.where, width: 180, cell: (node: Node) => node.place ?? t.own }] : []),
    { key: 'changed', head: isTrash ? t.trashedAt : t.changed, width: 230, sortable: true, cell: (node) => <span className="muted">{whenText(node.trashedAt ?? node.changedAt, ownZone())}{node.changedBy ? `, ${node.changedBy}` : ''}</span> },
    { key: 'size', head: t.size, width: 90, align: 'right', sortable: true, cell: (node) => <span className="muted nowrap">{node.kind === 'file' ? bytesText(node.size) : '—'}</span> },
    { key: 'acts', head: <span className="only-spoken">{t.actions}</span>, width: 48, align: 'right', cell: (node) => <span role="presentation" onClick={(event) => event.stopPropagation()}>{menu(node)}</span> },
  ]
  return (
    <DataTable caption={label} columns={columns} rows={rows} rowKey={(node) => node.id} empty={empty} selected={selected} onSelect={onSelect} rowLabel={(node) => node.name} onOpen={onOpen} {...order}
      phone={(node) => (
        <div className={css.phoneRow}>
          <Opener node={node} onOpen={onOpen}><KindSign kind={node.fileKind} /><span style={{ minWidth: 0 }}><b>{node.name}</b><small>{whenText(node.trashedAt ?? node.changedAt, ownZone())}{node.kind === 'file' ? ` · ${bytesText(node.size)}` : ''}</small></span></Opener>
          <Marks node={node} /><span>{menu(node)}</span>
        </div>
      )} />
  )
}

function Marks({ node }: { node: Node }) {
  const t = useT()
  if (!node.starred && !node.shared) return null
  return <span className={css.marks}>{node.starred ? <><IconStar className={css.starred} /><span className="only-spoken">{t.starredMark}</span></> : null}{node.shared ? <><IconShare /><span className="only-spoken">{t.sharedMark}</span></> : null}</span>
}

/** A folder is a link with its own address; a file is opened over the list. */
function Opener({ node, onOpen, children }: { node: Node; onOpen: (node: Node) => void; children: ReactNode }) {
  const to = useTo()
  return node.kind === 'folder' && node.trashedAt === null ? <a href={to(`/files/in/${node.id}`)} data-plain="">{children}</a> : <button type="button" onClick={() => onOpen(node)}>{children}</button>
}

/** Folders and files as tiles. */
export function NodeGrid({ rows, label, selected, onSelect, onOpen, menu }: Omit<Props, 'rows' | 'places' | 'empty'> & { rows: readonly Node[] }) {
  const t = useT()
  const toggle = (id: string) => (on: boolean) => { const next = new Set(selected); if (on) next.add(id); else next.delete(id); onSelect(next) }
  return (
    <ul className={css.grid} aria-label={label}>
      {rows.map((node) => (
        <li key={node.id} className={css.tile} data-selected={selected.has(node.id)}>
          <Opener node={node} onOpen={onOpen}>
            <span className={css.cover}><KindSign kind={node.fileKind} size={40} /></span>
            <b className="two-lines">{node.name}</b>
            <p>{node.kind === 'file' ? bytesText(node.size) : t.kindNames.folder} <Marks node={node} /></p>
          </Opener>
          <span className={cx(css.pick)}><Tick label={node.name} checked={selected.has(node.id)} onChange={toggle(node.id)} /></span><span className={css.acts}>{menu(node)}</span>
        </li>
      ))}
    </ul>
  )
}

import { Button, Empty, IconChevronRight, PageHeader, QuickSelect, Segmented, type Sort } from '@school/ui'
import { ask, Loaded, usePages, useQuery, useTo, useUrlValue } from '@school/web'
import { useState, type DragEvent, type ReactNode } from 'react'
import { newId } from '@school/contract'
import { getFolder, listFolder, listSpaces, listView, type Space } from '../../contract/nodes.ts'
import { Board } from '../parts/Board.tsx'
import css from '../parts/Files.module.css'
import { NameDialog } from '../parts/NameDialog.tsx'
import { AddMenu } from '../parts/send/AddMenu.tsx'
import { droppedBy } from '../parts/send/pick.ts'
import { UploadPanel } from '../parts/send/UploadPanel.tsx'
import { uploader } from '../parts/send/uploader.ts'
import { Side, views, type View } from '../parts/Side.tsx'
import { useActs } from '../parts/use-acts.ts'
import { useT } from '../parts/words.ts'

/** «Мои файлы»: places at the left, a folder or a view beside them, uploads below. */
export function Files({ folderId, view }: { folderId?: string; view?: string }) {
  const spaces = useQuery(ask(listSpaces, {}))
  const known = views.find((one) => one === view)
  return (
    <Loaded query={spaces}>
      {(found) => {
        const own = found.spaces[0]!.id
        const at = folderId ?? own
        return (
          <div className={css.page}>
            <Side spaces={found.spaces} current={known ?? at} />
            <div className={css.main}>
              {known ? <ViewOf key={known} view={known} spaces={found.spaces} own={own} trashDays={found.trashDays} /> : <FolderOf key={at} id={at} spaces={found.spaces} own={own} />}
              <UploadPanel />
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

interface PlaceProps { spaces: readonly Space[]; own: string }

function ViewOf({ view, spaces, own, trashDays }: PlaceProps & { view: View; trashDays: number }) {
  const t = useT()
  const [look, setLook] = useLook()
  const found = usePages(listView, { params: { view }, query: {} })
  return (
    <div className={css.body}>
      <PageHeader title={t.views[view]} {...(view === 'trash' ? { sub: t.trashNote(trashDays) } : {})} actions={<Looks value={look} onChange={setLook} />} />
      <Board found={found} label={t.views[view]} places grid={look === 'grid'} spaces={spaces} home={own} empty={<div className={`${css.empty} squares`}><Empty>{t.emptyView[view]}</Empty></div>} />
    </div>
  )
}

const useLook = () => useUrlValue('look', 'list')
function Looks({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT()
  return <Segmented label={t.look} value={value} onChange={onChange} options={[{ value: 'list', label: t.asList }, { value: 'grid', label: t.asGrid }]} />
}

const orders = { name: { key: 'name', down: false }, changed: { key: 'changed', down: true }, size: { key: 'size', down: true } } as const

function FolderOf({ id, spaces, own }: PlaceProps & { id: string }) {
  const t = useT()
  const [look, setLook] = useLook()
  const [order, setOrder] = useUrlValue('order', 'name')
  const sort = sortOf(order)
  const folder = useQuery(ask(getFolder, { params: { folderId: id } }))
  const found = usePages(listFolder, { params: { folderId: id }, query: { key: sort.key as 'name', down: sort.down } })
  const [naming, setNaming] = useState(false)
  const acts = useActs()
  return (
    <Loaded query={folder}>
      {({ name, crumbs, right, own: mine }) => {
        const editable = right === 'edit'
        const title = mine && crumbs.length <= 1 ? t.own : name
        const add = editable ? <AddMenu folderId={id} onFolder={() => { acts.makeFolder.reset(); setNaming(true) }} /> : null
        return (
          <DropArea folderId={editable ? id : null} title={title}>
            <PageHeader title={title} tab={title} {...(editable ? {} : { sub: t.readOnly })} actions={add} />
            <div className={css.bar}>
              <Crumbs crumbs={crumbs} mine={mine} /><span className={css.gap} />
              <QuickSelect label={t.sort} value={Object.hasOwn(orders, order) ? order : ''} onChange={setOrder} options={[{ value: 'name', label: t.byName }, { value: 'changed', label: t.byChanged }, { value: 'size', label: t.bySize }]} {...(Object.hasOwn(orders, order) ? {} : { placeholder: t.sort })} />
              <Looks value={look} onChange={setLook} />
            </div>
            <Board found={found} label={title} places={false} grid={look === 'grid'} spaces={spaces} home={own} sort={sort} onSort={(next) => setOrder(orderOf(next))}
              empty={<div className={`${css.empty} squares`}><Empty action={editable ? <Button onClick={() => document.querySelector<HTMLInputElement>('[data-pick="files"]')?.click()}>{t.uploadFiles}</Button> : null}>{editable ? t.emptyOwn : t.emptyFolder}</Empty></div>} />
            {naming ? <NameDialog title={t.newFolder} label={t.folderName} act={t.create} value="" busy={acts.makeFolder.isPending} problem={acts.makeFolder.error} onClose={() => setNaming(false)} onSave={(given) => acts.makeFolder.mutate({ params: { folderId: newId() }, body: { parentId: id, name: given } }, { onSuccess: () => setNaming(false) })} /> : null}
          </DropArea>
        )
      }}
    </Loaded>
  )
}

/** The order as it stands in the address: a usual one by its name, another as `size-up`. */
function sortOf(order: string): Sort {
  if (Object.hasOwn(orders, order)) return orders[order as keyof typeof orders]
  const [key = 'name', way] = order.split('-')
  return Object.hasOwn(orders, key) ? { key, down: way === 'down' } : orders.name
}
const orderOf = (sort: Sort): string => Object.entries(orders).find(([, one]) => one.key === sort.key && one.down === sort.down)?.[0] ?? `${sort.key}-${sort.down ? 'down' : 'up'}`

function Crumbs({ crumbs, mine }: { crumbs: ReadonlyArray<{ id: string; name: string }>; mine: boolean }) {
  const t = useT()
  const to = useTo()
  if (crumbs.length <= 1) return null
  return (
    <nav aria-label={t.where}>
      <ol className={css.crumbs}>
        {crumbs.map((one, i) => (
          <li key={one.id}>{i > 0 ? <IconChevronRight size={16} /> : null}<a className="ellipsis" href={to(i === 0 && mine ? '/files' : `/files/in/${one.id}`)} aria-current={i === crumbs.length - 1 ? 'page' : undefined} data-plain="">{i === 0 && mine ? t.own : one.name}</a></li>
        ))}
      </ol>
    </nav>
  )
}

/** Takes files and whole folders that are dropped anywhere on it. */
function DropArea({ folderId, title, children }: { folderId: string | null; title: string; children: ReactNode }) {
  const t = useT()
  const [over, setOver] = useState(false)
  const has = (event: DragEvent) => folderId !== null && event.dataTransfer.types.includes('Files')
  return (
    <div className={css.body} role="presentation" onDragOver={(event) => { if (has(event)) { event.preventDefault(); setOver(true) } }} onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as globalThis.Node | null)) setOver(false) }}
      onDrop={(event) => { if (!has(event)) return; event.preventDefault(); setOver(false); void droppedBy(event.dataTransfer, folderId!).then((picked) => uploader.add(picked)) }}>
      {children}
      {over ? <div className={css.drop}>{t.dropHere(title)}</div> : null}
    </div>
  )
}

import { Button, DataTable, DateField, Empty, IconX, PageBody, PageHeader, QuickSelect, Row, ShowMore, WithPanel, type Column } from '@school/ui'
import { dateTimeText, ProblemNote, shortName, useContextOfPage, useTo, useUrlValue } from '@school/web'
import type { Entry } from '../../contract/index.ts'
import { ChainLine } from '../parts/ChainLine.tsx'
import { DifferenceText } from '../parts/DifferenceText.tsx'
import { EntryPanel } from '../parts/EntryPanel.tsx'
import css from '../parts/History.module.css'
import { useHistory } from '../parts/use-history.ts'
import { actionText, ownZone, useT, type Words } from '../parts/words.ts'

/** Who changed what, newest first; the view lives in the address. */
export function History() {
  const t = useT()
  const to = useTo()
  const { scopeKind } = useContextOfPage()
  const view = useView()
  const found = useHistory(view.asked)
  const open = found.rows?.find((one) => one.id === view.open) ?? null
  const panel = open ? <EntryPanel entry={open} onBy={view.onlyBy} onAbout={scopeKind === 'school' || scopeKind === 'federation' ? view.onlyAbout : undefined} /> : null
  return (
    <WithPanel label={t.details} title={open ? actionText(t, open.action) : t.details} narrow="drawer" open={open !== null} onClose={() => view.setOpen('')} panel={panel}>
      <PageBody>
        <PageHeader title={t.history} actions={<Button look="text" flush href={to('/looks?view=acts')}>{t.myActs}</Button>} sub={t.subs[scopeKind] ?? ''} {...(scopeKind === 'federation' ? {} : { back: { href: to(scopeKind === 'school' ? '/manage' : '/home'), label: scopeKind === 'school' ? t.manage : t.home } })} />
        <ChainLine />
        <Filters view={view} rows={found.rows} />
        {found.error ? <ProblemNote problem={found.error} retry={found.retry} /> : <Entries rows={found.rows} currentId={view.open} onOpen={view.setOpen} whole={scopeKind === 'school' || scopeKind === 'federation'} />}
        {found.rows && found.more ? <ShowMore shown={found.rows.length} busy={found.busy} onMore={found.more} /> : null}
      </PageBody>
    </WithPanel>
  )
}

function useView() {
  const [room, setRoom] = useUrlValue('room')
  const [personId, onlyBy] = useUrlValue('by')
  const [aboutId, onlyAbout] = useUrlValue('about')
  const [from, setFrom] = useUrlValue('from')
  const [to, setTo] = useUrlValue('to')
  const [open, setOpen] = useUrlValue('act')
  const asked = { ...(room ? { action: `${room}.` } : {}), ...(personId ? { personId } : {}), ...(aboutId ? { aboutId } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return { room, setRoom, personId, onlyBy, aboutId, onlyAbout, from, setFrom, to, setTo, open, setOpen, asked }
}

function Filters({ view, rows }: { view: ReturnType<typeof useView>; rows: readonly Entry[] | undefined }) {
  const t = useT()
  const nameOf = (id: string, side: 'by' | 'about') => { const person = rows?.find((one) => one[side]?.id === id)?.[side]; return person ? shortName(person) : '' }
  return (
    <div className={css.filters}>
      <QuickSelect label={t.kind} value={view.room} onChange={view.setRoom} options={[{ value: '', label: t.all }, ...Object.entries(t.rooms).map(([value, label]) => ({ value, label }))]} />
      <DateField label={t.from} value={view.from} onChange={view.setFrom} />
      <DateField label={t.to} value={view.to} onChange={view.setTo} />
      {view.personId ? <Button size="sm" icon={<IconX size={16} />} onClick={() => view.onlyBy('')}>{`${t.who}: ${nameOf(view.personId, 'by')}`}</Button> : null}
      {view.aboutId ? <Button size="sm" icon={<IconX size={16} />} onClick={() => view.onlyAbout('')}>{`${t.about}: ${nameOf(view.aboutId, 'about')}`}</Button> : null}
    </div>
  )
}

const whoText = (t: Words, one: Entry) => (one.by ? shortName(one.by) : t.system)

function Entries({ rows, currentId, onOpen, whole }: { rows: readonly Entry[] | undefined; currentId: string; onOpen: (id: string) => void; whole: boolean }) {
  const t = useT()
  const columns: Column<Entry>[] = [
    { key: 'at', head: t.when, width: 150, cell: (one) => <span className="nowrap">{dateTimeText(one.at, ownZone())}</span> },
    { key: 'what', head: t.what, names: true, cell: (one) => actionText(t, one.action) },
    { key: 'by', head: t.who, cell: (one) => <span className="nowrap">{whoText(t, one)}{one.role ? <span className="muted small">{`, ${t.roles[one.role] ?? one.role}`}</span> : null}</span> },
    ...(whole ? [{ key: 'about', head: t.about, cell: (one: Entry) => <span className="nowrap">{one.about ? shortName(one.about) : ''}</span> }, { key: 'details', head: t.details, hidePhone: true, cell: (one: Entry) => <DifferenceText entry={one} /> }]
      : [{ key: 'place', head: t.place, cell: (one: Entry) => one.place }]),
  ]
  return (
    <DataTable caption={t.history} density="dense" columns={columns} rows={rows} rowKey={(one) => one.id} currentKey={currentId || null} onOpen={(one) => onOpen(one.id)} empty={<Empty>{t.none}</Empty>} waitingRows={14}
      phone={(one) => <Row title={actionText(t, one.action)} sub={[whoText(t, one), dateTimeText(one.at, ownZone()), one.about ? shortName(one.about) : one.place].filter(Boolean).join(' · ')} onOpen={() => onOpen(one.id)} />} />
  )
}

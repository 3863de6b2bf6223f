import { BulkBar, Button, DataTable, Empty, IconChecks, PageBody, PageHeader, QuickSelect, SearchField, showToast, Tabs, WithPanel, type Column } from '@school/ui'
import { ask, explain, keyOf, Loaded, problemText, useCommand, useContextOfPage, useQuery, useUrlValue, waitingText } from '@school/web'
import { useState } from 'react'
import { approveRequests, getRequest, listRequests, type RequestRow, type RequestTab } from '../../contract/requests.ts'
import { CheckWord } from '../parts/CheckWord.tsx'
import { RequestPanel } from '../parts/RequestPanel.tsx'
import { moscow, useT } from '../parts/words.ts'
import css from './Requests.module.css'

const tabs = ['waiting', 'matched', 'differs', 'document', 'decided'] as const
const roles = ['staff', 'child', 'pupil', 'correction'] as const

/** Requests to the school: those that match are approved together, each that differs is explained beside the list. */
export function Requests() {
  const t = useT()
  const { schoolId } = useContextOfPage()
  const [tab, setTab] = useUrlValue('tab', 'waiting')
  const [role, setRole] = useUrlValue('role')
  const [search, setSearch] = useUrlValue('search')
  const [open, setOpen] = useUrlValue('request', '', { push: true })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const list = useQuery(ask(listRequests, { params: { schoolId: schoolId! }, query: { tab: tab as RequestTab, ...(role ? { role: role as 'staff' } : {}), ...(search ? { search } : {}) } }))
  const rows = list.data?.rows
  const chosen = (rows ?? []).filter((row) => selected.has(row.id) && row.can.approve)
  return (
    <WithPanel label={t.request} width={444} narrow="drawer" open={open !== ''} onClose={() => setOpen('')} panel={open ? <RequestPanel key={open} schoolId={schoolId!} id={open} onClose={() => setOpen('')} /> : null}>
      <PageBody flush>
        <div className={css.page}>
          <div className={css.head}>
            <PageHeader title={t.requests} actions={<><SearchField narrow label={t.nameOrSnils} value={search} onChange={setSearch} /><QuickSelect label={t.role} value={role} onChange={setRole} placeholder={t.allRoles} options={roles.map((value) => ({ value, label: t.kindsMany[value] }))} /></>} />
            <Tabs label={t.requests} value={tab} onChange={(key) => { if (open) setOpen(''); setTab(key); setSelected(new Set()) }} after={list.data ? list.data.overdue > 0 ? <span className="need">{t.overdueCount(list.data.overdue)}</span> : t.answerInTime : null}
              items={tabs.map((key) => ({ key, label: t.tabs[key], ...(list.data && key !== 'decided' ? { count: list.data.counts[key] } : {}) }))} />
          </div>
          <div className={css.list}><Loaded query={list} waiting={<DataTable caption={t.requests} columns={[]} rows={undefined} rowKey={() => ''} empty={null} edge />}>{({ rows: shown }) => <List rows={shown} tab={tab} open={open} onOpen={setOpen} selected={selected} onSelect={setSelected} />}</Loaded></div>
          {chosen.length > 0 ? <Bulk schoolId={schoolId!} chosen={chosen} clear={() => setSelected(new Set())} /> : null}
        </div>
      </PageBody>
    </WithPanel>
  )
}

interface ListProps { rows: readonly RequestRow[]; tab: string; open: string; onOpen: (id: string) => void; selected: ReadonlySet<string>; onSelect: (selected: Set<string>) => void }

function List({ rows, tab, open, onOpen, selected, onSelect }: ListProps) {
  const t = useT()
  const decided = tab === 'decided'
  const when = (row: RequestRow) => decided ? row.decidedAt ? waitingText(row.decidedAt, moscow) : '' : <span className={row.overdue ? 'need' : undefined}>{waitingText(row.createdAt, moscow)}</span>
  const columns: Column<RequestRow>[] = [
    { key: 'asker', head: t.whoAsks, cell: (row) => row.asker, names: true },
    { key: 'role', head: t.role, cell: (row) => <span className="muted">{t.roleWords[row.role as keyof typeof t.roleWords] ?? row.role}</span> },
    { key: 'about', head: t.whereTo, cell: (row) => <span className="muted">{row.about}</span> },
    { key: 'check', head: decided ? t.decision : t.check, cell: (row) => <CheckWord row={row} /> },
    { key: 'waits', head: decided ? t.when : t.waits, align: 'right', cell: when },
  ]
  return (
    <DataTable caption={t.requests} columns={columns} rows={rows} rowKey={(row) => row.id} edge onOpen={(row) => onOpen(row.id)} currentKey={open || null} rowLabel={(row) => row.asker} selectable={(row) => row.can.approve}
      {...(decided ? {} : { selected, onSelect })} empty={<div className={css.empty}><Empty>{t.emptyTabs[tab as RequestTab] ?? t.emptyTabs.waiting}</Empty></div>}
      phone={(row) => <button type="button" className={css.phoneRow} onClick={() => onOpen(row.id)}><span><b>{row.asker}</b><em>{when(row)}</em></span><span className="muted small">{[t.roleWords[row.role as keyof typeof t.roleWords], row.about].filter(Boolean).join(', ')}</span><CheckWord row={row} /></button>} />
  )
}

function Bulk({ schoolId, chosen, clear }: { schoolId: string; chosen: readonly RequestRow[]; clear: () => void }) {
  const t = useT()
  const approve = useCommand(approveRequests, {
    stale: () => [keyOf(listRequests), keyOf(getRequest)],
    onDone: ({ approved, left }) => { clear(); showToast(left[0] ? { text: `${t.approvedCount(approved.length)} ${t.leftCount(left.length, problemText(left[0].code))}`, tone: 'bad' } : { text: t.approvedCount(approved.length) }) },
    onProblem: (problem) => showToast({ text: explain(problem).text, tone: 'bad' }),
  })
  return (
    <BulkBar title={t.chosenCount(chosen.length)} note={t.chosenNote} edge>
      <Button onClick={clear}>{t.clearChoice}</Button>
      <Button look="primary" icon={<IconChecks size={18} />} busy={approve.isPending} onClick={() => approve.mutate({ params: { schoolId }, body: { ids: chosen.map((row) => row.id) } })}>{t.approveCount(chosen.length)}</Button>
    </BulkBar>
  )
}

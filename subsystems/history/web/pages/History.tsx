import { DataTable, Empty, PageBody, PageHeader, QuickSelect, Row, type Column } from '@school/ui'
import { ask, dateTimeText, shortName, useContextOfPage, useMessages, useQuery, useTo, useUrlValue } from '@school/web'
import { getChainState, listSchoolHistory, listSystemHistory, type Entry } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'

/** Who changed what, newest first, and how far it is sealed. */
export function History() {
  const t = useMessages<typeof ru>('history')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const [room, setRoom] = useUrlValue('room', '')
  const query = { limit: 100, ...(room ? { action: `${room}.` } : {}) }
  const own = useQuery({ ...ask(listSchoolHistory, { params: { schoolId: schoolId ?? '' }, query }), enabled: schoolId !== null })
  const system = useQuery({ ...ask(listSystemHistory, { query }), enabled: schoolId === null })
  const chain = useQuery({ ...ask(getChainState, { params: { schoolId: schoolId ?? '' } }), enabled: schoolId !== null })
  const rows = (schoolId === null ? system : own).data?.rows
  const action = (one: Entry) => t.action[one.action] ?? one.action
  const columns: Column<Entry>[] = [
    { key: 'at', head: t.when, width: 150, cell: (one) => dateTimeText(one.at, 'Europe/Moscow') },
    { key: 'by', head: t.who, width: 200, cell: (one) => <>{one.by ? shortName(one.by) : t.system}{one.role ? <span className="muted small">{`, ${t.roles[one.role] ?? one.role}`}</span> : null}</> },
    { key: 'what', head: t.what, names: true, cell: action },
    { key: 'about', head: t.about, width: 170, cell: (one) => (one.about ? shortName(one.about) : '') },
    { key: 'details', head: t.details, hidePhone: true, cell: (one) => <span className="muted small ellipsis">{difference(one)}</span> },
  ]
  return (
    <PageBody>
      <PageHeader title={t.history} back={{ href: to('/manage'), label: t.historySub }} sub={chain.data ? `${t.sealed(chain.data.sealed, chain.data.unsealed)}, ${chain.data.checkpointAt ? t.checkpoint(dateTimeText(chain.data.checkpointAt, 'Europe/Moscow')) : t.noCheckpoint}` : t.historySub}
        actions={<QuickSelect label={t.kind} value={room} onChange={setRoom} options={[{ value: '', label: t.all }, ...Object.entries(t.rooms).map(([value, label]) => ({ value, label }))]} />} />
      <DataTable caption={t.history} density="dense" columns={columns} rows={rows} rowKey={(one) => one.id} empty={<Empty>{t.none}</Empty>}
        phone={(one) => <Row title={action(one)} sub={[one.by ? shortName(one.by) : t.system, dateTimeText(one.at, 'Europe/Moscow'), one.about ? shortName(one.about) : ''].filter(Boolean).join(' · ')} />} />
    </PageBody>
  )
}

/** The fields that differ, as they stand in the record. */
function difference(one: Entry): string {
  const [before, after] = [one.before, one.after].map((value) => (value !== null && typeof value === 'object' ? value as Record<string, unknown> : {})) as [Record<string, unknown>, Record<string, unknown>]
  const plain = (value: unknown) => (value === null || value === undefined ? '–' : typeof value === 'object' ? '…' : String(value))
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => plain(before[key]) !== plain(after[key]) && !/id$/i.test(key)).slice(0, 6).map((key) => `${key}: ${plain(before[key])} → ${plain(after[key])}`).join('; ')
}

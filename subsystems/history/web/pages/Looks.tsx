import { Empty, PageBody, PageHeader, Row, Rows, ShowMore, Tabs, Waiting } from '@school/ui'
import { dateTimeText, ProblemNote, shortName, useCan, useContextOfPage, useOwnId, usePages, useUrlValue } from '@school/web'
import { listLooks, listOwnActs, listOwnLooks, type Look } from '../../contract/index.ts'
import { LookRow } from '../parts/LookRow.tsx'
import { actionText, ownZone, useT } from '../parts/words.ts'

/** Who opened and changed the record of a child or of oneself, and what one did oneself. */
export function Looks() {
  const t = useT()
  const record = useCan('history.own.read')
  const { childId } = useContextOfPage()
  const [view, setView] = useUrlValue('view', record ? 'record' : 'me')
  const views = [...(record ? [{ key: 'record', label: childId ? t.ofChild : t.ofDiary }] : []), { key: 'me', label: t.ofMe }, { key: 'acts', label: t.myActs }]
  return (
    <PageBody narrow>
      <PageHeader title={view === 'acts' ? t.myActs : t.looks} sub={t.looksSubs[view] ?? ''} />
      <Tabs label={t.looks} items={views} value={view} onChange={setView} />
      {view === 'record' && record ? <Record /> : view === 'acts' ? <Acts /> : <Mine />}
    </PageBody>
  )
}

function Record() {
  const own = useOwnId()
  const { schoolId, childId } = useContextOfPage()
  return <LookList found={usePages(listLooks, { params: { schoolId: schoolId ?? '', studentId: childId ?? own }, query: { limit: 50 } })} />
}

const Mine = () => <LookList places found={usePages(listOwnLooks, { query: { limit: 50 } })} />

interface Found<T> { rows: T[] | undefined; error: Parameters<typeof ProblemNote>[0]['problem'] | null; retry: () => void; busy: boolean; more: (() => void) | undefined }

function LookList({ found, places = false }: { found: Found<Look>; places?: boolean }) {
  const t = useT()
  if (found.error) return <ProblemNote problem={found.error} retry={found.retry} />
  if (!found.rows) return <Waiting rows={6} height={56} />
  if (found.rows.length === 0) return <Empty>{places ? t.noLooksAtMe : t.noLooks}</Empty>
  return <><Rows>{found.rows.map((one) => <LookRow key={`${one.at} ${one.key}`} look={one} places={places} />)}</Rows>{found.more ? <ShowMore shown={found.rows.length} busy={found.busy} onMore={found.more} /> : null}</>
}

function Acts() {
  const t = useT()
  const found = usePages(listOwnActs, { query: { limit: 50 } })
  if (found.error) return <ProblemNote problem={found.error} retry={found.retry} />
  if (!found.rows) return <Waiting rows={6} height={56} />
  if (found.rows.length === 0) return <Empty>{t.noActs}</Empty>
  return (
    <>
      <Rows>{found.rows.map((one) => <Row key={one.id} title={actionText(t, one.action)} sub={[one.about ? shortName(one.about) : '', one.place, one.role ? t.roles[one.role] ?? one.role : ''].filter(Boolean).join(' · ')} end={<span className="muted small nowrap">{dateTimeText(one.at, ownZone())}</span>} />)}</Rows>
      {found.more ? <ShowMore shown={found.rows.length} busy={found.busy} onMore={found.more} /> : null}
    </>
  )
}

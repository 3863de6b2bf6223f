import { Button, Checkbox, Empty, PageBody, PageHeader, Rows, Section, Segmented, showToast, ShowMore, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, problemText, ProblemNote, useCommand, useNoticeWords, usePages, useQuery, useUrlValue } from '@school/web'
import { getNoticeSettings, listNotices, putNoticeSetting } from '../../contract/index.ts'
import css from '../parts/BellList.module.css'
import { NoticeRow, useRead } from '../parts/NoticeRow.tsx'
import { PushSettings } from '../parts/PushSettings.tsx'
import { useT } from '../parts/words.ts'

/** Everything this person was told, and what they want to be told. */
export function Notices() {
  const t = useT()
  const [view, setView] = useUrlValue('view', 'all')
  const read = useRead()
  const found = usePages(listNotices, { query: { limit: 30, ...(view === 'unread' ? { unread: true } : {}) } })
  const unread = found.rows?.some((one) => !one.read) ?? false
  return (
    <PageBody narrow>
      <PageHeader title={t.notices} actions={unread ? <Button busy={read.isPending} onClick={() => read.mutate({ body: {} })}>{t.readAll}</Button> : null} />
      <Segmented label={t.notices} value={view} onChange={setView} options={[{ value: 'all', label: t.allView }, { value: 'unread', label: t.unreadView }]} />
      {found.error ? <ProblemNote problem={found.error} retry={found.retry} /> : <List rows={found.rows} empty={view === 'unread' ? t.noneUnread : t.none} />}
      {found.rows && found.more ? <ShowMore shown={found.rows.length} busy={found.busy} onMore={found.more} /> : null}
      <div className={css.settings}><PushSettings /><Settings /></div>
    </PageBody>
  )
}

function List({ rows, empty }: { rows: Parameters<typeof NoticeRow>[0]['notice'][] | undefined; empty: string }) {
  const t = useT()
  if (!rows) return <Waiting rows={6} height={56} />
  return rows.length === 0 ? <Empty>{empty}</Empty> : <Rows label={t.notices}>{rows.map((one) => <NoticeRow key={one.id} notice={one} />)}</Rows>
}

/** Kinds of notices, each wanted or not; what is not wanted is not delivered at all. */
function Settings() {
  const t = useT()
  const settings = useQuery(ask(getNoticeSettings, {}))
  const put = useCommand(putNoticeSetting, { stale: () => [keyOf(getNoticeSettings)], onProblem: ({ code, details }) => showToast({ tone: 'bad', text: problemText(code, details) }) })
  const now = put.isPending ? put.variables : undefined
  return (
    <Section title={t.settings}>
      <Loaded query={settings} waiting={<Waiting rows={3} height={36} />}>
        {(kinds) => kinds.length === 0 ? <Empty compact>{t.noKinds}</Empty> : kinds.map((one) => (
          <KindBox key={one.kind} kind={one.kind} checked={now?.params?.kind === one.kind ? now.body.wanted : one.wanted} onChange={(wanted) => put.mutate({ params: { kind: one.kind }, body: { wanted } })} />
        ))}
      </Loaded>
    </Section>
  )
}

function KindBox({ kind, ...box }: { kind: string; checked: boolean; onChange: (wanted: boolean) => void }) {
  const words = useNoticeWords(kind)
  return <Checkbox label={words?.kinds[kind] ?? kind} {...box} />
}

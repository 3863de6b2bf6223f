import { Checkbox, PageBody, PageHeader, Section, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, useCommand, useQuery } from '@school/web'
import { getNoticeSettings, putNoticeSetting } from '../../contract/index.ts'
import { NoticeList, useT } from '../parts/NoticeList.tsx'

/** Everything this person was told, and what they want to be told. */
export function Notices() {
  const t = useT()
  const settings = useQuery(ask(getNoticeSettings, {}))
  const put = useCommand(putNoticeSetting, { stale: () => [keyOf(getNoticeSettings)] })
  return (
    <PageBody narrow>
      <PageHeader title={t.notices} />
      <NoticeList limit={100} />
      <Section title={t.settings}>
        <Loaded query={settings} waiting={<Waiting rows={3} height={36} />}>
          {(kinds) => <>{kinds.map((one) => <Checkbox key={one.kind} label={t.kinds[one.kind] ?? one.kind} checked={one.wanted} onChange={(wanted) => put.mutate({ params: { kind: one.kind }, body: { wanted } })} />)}</>}
        </Loaded>
      </Section>
    </PageBody>
  )
}

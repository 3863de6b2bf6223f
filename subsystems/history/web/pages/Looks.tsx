import { Empty, PageBody, PageHeader, Row, Rows, Waiting } from '@school/ui'
import { ask, dateTimeText, Loaded, shortName, useContextOfPage, useMe, useMessages, useQuery } from '@school/web'
import { listLooks } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'

/** Who of the school opened the record of a child, and who changed it. */
export function Looks() {
  const t = useMessages<typeof ru>('history')
  const me = useMe()
  const { schoolId, childId } = useContextOfPage()
  const found = useQuery(ask(listLooks, { params: { schoolId: schoolId ?? '', studentId: childId ?? me?.person.id ?? '' }, query: {} }))
  return (
    <PageBody narrow>
      <PageHeader title={t.looks} sub={t.looksSub} />
      <Loaded query={found} waiting={<Waiting rows={6} height={48} />}>
        {(rows) => rows.length === 0 ? <Empty>{t.noLooks}</Empty> : (
          <Rows>{rows.map((one, i) => <Row key={i} title={`${one.by ? shortName(one.by) : t.system}${one.role ? `, ${t.roles[one.role] ?? one.role}` : ''}`} sub={`${one.kind === 'opened' ? t.opened : t.changed}: ${(one.kind === 'opened' ? t.read[one.what] : t.action[one.what]) ?? one.what}`} end={<span className="muted small">{dateTimeText(one.at, 'Europe/Moscow')}</span>} />)}</Rows>
        )}
      </Loaded>
    </PageBody>
  )
}

import { IconHistory, Row } from '@school/ui'
import { useMessages, useTo } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The row of history on a start page of management. */
export function HistoryRow() {
  const t = useMessages<typeof ru>('history')
  const to = useTo()
  return <Row href={to('/manage/history')} lead={<IconHistory size={22} />} title={t.history} sub={t.historySub} />
}

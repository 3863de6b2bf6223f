import { IconHistory, Row } from '@school/ui'
import { useContextOfPage, useTo } from '@school/web'
import { useT } from './words.ts'

/** The row of history on a start page of management or of a territory. */
export function HistoryRow() {
  const t = useT()
  const to = useTo()
  const { scopeKind } = useContextOfPage()
  return <Row href={to('/history')} lead={<IconHistory size={22} />} title={t.history} sub={t.subs[scopeKind] ?? ''} />
}

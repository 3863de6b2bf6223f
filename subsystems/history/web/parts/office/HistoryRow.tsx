import { IconHistory, Row } from '@school/ui'
import { useContextOfPage, useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The row of history on a start page of management or of a territory. */
export function HistoryRow() {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  const { scopeKind } = useContextOfPage()
  return <Row href={to('/history')} lead={<IconHistory size={22} />} title={t.history} sub={t.subs[scopeKind] ?? ''} />
}

import { IconCircleCheck, Row } from '@school/ui'
import { useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The way to the closing of periods from the start page of management. */
export function ClosingRow() {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return <Row href={to('/manage/closing')} lead={<IconCircleCheck size={22} />} title={t.closing} sub={t.closingNote} />
}

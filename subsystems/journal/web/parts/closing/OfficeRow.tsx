import { IconCircleCheck, Row } from '@school/ui'
import { useTo } from '@school/web'
import { useFinalWords } from '../finals/words.ts'

/** The way to the closing of periods from the start page of management. */
export function ClosingRow() {
  const { closing: t } = useFinalWords()
  const to = useTo()
  return <Row href={to('/manage/closing')} lead={<IconCircleCheck size={22} />} title={t.office} sub={t.officeNote} />
}

import { IconAdjustments, Row } from '@school/ui'
import { useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The way to work types and rules of marking from the start page of management. */
export function SettingsRow() {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return <Row href={to('/manage/marking')} lead={<IconAdjustments size={22} />} title={t.office} sub={t.officeNote} />
}

import { IconAdjustments, Row } from '@school/ui'
import { useMessages, useTo } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The way to work types and rules of marking from the start page of management. */
export function SettingsRow() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  return <Row href={to('/manage/marking')} lead={<IconAdjustments size={22} />} title={t.settings.office} sub={t.settings.officeNote} />
}

import { IconNews, Row } from '@school/ui'
import { useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The portal's row on a start page of management. */
export function ItemsRow() {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return <Row href={to('/manage/items')} lead={<IconNews size={22} />} title={t.items} sub={t.itemsSub} />
}

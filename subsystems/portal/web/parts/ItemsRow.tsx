import { IconNews, Row } from '@school/ui'
import { useTo } from '@school/web'
import { useT } from './words.ts'

/** The portal's row on a start page of management. */
export function ItemsRow() {
  const t = useT()
  const to = useTo()
  return <Row href={to('/manage/items')} lead={<IconNews size={22} />} title={t.items} sub={t.itemsSub} />
}

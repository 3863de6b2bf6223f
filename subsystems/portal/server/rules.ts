import type { Item } from '../contract/news.ts'

type Judged = Pick<Item, 'published' | 'showFrom' | 'showTo' | 'audience'>

/** Whether an item of a place one reads from is shown on a day to a role; null is a stranger. The same rule as a filter is `shown` in store.ts. */
export const isShown = (item: Judged, role: string | null, today: string): boolean =>
  item.published && item.showFrom <= today && (item.showTo === null || item.showTo >= today) && (item.audience === null || (role !== null && item.audience.includes(role)))

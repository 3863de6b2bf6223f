import { homeMain } from '@school/portal/contract'
import { officeSections } from '@school/registry/contract'
import { fill } from '@school/web'

/** Parts of the schedule on other rooms' pages. */
export const fills = [
  fill(homeMain, () => import('./parts/home/OpenToday.tsx'), { needs: 'schedule.lesson.change', order: 10 }),
  fill(officeSections, () => import('./parts/office/OfficeRows.tsx'), { ownWords: true, needs: 'schedule.calendar.put', order: 5 }),
]

import { Tabs } from '@school/ui'
import { useTo } from '@school/web'
import { useT } from '../words.ts'

/** The two halves of lesson planning: courses by date, and the library they come from. */
export function PlansTabs({ value }: { value: 'plans' | 'programmes' }) {
  const t = useT().lessons
  const to = useTo()
  return <Tabs label={t.plans} value={value} items={[{ key: 'plans', label: t.plans, href: to('/lesson-plans') }, { key: 'programmes', label: t.programmes, href: to('/programmes') }]} />
}

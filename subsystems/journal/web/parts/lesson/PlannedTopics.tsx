import { Button, IconCheck, IconChevronDown, Menu } from '@school/ui'
import { useMessages } from '@school/web'
import type { LessonSheet, PlannedTopic } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'

type Plan = NonNullable<LessonSheet['plan']>

/** What the plan has for this lesson, taken in one tap; another topic of the plan is one tap more. */
export function PlannedTopics({ plan, written, onTake }: { plan: Plan; written: string; onTake(topics: readonly PlannedTopic[]): void }) {
  const t = useMessages<typeof ru>('journal').lesson
  const words = plan.here.map((one) => one.topic).join('. ')
  const hour = plan.here.length === 1 && plan.here[0]!.parts > 1 ? t.planHour(plan.here[0]!.part, plan.here[0]!.parts) : ''
  if (plan.here.length === 0 && plan.next.length === 0) return null
  return (
    <div className="row wrap small" style={{ gap: 8, marginTop: 8 }}>
      {plan.here.length === 0 ? null : written === words
        ? <span className="muted row" style={{ gap: 4 }}><IconCheck size={16} />{t.planTaken}{hour ? `, ${hour}` : ''}</span>
        : <Button size="sm" look="outlined" onClick={() => onTake(plan.here)}>{`${t.planTake}: ${words.length > 60 ? `${words.slice(0, 58)}…` : words}${hour ? `, ${hour}` : ''}`}</Button>}
      {plan.next.length > 0 ? <Menu label={t.planOther} width={340} items={plan.next.map((one) => ({ label: one.topic, note: one.section, onSelect: () => onTake([one]) }))} trigger={(props) => <Button size="sm" look="text" icon={<IconChevronDown size={16} />} {...props}>{t.planOther}</Button>} /> : null}
    </div>
  )
}

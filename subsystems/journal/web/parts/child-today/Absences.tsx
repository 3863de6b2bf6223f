import { Button, Callout } from '@school/ui'
import { addDays, dayText, daysText, useCan } from '@school/web'
import type { StudentToday } from '../../../contract/index.ts'
import { useT } from '../diary-week/words.ts'

/** The earned box of a child: lessons missed without a reason, else a week that waits for a signature. */
export function Absences({ today, to }: { today: StudentToday; to: (path: string) => string }) {
  const t = useT()
  const signs = useCan('journal.week.acknowledge')
  const [first, ...more] = today.withoutReason
  if (first) return <Callout tone="warn" title={t.absentOn(dayText(first.date), first.number)} action={<Button look="outlined" size="sm" href={`${to('/diary')}?week=${first.date}&day=${first.date}`}>{t.open}</Button>}>{t.noReasonText(first.subject)}{more.length > 0 ? ` ${t.moreAbsences(more.length)}` : ''}</Callout>
  if (signs && today.signature && !today.signature.signed) {
    const { week } = today.signature
    return <Callout tone="info" action={<Button look="outlined" size="sm" href={`${to('/diary')}?week=${week}`}>{t.open}</Button>}>{t.toSign(daysText(week, addDays(week, 5)))}</Callout>
  }
  return <Callout tone="ok">{t.allExplained}</Callout>
}

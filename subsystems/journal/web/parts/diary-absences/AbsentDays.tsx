import { Button, MarkTile, Row, Rows, Section, StatusWord } from '@school/ui'
import { dayWithWeekday } from '@school/web'
import { capital } from '../capital.ts'
import { useT } from '../diary-week/words.ts'
import { lettersOf } from '../grid/entry.ts'
import type { AbsentDay } from './by-day.ts'

interface Props { days: readonly AbsentDay[]; subject: (courseId: string) => string; onExcuse: ((date: string) => void) | null }

/** Absences and lateness under their days; a day without a reason asks for one. */
export function AbsentDays({ days, subject, onExcuse }: Props) {
  return <>{days.map((day) => <OneDay key={day.date} day={day} subject={subject} onExcuse={onExcuse} />)}</>
}

function OneDay({ day, subject, onExcuse }: Omit<Props, 'days'> & { day: AbsentDay }) {
  const t = useT()
  const name = capital(dayWithWeekday(day.date))
  const act = !day.unexplained ? null : day.asked ? <StatusWord tone="warn">{t.excuse.waits}</StatusWord> : onExcuse ? <Button size="sm" look="outlined" aria-label={`${t.excuse.act}: ${name}`} onClick={() => onExcuse(day.date)}>{t.excuse.act}</Button> : null
  return (
    <Section title={name} lined level={2} action={act}>
      <Rows>{day.absences.map((one) => (
        <Row key={one.lessonId} href={subject(one.courseId)} title={one.subject} lead={one.code === 'present' ? null : <MarkTile look="absence" value={lettersOf(one.code, one.reason)} title={t.absence[one.code]} />}
          sub={[t.lessonNumber(one.number), one.code === 'absent' ? one.reason ? t.reason[one.reason] : t.noReason : t.absence[one.code], one.minutes === null ? '' : t.minutes(one.minutes), one.reasonNote].filter(Boolean).join(', ')} />
      ))}</Rows>
    </Section>
  )
}

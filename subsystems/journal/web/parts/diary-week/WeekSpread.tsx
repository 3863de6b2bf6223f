import { Button, Empty, PageBody } from '@school/ui'
import { fullName, SlotPlace, useUrlValue } from '@school/web'
import type { DiaryWeek } from '../../../contract/index.ts'
import { diarySide } from '../../../contract/slots.ts'
import { DayBlock } from './DayBlock.tsx'
import { DayStrip } from './DayStrip.tsx'
import { AskPlace } from '../questions/AskTeacher.tsx'
import css from './Diary.module.css'
import { Signature } from './Signature.tsx'
import { useChanges } from './use-changes.ts'
import { useClock } from './use-clock.ts'
import { chosenDay, pagesOf } from './week.ts'
import { useT } from './words.ts'

interface Props { diary: DiaryWeek; schoolId: string; toldAt: number; view: (path: string) => string; onToday: () => void }

/** A week as the spread of a paper diary; a phone shows one day of it. */
export function WeekSpread({ diary, schoolId, toldAt, view, onToday }: Props) {
  const t = useT()
  const now = useClock(diary.now, toldAt)
  const fresh = useChanges(diary)
  const [day, setDay] = useUrlValue('day')
  const pages = pagesOf(diary.days)
  const dates = pages.flat().map((one) => one.date)
  const chosen = chosenDay(dates, diary.today, day)
  if (diary.days.every((one) => one.lessons.length === 0 && one.otherDue.length === 0)) return <FreeWeek diary={diary} schoolId={schoolId} onToday={onToday} />
  const [left, right] = pages.map((page) => page.map((one) => <DayBlock key={one.date} day={one} today={diary.today} now={now} chosen={one.date === chosen} fresh={fresh} view={view} />))
  return (
    <AskPlace value={{ schoolId, studentId: diary.studentId }}>
      <p className={`${css.person} only-print`}>{t.title}: {t.of(fullName(diary.student), diary.className ?? '')}</p>
      <DayStrip days={dates} today={diary.today} chosen={chosen} onChoose={setDay} />
      <div className={css.spread}>
        <div className={css.half}>{left}</div>
        <div className={css.half}>{right}<Signature diary={diary} schoolId={schoolId} /><SlotPlace slot={diarySide} props={{ schoolId, studentId: diary.studentId, week: diary.week }} waiting={null} /></div>
      </div>
    </AskPlace>
  )
}

function FreeWeek({ diary, schoolId, onToday }: Pick<Props, 'diary' | 'schoolId' | 'onToday'>) {
  const t = useT()
  const current = diary.days.some((one) => one.date === diary.today)
  return (
    <PageBody>
      <Empty action={current ? null : <Button look="outlined" onClick={onToday}>{t.toToday}</Button>}>{diary.period ? t.noWeek : t.vacation}</Empty>
      {diary.acknowledgements.length > 0 || diary.can.acknowledge ? <Signature diary={diary} schoolId={schoolId} /> : null}
    </PageBody>
  )
}

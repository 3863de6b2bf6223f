import { Button, Empty, PageBody, Waiting } from '@school/ui'
import { addDays, ask, fullName, Loaded, mondayOf, SlotPlace, todayIn, useQuery, useUrlValue } from '@school/web'
import { getDiaryWeek, type DiaryWeek } from '../../contract/index.ts'
import { diarySide } from '../../contract/slots.ts'
import { DayBlock } from '../parts/diary-week/DayBlock.tsx'
import { DayStrip } from '../parts/diary-week/DayStrip.tsx'
import css from '../parts/diary-week/Diary.module.css'
import { DiaryHead } from '../parts/diary-week/DiaryHead.tsx'
import { Signature } from '../parts/diary-week/Signature.tsx'
import { useClock } from '../parts/diary-week/use-clock.ts'
import { ownZone, usePupil, useT } from '../parts/diary-week/words.ts'

/** A week of the diary as a spread of a paper one; a phone shows a day at a time. */
export function Diary({ studentId: named }: { studentId?: string }) {
  const t = useT()
  const { schoolId, studentId } = usePupil(named)
  const [asked, setAsked] = useUrlValue('week', '', { push: true })
  const found = useQuery(ask(getDiaryWeek, { params: { schoolId, studentId }, query: asked ? { week: mondayOf(asked) } : {} }))
  const diary = found.data
  const week = diary?.week ?? mondayOf(asked || todayIn(ownZone()))
  const sub = [named && diary ? t.of(fullName(diary.student), diary.className ?? '') : '', diary?.weekNumber ? t.weekNumber(diary.weekNumber) : '', diary?.period?.name ?? ''].filter(Boolean).join(', ')
  return (
    <PageBody>
      <DiaryHead week={week} lastDay={diary?.days.at(-1)?.date ?? addDays(week, 5)} sub={sub || ' '} onWeek={setAsked} onToday={() => setAsked('')} own={!named} />
      <Loaded query={found} waiting={<div className={css.spread}><div className={css.half}><Waiting rows={12} height={38} /></div><div className={`${css.half} only-wide`}><Waiting rows={12} height={38} /></div></div>}>
        {(data) => <Week key={data.week} diary={data} schoolId={schoolId} toldAt={found.dataUpdatedAt} onToday={() => setAsked('')} />}
      </Loaded>
    </PageBody>
  )
}

function Week({ diary, schoolId, toldAt, onToday }: { diary: DiaryWeek; schoolId: string; toldAt: number; onToday: () => void }) {
  const t = useT()
  const now = useClock(diary.now, toldAt)
  const [day, setDay] = useUrlValue('day')
  const dates = diary.days.map((one) => one.date)
  const chosen = dates.includes(day) ? day : dates.includes(diary.today) ? diary.today : dates[0] ?? ''
  const empty = diary.days.every((one) => one.lessons.length === 0 && one.otherDue.length === 0)
  const blocks = diary.days.map((one) => <DayBlock key={one.date} day={one} today={diary.today} now={now} chosen={one.date === chosen} />)
  return (
    <>
      <p className={`${css.person} only-print`}>{t.title}: {t.of(fullName(diary.student), diary.className ?? '')}</p>
      {empty ? <Empty action={dates.includes(diary.today) ? null : <Button look="outlined" onClick={onToday}>{t.toToday}</Button>}>{diary.period ? t.noWeek : t.vacation}</Empty> : (
        <>
          <DayStrip days={dates} today={diary.today} chosen={chosen} onChoose={setDay} />
          <div className={css.spread}>
            <div className={css.half}>{blocks.slice(0, 3)}</div>
            <div className={css.half}>{blocks.slice(3)}<Signature diary={diary} schoolId={schoolId} /><SlotPlace slot={diarySide} props={{ schoolId, studentId: diary.studentId, week: diary.week }} waiting={null} /></div>
          </div>
        </>
      )}
      {empty && diary.acknowledgements.length + Number(diary.can.acknowledge) > 0 ? <Signature diary={diary} schoolId={schoolId} /> : null}
    </>
  )
}

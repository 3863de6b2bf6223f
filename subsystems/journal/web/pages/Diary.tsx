import { PageBody, Waiting } from '@school/ui'
import { addDays, ask, daysText, fullName, kept, Loaded, mondayOf, todayIn, useQuery, useUrlValue, type Ahead } from '@school/web'
import { getDiaryWeek } from '../../contract/index.ts'
import css from '../parts/diary-week/Diary.module.css'
import { DiaryBar } from '../parts/diary-week/DiaryBar.tsx'
import { useNeighbours } from '../parts/diary-week/use-neighbours.ts'
import { pagesOf } from '../parts/diary-week/week.ts'
import { WeekSpread } from '../parts/diary-week/WeekSpread.tsx'
import { WeekTurn } from '../parts/diary-week/WeekTurn.tsx'
import { ownZone, usePupil, useT } from '../parts/diary-week/words.ts'

const weekOf = (schoolId: string, studentId: string, asked: string) => kept(ask(getDiaryWeek, { params: { schoolId, studentId }, query: asked ? { week: mondayOf(asked) } : {} }))
export const ahead: Ahead = ({ me, acting, params, query }) => [weekOf(acting.schoolId ?? '', params['studentId'] ?? acting.childId ?? acting.recordId ?? me.person.id, query.get('week') ?? '')]

/** A week of the diary as a spread of a paper one; a phone shows a day at a time. */
export function Diary({ studentId: named }: { studentId?: string }) {
  const t = useT()
  const { schoolId, studentId, view } = usePupil(named)
  const [asked, setAsked] = useUrlValue('week', '', { push: true })
  const found = useQuery(weekOf(schoolId, studentId, asked))
  const diary = found.data
  const week = diary?.week ?? mondayOf(asked || todayIn(ownZone()))
  const last = diary ? pagesOf(diary.days).flat().at(-1)?.date : undefined
  const current = diary ? mondayOf(diary.today) === week : !asked
  const sub = [named && diary ? t.of(fullName(diary.student), diary.className ?? '') : '', diary?.weekNumber ? t.weekNumber(diary.weekNumber) : '', diary?.period?.name ?? ''].filter(Boolean).join(', ')
  const toToday = () => setAsked('')
  useNeighbours(schoolId, studentId, diary?.week)
  return (
    <PageBody flush>
      <div className={css.page}>
        <DiaryBar view="week" title={daysText(week, last ?? addDays(week, 5))} sub={sub} address={view}>
          <WeekTurn week={week} current={current} onWeek={setAsked} onToday={toToday} />
        </DiaryBar>
        <Loaded query={found} waiting={<Unread />}>
          {(data) => <WeekSpread key={data.week} diary={data} schoolId={schoolId} toldAt={found.dataUpdatedAt} view={view} onToday={toToday} />}
        </Loaded>
      </div>
    </PageBody>
  )
}

const Unread = () => (
  <div className={css.spread}>
    <div className={css.half}><Waiting rows={18} height={38} /></div>
    <div className={`${css.half} only-wide`}><Waiting rows={18} height={38} /></div>
  </div>
)

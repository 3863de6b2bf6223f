import { Button, cx, Empty, PageBody, QuickSelect, Stat, Stats, Waiting } from '@school/ui'
import { ask, daysText, Loaded, todayIn, useCan, useQuery, useUrlValue } from '@school/web'
import { useState } from 'react'
import { listAbsences, listExcuses, type AbsenceList } from '../../contract/index.ts'
import css from '../parts/diary-absences/Absences.module.css'
import { AbsentDays } from '../parts/diary-absences/AbsentDays.tsx'
import { byDay, yearOf } from '../parts/diary-absences/by-day.ts'
import { ExcuseDialog } from '../parts/diary-absences/ExcuseDialog.tsx'
import { ExcuseList } from '../parts/diary-absences/ExcuseList.tsx'
import { DiaryBar } from '../parts/diary-week/DiaryBar.tsx'
import { ownZone, usePupil, useT } from '../parts/diary-week/words.ts'

/** Absences of a pupil day by day with their reasons and counts; a parent gives a reason here. */
export function Absences({ studentId: named }: { studentId?: string }) {
  const t = useT()
  const { schoolId, studentId, view } = usePupil(named)
  const [span, setSpan] = useUrlValue('span', 'period')
  const [excusing, setExcusing] = useState<string | null>(null)
  const excuses = useCan('journal.absence.excuse')
  const today = todayIn(ownZone())
  const params = { schoolId, studentId }
  const found = useQuery(ask(listAbsences, { params, query: span === 'year' ? yearOf(today) : {} }))
  const said = useQuery(ask(listExcuses, { params })).data ?? []
  return (
    <PageBody flush>
      <DiaryBar view="absences" title={t.missedLessons} sub={found.data ? daysText(found.data.from, found.data.to) : ''} address={view}>
        <QuickSelect label={t.period} value={span} onChange={setSpan} options={[{ value: 'period', label: t.thisPeriod }, { value: 'year', label: t.thisYear }]} />
      </DiaryBar>
      <div className={cx(css.under, !excuses && said.length === 0 && css.alone)}>
        <div>
          <Loaded query={found} waiting={<Waiting rows={8} height={52} />}>
            {(list) => list.absences.length === 0 ? <Empty>{t.noAbsences}</Empty> : <><Totals list={list} /><AbsentDays days={byDay(list.absences, said)} subject={(courseId) => view(`/subjects/${courseId}`)} onExcuse={excuses ? setExcusing : null} /></>}
          </Loaded>
        </div>
        {excuses || said.length > 0 ? (
          <aside>
            {excuses ? <Button look="outlined" wide onClick={() => setExcusing(today)}>{t.excuse.ahead}</Button> : null}
            {said.length > 0 ? <ExcuseList schoolId={schoolId} excuses={said} /> : null}
          </aside>
        ) : null}
      </div>
      <ExcuseDialog {...params} date={excusing ?? today} open={excusing !== null} onClose={() => setExcusing(null)} />
    </PageBody>
  )
}

function Totals({ list: { totals } }: { list: AbsenceList }) {
  const t = useT()
  return (
    <div className={css.totals}>
      <Stats>
        <Stat value={totals.lessons} label={t.total.lessons(totals.lessons)} note={t.total.days(totals.days)} />
        <Stat value={totals.illness} label={t.reason.illness} />
        <Stat value={totals.excused} label={t.reason.excused} />
        <Stat value={totals.unexcused} label={t.reason.unexcused} />
        <Stat value={totals.withoutReason} label={t.noReason} />
        <Stat value={totals.late} label={t.total.late(totals.late)} />
      </Stats>
    </div>
  )
}

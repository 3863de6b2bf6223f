import { Empty, PageBody, QuickSelect, Waiting } from '@school/ui'
import { ask, daysText, Loaded, useQuery, useUrlValue } from '@school/web'
import { getSubjects } from '../../contract/index.ts'
import css from '../parts/diary-marks/Marks.module.css'
import { SubjectsTable } from '../parts/diary-marks/SubjectsTable.tsx'
import { DiaryBar } from '../parts/diary-week/DiaryBar.tsx'
import { usePupil, useT } from '../parts/diary-week/words.ts'

/** All subjects of a period side by side; an average opens what it is made of. */
export function DiaryMarks({ studentId: named }: { studentId?: string }) {
  const t = useT()
  const { schoolId, studentId, view } = usePupil(named)
  const [asked, setAsked] = useUrlValue('period')
  const found = useQuery(ask(getSubjects, { params: { schoolId, studentId }, query: asked ? { period: asked } : {} }))
  const { period = null, periods = [] } = found.data ?? {}
  return (
    <PageBody flush>
      <DiaryBar view="marks" title={t.marks} sub={period ? `${period.name}, ${daysText(period.starts, period.ends)}` : ''} address={view}>
        {periods.length > 1 ? <QuickSelect label={t.period} value={period?.id ?? ''} onChange={setAsked} options={periods.map((one) => ({ value: one.id, label: one.name }))} /> : null}
      </DiaryBar>
      <div className={css.under}>
        <Loaded query={found} waiting={<Waiting rows={12} height={52} />}>
          {(overview) => overview.subjects.length === 0 ? <Empty>{t.noSubjects}</Empty> : <SubjectsTable overview={overview} schoolId={schoolId} subject={(courseId) => view(`/subjects/${courseId}${overview.period ? `?period=${overview.period.id}` : ''}`)} />}
        </Loaded>
      </div>
    </PageBody>
  )
}

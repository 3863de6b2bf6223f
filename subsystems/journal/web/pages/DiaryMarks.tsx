import { Empty, PageBody, PageHeader, PrintButton, QuickSelect, Waiting } from '@school/ui'
import { ask, daysText, Loaded, useQuery, useUrlValue } from '@school/web'
import { getSubjects } from '../../contract/index.ts'
import { SubjectsTable } from '../parts/diary-marks/SubjectsTable.tsx'
import { DiaryViews } from '../parts/diary-week/DiaryHead.tsx'
import { usePupil, useT } from '../parts/diary-week/words.ts'

/** All subjects of a period side by side; an average opens what it is made of. */
export function DiaryMarks() {
  const t = useT()
  const { schoolId, studentId } = usePupil()
  const [asked, setAsked] = useUrlValue('period')
  const found = useQuery(ask(getSubjects, { params: { schoolId, studentId }, query: asked ? { period: asked } : {} }))
  const { period = null, periods = [] } = found.data ?? {}
  return (
    <PageBody>
      <PageHeader title={t.marks} sub={period ? `${period.name}, ${daysText(period.starts, period.ends)}` : ' '} actions={
        <>
          {periods.length > 1 ? <QuickSelect label={t.period} value={period?.id ?? ''} onChange={setAsked} options={periods.map((one) => ({ value: one.id, label: one.name }))} /> : null}
          <DiaryViews value="marks" />
          <span className="only-wide"><PrintButton /></span>
        </>} />
      <Loaded query={found} waiting={<Waiting rows={12} height={52} />}>
        {(overview) => overview.subjects.length === 0 ? <Empty>{t.noSubjects}</Empty> : <SubjectsTable overview={overview} schoolId={schoolId} />}
      </Loaded>
    </PageBody>
  )
}

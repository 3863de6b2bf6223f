import { Empty, PageBody, PageHeader, Row, Rows, Section, Waiting } from '@school/ui'
import { ask, Loaded, useCan, useContextOfPage, useLanguage, useQuery, useTo } from '@school/web'
import { listReports, type ReportList } from '../../contract/index.ts'
import { useT } from '../parts/words.ts'

const order = ['class', 'teacher', 'school'] as const

/** All reports a person may ask for, grouped by what they are about. */
export function Reports() {
  const t = useT()
  const { schoolId } = useContextOfPage()
  const language = useLanguage()
  const found = useQuery(ask(listReports, { params: { schoolId: schoolId ?? '' }, query: { language } }))
  return (
    <PageBody>
      <PageHeader title={t.title} sub={t.sub} />
      <Loaded query={found} waiting={<Waiting rows={8} height={56} title />}>{(list) => (list.reports.length === 0 ? <Empty>{t.nothing}</Empty> : <Groups list={list} />)}</Loaded>
    </PageBody>
  )
}

function Groups({ list }: { list: ReportList }) {
  const t = useT()
  const to = useTo()
  const office = useCan('reports.school.read')
  const exports = useCan('reports.journal.export')
  const groups = office ? [...order].toReversed() : order
  return groups.map((of) => {
    const own = list.reports.filter((one) => one.of === of)
    if (own.length === 0) return null
    return (
      <Section key={of} title={of === 'teacher' && office ? t.group.teacherOffice : t.group[of]}>
        <Rows>
          {own.map((one) => <Row key={one.key} title={one.title} sub={one.about} href={to(`/reports/${of}/${one.key}`)} />)}
          {of === 'school' && exports ? <Row title={t.exports.title} sub={t.exports.sub} href={to('/reports/journals')} /> : null}
        </Rows>
      </Section>
    )
  })
}

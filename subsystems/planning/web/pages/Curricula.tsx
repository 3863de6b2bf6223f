import { Button, Callout, DataTable, Empty, IconPlus, PageBody, PageHeader, QuickSelect, Row, showToast, StatusWord, type Column } from '@school/ui'
import { ask, keyOf, todayIn, useCommand, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { copyCurricula, listCurricula, type CurriculumRow } from '../../contract/index.ts'
import { HeadDialog } from '../parts/curriculum/HeadDialog.tsx'
import { hoursText, tellProblem, useSchoolId, useT, yearOfDay, yearText } from '../parts/words.ts'

/** The plans of a year with their classes and what is wrong in each. */
export function Curricula() {
  const words = useT()
  const t = words.curricula
  const to = useTo()
  const schoolId = useSchoolId()
  const current = yearOfDay(todayIn('Europe/Moscow'))
  const [year, setYear] = useUrlValue('year', String(current))
  const [making, setMaking] = useState(false)
  const found = useQuery(ask(listCurricula, { params: { schoolId }, query: { year: Number(year) } }))
  const copy = useCommand(copyCurricula, { stale: () => [keyOf(listCurricula, { params: { schoolId } })], onProblem: tellProblem, onDone: (reply) => showToast({ tone: 'ok', text: t.copied(reply.copied) }) })
  const { data } = found
  const change = data?.can.change ?? false
  const copyLast = () => copy.mutate({ params: { schoolId, year: Number(year) }, body: { fromYear: Number(year) - 1 } })
  const acts = change ? <><Button look="outlined" busy={copy.isPending} onClick={copyLast}>{t.copyLast(yearText(Number(year) - 1))}</Button><Button look="primary" icon={<IconPlus size={18} />} onClick={() => setMaking(true)}>{t.newPlan}</Button></> : null
  return (
    <PageBody>
      <PageHeader title={t.plans} sub={t.plansSub} back={{ href: to('/manage'), label: words.manage }} actions={
        <>
          <QuickSelect label={t.year} value={year} onChange={setYear} options={[current + 1, current, current - 1].map((one) => ({ value: String(one), label: yearText(one) }))} />
          <a className="link" href={to('/manage/plans/norms')}>{t.normsLink}</a>
          {acts}
        </>} />
      {data && data.rows.length > 0 && data.without.length > 0 ? <Callout title={t.without(data.without.length)}>{data.without.map((one) => one.name).join(', ')}</Callout> : null}
      <DataTable caption={t.plans} columns={useColumns()} rows={data?.rows} rowKey={(row) => row.id} href={(row) => to(`/manage/plans/${row.id}`)} empty={<Empty>{t.noPlans}</Empty>}
        phone={(row) => <Row title={row.name} sub={`${row.classes.map((one) => one.name).join(', ')}`} end={<Verdict row={row} />} href={to(`/manage/plans/${row.id}`)} />} />
      {making && data ? <HeadDialog head={null} year={Number(year)} standards={data.standards} onClose={() => setMaking(false)} /> : null}
    </PageBody>
  )
}

function Verdict({ row }: { row: CurriculumRow }) {
  const t = useT().curricula
  if (row.errors > 0) return <StatusWord tone="bad">{t.errors(row.errors)}</StatusWord>
  return row.warnings > 0 ? <StatusWord tone="warn">{t.warnings(row.warnings)}</StatusWord> : <StatusWord tone="ok">{t.allRight}</StatusWord>
}

function useColumns(): Column<CurriculumRow>[] {
  const t = useT().curricula
  return [
    { key: 'name', head: t.name, names: true, cell: (row) => <>{row.name}{row.profile ? <span className="muted">, {row.profile}</span> : null}{row.kind === 'class' ? null : <span className="muted">, {t.kinds[row.kind]}</span>}</> },
    { key: 'classes', head: t.classes, cell: (row) => (row.kind === 'class' ? row.classes.map((one) => one.name).join(', ') : t.pupils(row.students)) },
    { key: 'hours', head: t.hoursByGrade, width: 230, cell: (row) => <span className="muted small">{row.totals.map((one) => `${one.grade}: ${hoursText(one.hours)}`).join(' · ')}</span> },
    { key: 'state', head: t.state, width: 130, cell: (row) => <StatusWord tone={row.state === 'accepted' ? 'ok' : 'mute'}>{t.states[row.state]}</StatusWord> },
    { key: 'check', head: t.checks, width: 170, cell: (row) => <Verdict row={row} /> },
  ]
}

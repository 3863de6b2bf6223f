import { Button, DateField, Empty, ErrorNote, IconFileSpreadsheet, IconFileTypePdf, PageBody, PageHeader, PickField, PrintButton, Section, SelectField, TextField, Waiting } from '@school/ui'
import { Loaded, useTo } from '@school/web'
import type { ReportList } from '../../contract/index.ts'
import { useAsked, useList, useReport, type AskedFor, type Of } from '../parts/report-data.ts'
import css from '../parts/Report.module.css'
import { ReportView } from '../parts/ReportView.tsx'
import { useT } from '../parts/words.ts'

/** One report: what is asked stands in the address, the answer below, files beside the title. */
export function ReportPage({ of, name }: { of: string; name: string }) {
  const t = useT()
  const to = useTo()
  const found = useList()
  return (
    <Loaded query={found} waiting={<PageBody><Waiting rows={12} title /></PageBody>}>
      {(list) => {
        const listed = list.reports.find((one) => one.of === of && one.key === name)
        if (!listed) return <PageBody><ErrorNote title={t.unknown} action={<Button size="sm" href={to('/reports')}>{t.toList}</Button>} /></PageBody>
        return <Answer key={`${of} ${name}`} of={listed.of} listed={listed} list={list} />
      }}
    </Loaded>
  )
}

function Answer({ of, listed, list }: { of: Of; listed: ReportList['reports'][number]; list: ReportList }) {
  const t = useT()
  const to = useTo()
  const asked = useAsked(of, list, listed.ended)
  const { found, fileAddress } = useReport(of, listed.key, listed.asks, asked, true)
  const report = found.data
  return (
    <PageBody>
      <PageHeader title={listed.title} sub={report ? `${report.place}. ${report.span}` : listed.about} back={{ href: to('/reports'), label: t.title }}
        actions={<><PrintButton /><Button icon={<IconFileSpreadsheet size={18} />} href={fileAddress('xlsx')} download>{t.excel}</Button><Button icon={<IconFileTypePdf size={18} />} href={fileAddress('pdf')} download>{t.pdf}</Button></>} />
      <Choices of={of} asks={listed.asks} list={list} asked={asked} />
      <Loaded query={found} waiting={<Waiting rows={14} height={29} />}>
        {(answer) => answer.tables.length === 0 ? <Empty>{t.nothing}</Empty> : answer.tables.map((table) => (
          table.title ? <Section key={table.key} title={table.title}><ReportView table={table} caption={table.title} /></Section> : <ReportView key={table.key} table={table} caption={answer.title} />
        ))}
      </Loaded>
    </PageBody>
  )
}

function Choices({ of, asks, list, asked }: { of: Of; asks: readonly string[]; list: ReportList; asked: AskedFor }) {
  const t = useT()
  return (
    <div className={`${css.choices} no-print`} role="group" aria-label={t.ask}>
      {of === 'class' && list.classes.length > 1 ? <SelectField label={t.classUnit} value={asked.classId} onChange={asked.setClass} options={list.classes.map((one) => ({ value: one.id, label: one.name }))} /> : null}
      {of === 'teacher' && list.teachers.length > 1 ? <PickField label={t.teacher} value={asked.teacherId} onChange={(id) => { if (id) asked.setTeacher(id) }} options={list.teachers.map((one) => ({ value: one.id, label: one.name }))} /> : null}
      {asks.includes('period') ? <SelectField label={t.period} value={asked.period} onChange={asked.setPeriod} options={[...asked.periods.map((one) => ({ value: one.id, label: one.name })), { value: 'year', label: t.wholeYear }]} /> : null}
      {asks.includes('day') ? <DateField label={t.day} value={asked.day} onChange={asked.setDay} /> : null}
      {asks.includes('least') ? <TextField label={t.least} type="number" min={1} max={500} inputMode="numeric" value={asked.least} onChange={asked.setLeast} /> : null}
    </div>
  )
}

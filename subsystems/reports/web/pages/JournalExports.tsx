import { addressOf, newId } from '@school/contract'
import { Button, Empty, IconDownload, PageBody, PageHeader, ProgressLine, Row, Rows, Section, SelectField, ShowMore, StatusWord, Waiting } from '@school/ui'
import { dateTimeText, keyOf, Loaded, ownZone, ProblemNote, useCommand, useContextOfPage, useLanguage, usePages, useQueryClient, useTo } from '@school/web'
import { useEffect, useState } from 'react'
import { getExportFile, getSealCertificate, listExports, putExport, type JournalExport, type ReportList } from '../../contract/index.ts'
import { useList } from '../parts/report-data.ts'
import css from '../parts/Report.module.css'
import { useT } from '../parts/words.ts'

/** Journals of classes as signed documents: order one, see how far it is, take it. */
export function JournalExports() {
  const t = useT()
  const to = useTo()
  const list = useList()
  return (
    <PageBody>
      <PageHeader title={t.exports.title} sub={t.exports.sub} back={{ href: to('/reports'), label: t.title }} />
      <Loaded query={list} waiting={<Waiting rows={1} height={60} />}>{(found) => <Order list={found} />}</Loaded>
      <Exports />
    </PageBody>
  )
}

function Order({ list }: { list: ReportList }) {
  const t = useT()
  const { schoolId } = useContextOfPage()
  const language = useLanguage()
  const [classId, setClass] = useState(list.classes[0]?.id ?? '')
  const [periodId, setPeriod] = useState('')
  const order = useCommand(putExport, { stale: () => [keyOf(listExports)] })
  const scheme = list.classes.find((one) => one.id === classId)?.schemeId
  const periods = list.periods.filter((one) => one.schemeId === scheme)
  if (list.classes.length === 0) return <Empty>{t.exports.noClasses}</Empty>
  return (
    <>
      <div className={css.choices}>
        <SelectField label={t.classUnit} value={classId} onChange={(id) => { setClass(id); setPeriod('') }} options={list.classes.map((one) => ({ value: one.id, label: one.name }))} />
        <SelectField label={t.period} value={periodId} onChange={setPeriod} options={[{ value: '', label: t.wholeYear }, ...periods.map((one) => ({ value: one.id, label: one.name }))]} />
        <Button look="primary" busy={order.isPending} onClick={() => order.mutate({ params: { schoolId: schoolId ?? '', exportId: newId() }, body: { classId, periodId: periodId || null, language } })}>{t.exports.act}</Button>
      </div>
      {order.error ? <ProblemNote problem={order.error} /> : null}
    </>
  )
}

const askAgainMs = 1500

function Exports() {
  const t = useT()
  const { schoolId } = useContextOfPage()
  const cache = useQueryClient()
  const { rows, more, busy, error } = usePages(listExports, { params: { schoolId: schoolId ?? '' }, query: {} })
  const waiting = rows?.some((one) => one.state === 'making') ?? false
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void cache.invalidateQueries({ queryKey: keyOf(listExports) }), askAgainMs)
    return () => clearInterval(timer)
  }, [waiting, cache])
  if (error) return <ProblemNote problem={error} />
  return (
    <Section title={t.exports.ready}>
      {rows === undefined ? <Waiting rows={3} height={60} /> : rows.length === 0 ? <Empty compact>{t.exports.none}</Empty> : <Rows>{rows.map((one) => <ExportRow key={one.id} one={one} />)}</Rows>}
      {rows && more ? <ShowMore shown={rows.length} busy={busy} onMore={more} /> : null}
      <p className="small muted">{t.exports.check} <a className="link" href={addressOf(getSealCertificate)} download>{t.exports.certificate}</a></p>
    </Section>
  )
}

function ExportRow({ one }: { one: JournalExport }) {
  const t = useT()
  const { schoolId } = useContextOfPage()
  const file = (format: 'asics' | 'pdf') => addressOf(getExportFile, { params: { schoolId: schoolId ?? '', exportId: one.id }, query: { format } })
  const zone = ownZone()
  return (
    <Row top title={`${one.className}, ${one.span}`} sub={<>{t.exports.by(one.orderedBy, dateTimeText(one.orderedAt, zone))}{one.sha256 ? <><br /><span className="small">{`SHA-256: ${one.sha256}`}</span></> : null}</>}
      end={one.state === 'ready' ? <span className="row wrap"><Button size="sm" icon={<IconDownload size={16} />} href={file('asics')} download>{t.exports.container}</Button><Button size="sm" look="text" href={file('pdf')} download>{t.pdf}</Button></span>
        : one.state === 'failed' ? <StatusWord tone="bad">{t.exports.failed}</StatusWord> : <span className={css.progress}><ProgressLine value={one.done} max={Math.max(1, one.total)} label={t.exports.making(one.done, one.total)} /><span className="small">{t.exports.making(one.done, one.total)}</span></span>} />
  )
}

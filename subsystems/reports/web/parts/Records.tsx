import { addressOf, newId } from '@school/contract'
import { Button, Empty, IconDownload, IconFileUpload, IconPlus, Row, Rows, Section, StatusWord } from '@school/ui'
import { ask, callWithFile, dateTimeText, keyOf, Loaded, ownZone, ProblemNote, useCommand, useLanguage, useQuery, useQueryClient } from '@school/web'
import { Suspense, lazy, useState } from 'react'
import { getRecordFile, listRecords, makeRecord, receiveRecord, type MadeRecord, type ReceivedRecord } from '../../contract/index.ts'
import css from './Report.module.css'
import { useT } from './words.ts'

const ReceivedDialog = lazy(async () => ({ default: (await import('./ReceivedDialog.tsx')).ReceivedDialog }))
const BringDialog = lazy(async () => ({ default: (await import('./ReceivedDialog.tsx')).BringDialog }))

interface Props { schoolId: string; studentId: string }

/** On the card of a pupil: the signed record that goes along to another school, and those that came from others. */
export function Records({ schoolId, studentId }: Props) {
  const { record: t } = useT()
  const cache = useQueryClient()
  const params = { schoolId, studentId }
  const [open, setOpen] = useState<string | 'bring' | null>(null)
  const found = useQuery(ask(listRecords, { params }))
  const stale = () => [keyOf(listRecords, { params })]
  const make = useCommand(makeRecord, { stale })
  async function bring(file: File) {
    const recordId = newId()
    await callWithFile(receiveRecord, { ...params, recordId }, file)
    await cache.invalidateQueries({ queryKey: keyOf(listRecords, { params }) })
    setOpen(recordId)
  }
  const shown = found.data?.received.find((one) => one.id === open)
  return (
    <Section title={t.title} action={<span className="row wrap">
      <Button size="sm" icon={<IconFileUpload size={18} />} onClick={() => setOpen('bring')}>{t.bring}</Button>
      <Button size="sm" icon={<IconPlus size={18} />} busy={make.isPending} onClick={() => make.mutate({ params: { ...params, recordId: newId() } })}>{t.make}</Button>
    </span>}>
      {make.error ? <ProblemNote problem={make.error} /> : null}
      <Loaded query={found}>{({ made, received }) => made.length + received.length === 0 ? <Empty compact>{t.none}</Empty> : (
        <Rows>
          {received.map((one) => <Received key={one.id} one={one} onOpen={() => setOpen(one.id)} />)}
          {made.map((one) => <Made key={one.id} one={one} params={params} />)}
        </Rows>
      )}</Loaded>
      <Suspense fallback={null}>
        {open === 'bring' ? <BringDialog onFile={bring} onClose={() => setOpen(null)} /> : null}
        {shown && found.data ? <ReceivedDialog key={shown.id} one={shown} ours={found.data.subjects} params={params} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </Section>
  )
}

function Made({ one, params }: { one: MadeRecord; params: Props }) {
  const { record: t, pdf } = useT()
  const language = useLanguage()
  const file = (format: 'asics' | 'pdf') => addressOf(getRecordFile, { params: { ...params, recordId: one.id }, query: { format, language } })
  return (
    <Row top title={t.made(one.className, one.year)} sub={<>{`${dateTimeText(one.madeAt, ownZone())}, ${one.madeBy}`}<br /><span className={`small ${css.hash}`}>{`SHA-256: ${one.sha256}`}</span></>}
      end={<span className="row wrap"><Button size="sm" icon={<IconDownload size={16} />} href={file('asics')} download>{t.container}</Button><Button size="sm" look="text" href={file('pdf')} download>{pdf}</Button></span>} />
  )
}

function Received({ one, onOpen }: { one: ReceivedRecord; onOpen: () => void }) {
  const { record: t } = useT()
  return (
    <Row onOpen={onOpen} title={t.from(one.document.school.name)} sub={`${t.made(one.document.className, one.document.year)}, ${dateTimeText(one.receivedAt, ownZone())}`}
      end={one.written ? <StatusWord tone="ok">{t.taken(one.written.marks + one.written.finals)}</StatusWord> : one.signature.ok ? <StatusWord tone="info">{t.waits}</StatusWord> : <StatusWord tone="warn">{t.check}</StatusWord>} />
  )
}

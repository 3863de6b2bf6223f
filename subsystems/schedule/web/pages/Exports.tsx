import { newId } from '@school/contract'
import { Button, Callout, Empty, Form, IconDownload, PageBody, PageHeader, RadioGroup, Row, Rows, Section, Segmented, TextField, Waiting } from '@school/ui'
import { ask, dateTimeText, keyOf, Loaded, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { getRosterExport, listRosterExports, makeRosterExport } from '../../contract/index.ts'
import { tellProblem } from '../parts/acts.ts'
import { useSchoolId, useT } from '../parts/words.ts'

const day = 24 * 3600_000

/** Where the school's lists go out: a package of an open standard or a workbook, and what was given away before. */
export function Exports() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const earlier = useQuery(ask(listRosterExports, { params: { schoolId } }))
  return (
    <PageBody>
      <PageHeader title={t.exportLists} sub={t.exportListsSub} back={{ href: to('/manage'), label: t.manage }} />
      <NewExport schoolId={schoolId} />
      <Section title={t.exports.earlier}>
        <p className="muted">{t.exports.dayOnly}</p>
        <Loaded query={earlier} waiting={<Waiting rows={3} height={48} />}>
          {(rows) => rows.length === 0 ? <Empty compact>{t.exports.none}</Empty> : (
            <Rows>{rows.map((row) => (
              <Row key={row.id} title={row.recipient} sub={[dateTimeText(row.madeAt, 'Europe/Moscow'), t.exports[row.format], row.format === 'oneroster' ? t.exports[row.mode].toLowerCase() : '', t.exports.counted(row.counts)].filter(Boolean).join(' · ')}
                end={Date.now() - Date.parse(row.madeAt) < day ? <Button look="text" icon={<IconDownload size={18} />} href={fileOf(schoolId, row.id)} download>{t.exports.again}</Button> : null} />
            ))}</Rows>
          )}
        </Loaded>
      </Section>
    </PageBody>
  )
}

const fileOf = (schoolId: string, id: string) => getRosterExport.path.replace(':schoolId', schoolId).replace(':id', id)

function NewExport({ schoolId }: { schoolId: string }) {
  const t = useT()
  const [id, setId] = useState(newId)
  const [recipient, setRecipient] = useState('')
  const [format, setFormat] = useState<'oneroster' | 'workbook'>('oneroster')
  const [mode, setMode] = useState<'bulk' | 'delta'>('bulk')
  const [tried, setTried] = useState(false)
  const make = useCommand(makeRosterExport, {
    stale: () => [keyOf(listRosterExports, { params: { schoolId } })], onProblem: tellProblem,
    onDone: () => { setId(newId()); window.location.assign(fileOf(schoolId, id)) },
  })
  const submit = () => {
    setTried(true)
    if (recipient.trim() !== '') make.mutate({ params: { schoolId, id }, body: { recipient: recipient.trim(), format, mode: format === 'workbook' ? 'bulk' : mode } })
  }
  return (
    <Section title={t.exports.make}>
      <Form onSubmit={submit} foot={<Button look="primary" type="submit" busy={make.isPending}>{make.isPending ? t.exports.making : t.exports.act}</Button>}>
        <TextField label={t.exports.recipient} required value={recipient} onChange={setRecipient} hint={t.exports.recipientHint} error={tried && recipient.trim() === '' ? t.exports.recipientMissing : undefined} />
        <RadioGroup label={t.exports.format} value={format} onChange={(value) => setFormat(value as typeof format)} options={[{ value: 'oneroster', label: t.exports.oneroster, note: t.exports.onerosterHint }, { value: 'workbook', label: t.exports.workbook, note: t.exports.workbookHint }]} />
        {format === 'oneroster' ? <Segmented label={t.exports.mode} value={mode} onChange={(value) => setMode(value as typeof mode)} options={[{ value: 'bulk', label: t.exports.bulk }, { value: 'delta', label: t.exports.delta }]} /> : null}
        <Callout tone="info">{t.exports.personal}</Callout>
      </Form>
    </Section>
  )
}

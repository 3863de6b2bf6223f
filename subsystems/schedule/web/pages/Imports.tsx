import { Button, Empty, FileDrop, IconDownload, PageBody, PageHeader, Row, Rows, Section, showToast, StatusWord, Steps, Waiting } from '@school/ui'
import { ask, callWithFile, dateTimeText, Loaded, problemText, ProblemError, useAddress, useQuery, useTo } from '@school/web'
import { newId } from '@school/contract'
import { useState } from 'react'
import { listImports, uploadRoster, uploadTimetable } from '../../contract/index.ts'
import { useSchoolId, useT } from '../parts/words.ts'

const tones = { mapping: 'warn', ready: 'info', broken: 'bad', done: 'ok', expired: 'mute' } as const

/** Where files come in: lists as a workbook, a timetable from FET; and what came in before. */
export function Imports() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [, go] = useAddress()
  const [busy, setBusy] = useState<'roster' | 'timetable' | null>(null)
  const earlier = useQuery(ask(listImports, { params: { schoolId } }))
  const send = async (kind: 'roster' | 'timetable', file: File) => {
    setBusy(kind)
    const id = newId()
    try {
      await callWithFile(kind === 'roster' ? uploadRoster : uploadTimetable, { schoolId, id }, file)
      go(to(`/manage/imports/${id}`))
    } catch (error) {
      showToast({ tone: 'bad', text: error instanceof ProblemError ? problemText(error.code, error.details) : problemText('our_fault', {}) })
    } finally {
      setBusy(null)
    }
  }
  return (
    <PageBody>
      <PageHeader title={t.imports} sub={t.nothingWritten} back={{ href: to('/manage'), label: t.manage }} />
      <Steps label={t.imports} steps={t.steps} at={0} />
      <Section title={t.roster} action={<Button look="text" icon={<IconDownload size={18} />} href={`/api/schools/${schoolId}/import-template`} download="school.xlsx">{t.template}</Button>}>
        <FileDrop label={busy === 'roster' ? t.reading : t.roster} hint={t.rosterHint} accept=".xlsx,.zip" busy={busy !== null} onFiles={([file]) => { if (file) void send('roster', file) }} />
      </Section>
      <Section title={t.fet}>
        <FileDrop label={busy === 'timetable' ? t.reading : t.fet} hint={t.fetHint} accept=".fet,.xml" busy={busy !== null} onFiles={([file]) => { if (file) void send('timetable', file) }} />
      </Section>
      <Section title={t.earlier}>
        <Loaded query={earlier} waiting={<Waiting rows={3} height={48} />}>
          {(rows) => rows.length === 0 ? <Empty compact>{t.noEarlier}</Empty> : (
            <Rows>{rows.map((row) => <Row key={row.id} href={to(`/manage/imports/${row.id}`)} title={row.fileName} sub={dateTimeText(row.createdAt, 'Europe/Moscow')} end={<StatusWord tone={tones[row.state]}>{t.importStates[row.state]}</StatusWord>} />)}</Rows>
          )}
        </Loaded>
      </Section>
    </PageBody>
  )
}

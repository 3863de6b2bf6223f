import { newId } from '@school/contract'
import { AskOnce, Button, DateField, Dialog, Empty, Form, IconFileUpload, PageBody, PageHeader, Row, Rows, SelectField, StatusWord, TextField, Waiting } from '@school/ui'
import { addDays, ask, dayText, keyOf, Loaded, mondayOf, todayIn, useAddress, useCan, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { listTimetables, putTimetable, removeDraft, type Timetable } from '../../contract/index.ts'
import { tellProblem } from '../parts/acts.ts'
import { useSchoolId, useT } from '../parts/words.ts'

/** Versions of the timetable: each holds from its day until the next one begins. */
export function Timetables() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Timetable | null>(null)
  const found = useQuery(ask(listTimetables, { params: { schoolId }, query: {} }))
  const remove = useCommand(removeDraft, { stale: () => [keyOf(listTimetables, { params: { schoolId } })], onDone: () => setRemoving(null), onProblem: tellProblem })
  const importing = useCan('schedule.import.run')
  return (
    <PageBody>
      <PageHeader title={t.timetables} sub={t.timetablesSub} back={{ href: to('/manage'), label: t.manage }} actions={
        <>
          {importing ? <Button look="outlined" icon={<IconFileUpload size={18} />} href={to('/manage/imports')}>{t.imports}</Button> : null}
          <Button look="outlined" href={to('/manage/timetable-rules')}>{t.board.rules}</Button>
          <Button look="primary" onClick={() => setAdding(true)}>{t.board.newDraft}</Button>
        </>} />
      <Loaded query={found} waiting={<Waiting rows={3} height={56} />}>
        {(rows) => rows.length === 0 ? <Empty>{t.noTimetables}</Empty> : (
          <Rows>{rows.map((row) => (
            <Row key={row.id} href={to(`/manage/timetables/${row.id}`)} title={`${t.fromDay(dayText(row.validFrom))}, ${row.name}`} sub={`${t.entriesCount(row.entries)}, ${t.sources[row.source]}`} end={row.state === 'draft' ? <StatusWord tone="warn">{t.board.draft}</StatusWord> : row.inForce ? <StatusWord tone="ok">{t.inForce}</StatusWord> : null} />
          ))}</Rows>
        )}
      </Loaded>
      {found.data?.some((one) => one.state === 'draft') ? <p>{found.data.filter((one) => one.state === 'draft').map((one) => <Button key={one.id} size="sm" look="danger" onClick={() => setRemoving(one)}>{`${t.board.removeDraft}: ${one.name}`}</Button>)}</p> : null}
      <AskOnce open={removing !== null} onClose={() => setRemoving(null)} title={t.board.removeDraft} act={t.board.removeDraft} cancel={t.cancel} danger busy={remove.isPending} onAct={() => { if (removing) remove.mutate({ params: { schoolId, id: removing.id } }) }}>{t.board.removeDraftAsk(removing?.name ?? '')}</AskOnce>
      {adding && found.data ? <NewTimetable earlier={found.data} onClose={() => setAdding(false)} /> : null}
    </PageBody>
  )
}

function NewTimetable({ earlier, onClose }: { earlier: readonly Timetable[]; onClose(): void }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [, go] = useAddress()
  const [id] = useState(newId())
  const [name, setName] = useState('')
  const [validFrom, setValidFrom] = useState(addDays(mondayOf(todayIn('Europe/Moscow')), 7))
  const [copyOf, setCopyOf] = useState(earlier.find((one) => one.inForce)?.id ?? '')
  const put = useCommand(putTimetable, { stale: () => [keyOf(listTimetables, { params: { schoolId } })], onProblem: tellProblem, onDone: () => go(to(`/manage/timetables/${id}`)) })
  const year = Number(validFrom.slice(0, 4)) - (validFrom.slice(5) < '07-01' ? 1 : 0)
  const send = () => put.mutate({ params: { schoolId, id }, body: { year, name, validFrom, copyOf: copyOf || null, draft: true } })
  return (
    <Dialog open onClose={onClose} title={t.newTimetable} foot={<Button look="primary" busy={put.isPending} {...(name.length > 1 && validFrom ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <TextField label={t.timetableName} value={name} onChange={setName} />
        <DateField label={t.validFrom} value={validFrom} onChange={setValidFrom} />
        <SelectField label={t.copyOf} value={copyOf} onChange={setCopyOf} options={[{ value: '', label: t.emptyOne }, ...earlier.map((one) => ({ value: one.id, label: `${t.fromDay(dayText(one.validFrom))}, ${one.name}` }))]} />
      </Form>
    </Dialog>
  )
}

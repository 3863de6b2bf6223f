import { BulkBar, Button, Callout, DataTable, DateField, Empty, PageBody, PageHeader, Section, Segmented, Stat, Stats, Steps, Waiting, type Column } from '@school/ui'
import { ask, keyOf, Loaded, useCommand, useQuery, useQueryClient, useTo, weekdayText } from '@school/web'
import { useState } from 'react'
import { confirmImport, getImport, listImports, mapNames, type Import } from '../../contract/index.ts'
import { tellProblem } from '../parts/acts.ts'
import { NamesTable } from '../parts/NamesTable.tsx'
import { dayOf, useSchoolId, useT } from '../parts/words.ts'

/** One import from the file to the written result: names, errors, changes, confirmation. */
export function ImportPage({ importId }: { importId: string }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const found = useQuery(ask(getImport, { params: { schoolId, id: importId }, query: {} }))
  return (
    <PageBody>
      <Loaded query={found} waiting={<Waiting title rows={10} />}>
        {(one) => (
          <>
            <PageHeader title={one.fileName} sub={one.state === 'done' ? t.done : t.nothingWritten} back={{ href: to('/manage/imports'), label: t.imports }} />
            <Steps label={t.imports} steps={t.steps} at={one.state === 'done' ? 3 : one.state === 'mapping' ? 1 : 2} />
            {one.state === 'done' ? <Written of={one} /> : <Proposed of={one} />}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function Written({ of }: { of: Import }) {
  const t = useT()
  const to = useTo()
  return (
    <>
      <Callout tone="ok" title={t.done} action={<Button look="primary" href={to(of.kind === 'roster' ? '/manage/classes' : '/timetable')}>{of.kind === 'roster' ? t.toClasses : t.toTimetable}</Button>}>{t.loadSub}</Callout>
      <Counts of={of} />
    </>
  )
}

function Counts({ of }: { of: Import }) {
  const t = useT()
  const entries = Object.entries(of.counts)
  return entries.length === 0 ? null : <Stats>{entries.map(([kind, value]) => <Stat key={kind} value={value} label={t.counts[kind] ?? kind} />)}</Stats>
}

function Proposed({ of }: { of: Import }) {
  const t = useT()
  const schoolId = useSchoolId()
  const cache = useQueryClient()
  const key = keyOf(getImport, { params: { schoolId, id: of.id } })
  const onProblem = tellProblem
  const map = useCommand(mapNames, { stale: () => [key], onProblem })
  const confirm = useCommand(confirmImport, { stale: () => [key, keyOf(listImports, { params: { schoolId } })], onProblem: (problem) => { onProblem(problem); if (problem.code === 'schedule.import_stale') map.mutate({ params: { schoolId, id: of.id }, body: { names: [] } }) }, onDone: () => void cache.invalidateQueries() })
  const ready = of.state === 'ready'
  return (
    <>
      {of.state === 'broken' ? <Errors title={t.errors} of={of} tone="bad" text={t.errorsText} /> : null}
      {of.kind === 'timetable' && of.state !== 'broken' ? (
        <Section title={t.steps[1]!}>
          <p className="muted">{t.mappingText}</p>
          <NamesTable of={of} before={<DateField label={t.validFrom} value={of.validFrom ?? ''} onChange={(validFrom) => { if (validFrom) map.mutate({ params: { schoolId, id: of.id }, body: { names: [], validFrom } }) }} />} onChoose={(names) => map.mutate({ params: { schoolId, id: of.id }, body: { names } })} />
        </Section>
      ) : null}
      {of.state !== 'broken' ? <><Counts of={of} /><Changes of={of} /></> : null}
      {of.state !== 'broken' && of.errorCount > 0 ? <Errors title={of.unplaced > 0 ? t.unplaced(of.unplaced) : t.doubts} of={of} tone="warn" text="" /> : null}
      {of.state === 'broken' || of.state === 'expired' ? null : (
        <BulkBar title={of.changeCount === 0 ? t.noChanges : t.nothingWritten}>
          <Button look="primary" size="lg" busy={confirm.isPending} {...(ready ? {} : { why: t.uncertain })} onClick={() => confirm.mutate({ params: { schoolId, id: of.id } })}>{confirm.isPending ? t.confirming : t.confirm}</Button>
        </BulkBar>
      )}
    </>
  )
}

function Errors({ of, title, tone, text }: { of: Import; title: string; tone: 'bad' | 'warn'; text: string }) {
  const t = useT()
  type Fault = Import['errors'][number]
  const columns: Column<Fault>[] = [
    { key: 'row', head: t.row, width: 150, cell: (one) => [one.sheet, one.row || null].filter(Boolean).join(', ') },
    { key: 'column', head: t.column, width: 170, hidePhone: true, cell: (one) => one.column ?? '' },
    { key: 'code', head: t.problem_, names: true, cell: (one) => [t.codes[one.code] ?? one.code, one.hint].filter(Boolean).join(' ') },
    { key: 'value', head: t.value, cell: (one) => one.value },
  ]
  return (
    <Section title={title} count={of.errorCount}>
      {text ? <Callout tone={tone} title={text}>{t.nothingWritten}</Callout> : null}
      <DataTable caption={title} density="dense" columns={columns} rows={of.errors.slice(0, 200)} rowKey={(one) => `${one.sheet} ${one.row} ${one.column} ${one.code} ${one.value}`} empty={null} />
      {of.errorCount > 200 ? <p className="muted">{t.more(of.errorCount - 200)}</p> : null}
    </Section>
  )
}

function Changes({ of }: { of: Import }) {
  const t = useT()
  const [kind, setKind] = useState('')
  type Change = Import['changes'][number]
  const slot = (one: { weekday: number; number: number; week: 'A' | 'B' | null }) => [weekdayText(dayOf(one.weekday), 'short'), t.lessonNo(one.number), one.week === 'A' ? t.aWeek : one.week === 'B' ? t.bWeek : ''].filter(Boolean).join(' ')
  const rows = of.changes.filter((one) => kind === '' || one.kind === kind)
  const kinds = [...new Set(of.changes.map((one) => one.kind))]
  const columns: Column<Change>[] = [
    { key: 'kind', head: t.what, width: 190, hidePhone: true, cell: (one) => <span className="muted">{t.changeKinds[one.kind] ?? one.kind}</span> },
    { key: 'title', head: t.title, names: true, cell: (one) => one.title },
    { key: 'before', head: t.was, cell: (one) => [one.was ? slot(one.was) : '', one.before].filter(Boolean).join(', ') },
    { key: 'after', head: t.becomes, cell: (one) => [one.at ? slot(one.at) : '', one.after].filter(Boolean).join(', ') },
  ]
  if (of.changeCount === 0) return <Empty>{t.noChanges}</Empty>
  return (
    <Section title={t.changes} count={of.changeCount} {...(kinds.length > 1 && kinds.length < 5 ? { action: <Segmented label={t.what} value={kind} onChange={setKind} options={[{ value: '', label: t.all }, ...kinds.map((one) => ({ value: one, label: t.counts[one] ?? one }))]} /> } : {})}>
      <DataTable caption={t.changes} density="dense" columns={columns} rows={rows} rowKey={(one) => `${one.kind} ${one.row} ${one.title} ${one.before} ${one.after} ${one.at?.weekday} ${one.at?.number} ${one.at?.week} ${one.was?.weekday} ${one.was?.number}`} empty={<Empty compact>{t.noChanges}</Empty>} />
      {of.changeCount > of.changes.length ? <p className="muted">{t.more(of.changeCount - of.changes.length)}</p> : null}
    </Section>
  )
}

import { Button, Callout, DataTable, DateField, Empty, Row, showToast, Tick, type Column } from '@school/ui'
import { ask, keyOf, Loaded, todayIn, useCommand, useQuery } from '@school/web'
import { listLoad } from '@school/schedule/contract'
import { useState } from 'react'
import { applyCourses, getLoadMatrix, previewCourses, type CourseChange, type Curriculum } from '../../../contract/index.ts'
import { hoursText, tellProblem, useSchoolId, useT } from '../words.ts'

/** What bringing the accepted plan in would change: shown first, then brought in exactly so. */
export function CoursesTab({ sheet }: { sheet: Curriculum }) {
  const t = useT().curricula
  const schoolId = useSchoolId()
  const today = todayIn('Europe/Moscow')
  const [from, setFrom] = useState(today > `${sheet.head.year}-09-01` ? today : `${sheet.head.year}-09-01`)
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set())
  const params = { schoolId, id: sheet.head.id }
  const preview = useQuery({ ...ask(previewCourses, { params, query: { from } }), enabled: from !== '' })
  const columns = useChangeColumns(skip, setSkip)
  const apply = useCommand(applyCourses, { stale: () => [keyOf(previewCourses, { params }), keyOf(listLoad, { params: { schoolId } }), keyOf(getLoadMatrix, { params: { schoolId } })], onProblem: (problem) => { tellProblem(problem); void preview.refetch() }, onDone: (reply) => showToast({ tone: 'ok', text: t.applied(reply.done) }) })
  return (
    <div className="stack">
      <p className="muted">{t.coursesText}</p>
      <div className="row wrap"><DateField label={t.applyFrom} value={from} onChange={setFrom} /></div>
      <Loaded query={preview}>
        {(data) => data.edition === null ? <Callout tone="mute" title={t.notAccepted} /> : data.classes === 0 ? <Callout tone="mute" title={t.noClasses} /> : (
          <div className="stack">
            <p className="small muted">{t.sameCourses(data.same)}</p>
            <DataTable caption={t.coursesText} density="dense" columns={columns} rows={data.changes} rowKey={(row) => row.key} empty={<Empty>{t.nothingToApply}</Empty>}
              phone={(row) => <Row title={`${row.className}, ${row.subject}`} sub={t.changes[row.kind]} end={row.becomes === null ? '' : t.hoursShort(hoursText(row.becomes))} />} />
            {data.changes.length > 0 && sheet.can.change ? <div><Button look="primary" busy={apply.isPending} {...(data.changes.length === skip.size ? { why: t.nothingToApply } : {})} onClick={() => apply.mutate({ params, body: { from, mark: data.mark, skip: [...skip] } })}>{t.apply(data.changes.filter((one) => !skip.has(one.key)).length)}</Button></div> : null}
          </div>
        )}
      </Loaded>
    </div>
  )
}

function useChangeColumns(skip: ReadonlySet<string>, setSkip: (skip: ReadonlySet<string>) => void): Column<CourseChange>[] {
  const t = useT().curricula
  const turn = (key: string) => { const next = new Set(skip); if (!next.delete(key)) next.add(key); setSkip(next) }
  return [
    { key: 'take', head: <span className="only-spoken">{t.take}</span>, width: 40, cell: (row) => <Tick label={`${t.take}: ${row.className}, ${row.subject}`} checked={!skip.has(row.key)} onChange={() => turn(row.key)} /> },
    { key: 'class', head: t.class, width: 110, cell: (row) => row.className },
    { key: 'subject', head: t.subject, names: true, cell: (row) => row.subject },
    { key: 'what', head: t.what, width: 180, cell: (row) => t.changes[row.kind] + (row.kind === 'split' ? ` ${row.group}` : '') },
    { key: 'was', head: t.was, align: 'right', width: 80, cell: (row) => (row.was === null ? '' : hoursText(row.was)) },
    { key: 'becomes', head: t.becomes, align: 'right', width: 80, cell: (row) => (row.becomes === null ? '' : hoursText(row.becomes)) },
  ]
}

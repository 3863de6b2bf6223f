import { listClasses, listPeople } from '@school/registry/contract'
import { Button, Checkbox, DateField, Empty, IconButton, IconTrash, PickField, Section, showToast, TextField } from '@school/ui'
import { ask, fullName, keyOf, todayIn, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { getCurriculum, listCurricula, putPlanClasses, putPlanStudents, type Curriculum, type PlanStudent } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** Who is taught by the plan: classes, or single pupils with dates and basis. */
export function ClassesTab({ sheet }: { sheet: Curriculum }) {
  return sheet.head.kind === 'class' ? <PlanClasses sheet={sheet} /> : <PlanStudents sheet={sheet} />
}

function useStale(sheet: Curriculum) {
  const schoolId = useSchoolId()
  return () => [keyOf(listCurricula, { params: { schoolId } }), keyOf(getCurriculum, { params: { schoolId, id: sheet.head.id } })]
}

function PlanClasses({ sheet }: { sheet: Curriculum }) {
  const words = useT()
  const t = words.curricula
  const schoolId = useSchoolId()
  const classes = useQuery(ask(listClasses, { params: { schoolId }, query: { year: sheet.head.year } }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(sheet.classes.map((one) => one.id)))
  const put = useCommand(putPlanClasses, { stale: useStale(sheet), onProblem: tellProblem, onDone: () => showToast({ tone: 'ok', text: t.assigned }) })
  const turn = (id: string) => { const next = new Set(chosen); if (!next.delete(id)) next.add(id); setChosen(next) }
  const fitting = (classes.data ?? []).filter((one) => one.gradeLevel !== null && one.gradeLevel >= sheet.head.fromGrade && one.gradeLevel <= sheet.head.toGrade)
  return (
    <Section title={t.assign}>
      <p className="muted">{t.assignText}</p>
      <div className="row wrap" style={{ gap: 20 }}>{fitting.map((one) => <Checkbox key={one.id} label={one.name} checked={chosen.has(one.id)} onChange={() => turn(one.id)} />)}</div>
      {sheet.can.change ? <p style={{ marginTop: 16 }}><Button look="primary" busy={put.isPending} onClick={() => put.mutate({ params: { schoolId, id: sheet.head.id }, body: { classIds: [...chosen] } })}>{words.save}</Button></p> : null}
    </Section>
  )
}

function PlanStudents({ sheet }: { sheet: Curriculum }) {
  const words = useT()
  const t = words.curricula
  const schoolId = useSchoolId()
  const [rows, setRows] = useState<readonly PlanStudent[]>(sheet.students)
  const [search, setSearch] = useState('')
  const people = useQuery({ ...ask(listPeople, { params: { schoolId }, query: { search, relation: 'pupil', limit: 20 } }), enabled: search.length > 1 })
  const put = useCommand(putPlanStudents, { stale: useStale(sheet), onProblem: tellProblem, onDone: () => showToast({ tone: 'ok', text: t.pupilsSaved }) })
  const change = (at: number, more: Partial<PlanStudent>) => setRows(rows.map((row, i) => (i === at ? { ...row, ...more } : row)))
  const add = (id: string | null) => {
    const person = people.data?.rows.find((one) => one.id === id)
    if (person && !rows.some((row) => row.student.id === person.id)) setRows([...rows, { student: { id: person.id, lastName: person.lastName, firstName: person.firstName, middleName: person.middleName }, className: null, from: todayIn('Europe/Moscow'), to: null, basis: '' }])
  }
  return (
    <Section title={t.students}>
      {rows.length === 0 ? <Empty compact>{t.noPupils}</Empty> : null}
      {rows.map((row, i) => (
        <div key={row.student.id} className="row wrap" style={{ alignItems: 'end', marginBottom: 12 }}>
          <b style={{ minWidth: 220 }}>{fullName(row.student)}{row.className ? <span className="muted">, {row.className}</span> : null}</b>
          <DateField label={t.since} value={row.from} onChange={(from) => change(i, { from })} /><DateField label={t.until} optional value={row.to ?? ''} onChange={(to) => change(i, { to: to || null })} />
          <TextField label={t.basis} value={row.basis} onChange={(basis) => change(i, { basis })} /><IconButton label={t.removeLine(row.student.lastName)} onClick={() => setRows(rows.filter((_, at) => at !== i))}><IconTrash size={18} /></IconButton>
        </div>
      ))}
      {sheet.can.change ? (
        <div className="stack">
          <PickField label={t.addPupil} placeholder={t.findPupil} value={null} onChange={add} onSearch={setSearch} busy={people.isFetching} options={(people.data?.rows ?? []).map((one) => ({ value: one.id, label: fullName(one) }))} />
          <div><Button look="primary" busy={put.isPending} onClick={() => put.mutate({ params: { schoolId, id: sheet.head.id }, body: { students: rows.map(({ student, from, to, basis }) => ({ studentId: student.id, from, to, basis })) } })}>{words.save}</Button></div>
        </div>
      ) : null}
    </Section>
  )
}

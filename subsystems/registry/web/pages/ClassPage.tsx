import { AskOnce, Button, DataTable, Empty, IconPencil, IconUserPlus, PageBody, PageHeader, Row, Rows, Section, showToast, Tag, Waiting, type Column } from '@school/ui'
import { ask, dayDigits, dayText, fullName, keyOf, Loaded, problemText, shortName, SlotPlace, useCan, useCommand, useQuery, useTo } from '@school/web'
import type { Static } from 'typebox'
import { useState } from 'react'
import { ClassMember, closeClass, getClass, listClasses, type ClassUnit } from '../../contract/classes.ts'
import { classCard } from '../../contract/slots.ts'
import { ClassDialog } from '../parts/ClassDialog.tsx'
import { EnrolDialog } from '../parts/EnrolDialog.tsx'
import { useSchoolId, useToday } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

type Member = Static<typeof ClassMember>

/** A class: its pupils with their families, its groups, and what other rooms know of it. */
export function ClassPage({ classId }: { classId: string }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const office = useCan('registry.person.history')
  const found = useQuery(ask(getClass, { params: { schoolId, classId } }))
  const back = office ? { href: to('/manage/classes'), label: t.classesAndGroups } : { href: to('/classes'), label: t.classes }
  return (
    <PageBody>
      <Loaded query={found} waiting={<Waiting title rows={10} />}>
        {({ unit, members, groups, previous }) => (
          <>
            <PageHeader title={unit.name} back={back} actions={unit.can.change ? <Acts unit={unit} /> : null}
              sub={[`${t.homeroom}: ${unit.homeroomTeacher ? fullName(unit.homeroomTeacher) : t.noHomeroom}`, t.shiftOf(unit.shift), previous ? t.grownFrom(previous.name, t.yearText(previous.schoolYear)) : null, unit.closedOn ? t.closedOn(dayText(unit.closedOn)) : null].filter(Boolean).join(', ')} />
            <Section title={t.members} count={members.length}><MemberTable members={members} classId={classId} /></Section>
            {groups.length > 0 ? <Section title={t.groupsOfClass}><Rows>{groups.map((group) => <Row key={group.id} title={group.name} sub={t.groupKinds[group.kind]} end={<span className="muted">{t.pupilsOf(group.members)}</span>} {...(office ? { href: to(`/manage/groups/${group.id}`) } : {})} />)}</Rows></Section> : null}
            <SlotPlace slot={classCard} props={{ schoolId, classId }} />
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function MemberTable({ members, classId }: { members: readonly Member[]; classId: string }) {
  const t = useT()
  const to = useTo()
  const isFull = members.some((one) => one.birthDate !== null)
  const href = (row: Member) => to(`/people/${row.id}`)
  const number = new Map(members.map((row, index) => [row.id, index + 1]))
  const columns: Column<Member>[] = [
    { key: 'number', head: '№', align: 'right', width: 44, cell: (row) => <span className="muted">{number.get(row.id)}</span> },
    { key: 'name', head: t.fio, names: true, cell: (row) => fullName(row) },
    ...(isFull ? [
      { key: 'born', head: t.birthDate, cell: (row: Member) => row.birthDate ? dayDigits(row.birthDate) : '', width: 130 },
      { key: 'family', head: t.family, cell: (row: Member) => <Family of={row} /> },
    ] : []),
  ]
  return (
    <DataTable key={classId} caption={t.members} columns={columns} rows={members} rowKey={(row) => row.id} href={href} empty={<Empty compact>{t.noMembers}</Empty>}
      phone={(row) => <Row title={fullName(row)} href={href(row)} sub={isFull ? row.guardians.map((one) => [shortName(one), one.phone].filter(Boolean).join(' ')).join('; ') : null} lead={<span className="muted">{number.get(row.id)}</span>} />} />
  )
}

function Family({ of }: { of: Member }) {
  const t = useT()
  return <>{of.guardians.map((one) => <div key={one.id}>{shortName(one)} {one.restricted ? <Tag tone="bad">{t.restrictedTag}</Tag> : one.phone ? <a className="link" href={`tel:${one.phone}`}>{one.phone}</a> : null}</div>)}</>
}

function Acts({ unit }: { unit: ClassUnit }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [doing, setDoing] = useState<'edit' | 'enrol' | 'close' | null>(null)
  const stop = () => setDoing(null)
  const close = useCommand(closeClass, {
    stale: () => [keyOf(listClasses, { params: { schoolId } }), keyOf(getClass, { params: { schoolId, classId: unit.id } })],
    onDone: () => { showToast({ text: t.classClosed, tone: 'ok' }); stop() }, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }); stop() },
  })
  return (
    <>
      {unit.pupils === 0 ? <Button look="danger" onClick={() => setDoing('close')}>{t.closeClass}</Button> : null}
      <Button icon={<IconPencil size={16} />} onClick={() => setDoing('edit')}>{t.editClass}</Button>
      <Button look="primary" icon={<IconUserPlus size={18} />} onClick={() => setDoing('enrol')}>{t.enrol}</Button>
      {doing === 'edit' ? <ClassDialog year={unit.schoolYear} known={unit} onClose={stop} /> : null}
      {doing === 'enrol' ? <EnrolDialog classId={unit.id} onClose={stop} /> : null}
      <AskOnce open={doing === 'close'} onClose={stop} title={`${t.closeClass}: ${unit.name}`} act={t.closeClass} cancel={t.cancel} danger busy={close.isPending} onAct={() => close.mutate({ params: { schoolId, classId: unit.id }, body: { closedOn: today, basedOn: unit.revision } })}>{t.closeClassNote}</AskOnce>
    </>
  )
}

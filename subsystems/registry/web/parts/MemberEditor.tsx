import { Button, Callout, Checkbox, DateField, Empty, Form, Section, showToast } from '@school/ui'
import { ask, fullName, keyOf, ProblemError, problemText, useCommand, useQueries } from '@school/web'
import { useState } from 'react'
import { getClass } from '../../contract/classes.ts'
import { getGroup, listGroups, putGroupMembers, type Group } from '../../contract/groups.ts'
import { useSchoolId, useToday } from './use-school.ts'
import { useT } from './words.ts'

/** Ticks who is in the group from a day on, class by class. */
export function MemberEditor({ group, memberIds, onClose }: { group: Group; memberIds: readonly string[]; onClose: () => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [from, setFrom] = useState(today)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(memberIds))
  const classes = useQueries({ queries: group.classes.map(({ id }) => ask(getClass, { params: { schoolId, classId: id } })) })
  const put = useCommand(putGroupMembers, { stale: () => [keyOf(getGroup, { params: { schoolId, groupId: group.id } }), keyOf(listGroups, { params: { schoolId } })], onDone: () => { showToast({ text: t.membersSaved, tone: 'ok' }); onClose() } })
  const tick = (id: string) => (on: boolean) => { const next = new Set(chosen); if (on) next.add(id); else next.delete(id); setChosen(next) }
  const foot = <><Button type="submit" look="primary" busy={put.isPending}>{t.save}</Button><Button onClick={onClose}>{t.cancel}</Button><span className="muted">{t.chosen(chosen.size)}</span></>
  return (
    <Form onSubmit={() => { if (from) put.mutate({ params: { schoolId, groupId: group.id }, body: { from, memberIds: [...chosen], basedOn: group.revision } }) }} foot={foot}>
      {put.error instanceof ProblemError ? <Callout tone="bad" title={problemText(put.error.code, put.error.details)} /> : null}
      <DateField label={t.membersFrom} required value={from} onChange={setFrom} hint={t.membersNote} />
      {classes.map(({ data }) => data ? (
        <Section key={data.unit.id} level={3} title={data.unit.name} count={data.members.length}>
          {data.members.length === 0 ? <Empty compact>{t.noCandidates}</Empty> : <div className="stack">{data.members.map((one) => <Checkbox key={one.id} label={fullName(one)} checked={chosen.has(one.id)} onChange={tick(one.id)} />)}</div>}
        </Section>
      ) : null)}
    </Form>
  )
}

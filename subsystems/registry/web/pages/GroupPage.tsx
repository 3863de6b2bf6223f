import { Button, DataTable, DateField, Empty, IconPencil, PageBody, PageHeader, Row, Section, Waiting, type Column } from '@school/ui'
import { ask, dayText, fullName, Loaded, useQuery, useTo, useUrlValue, type PersonName } from '@school/web'
import { useState } from 'react'
import { getGroup } from '../../contract/groups.ts'
import { GroupDialog } from '../parts/GroupDialog.tsx'
import { MemberEditor } from '../parts/MemberEditor.tsx'
import { useSchoolId, useToday } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

interface Member extends PersonName { readonly id: string; readonly className: string | null; readonly validFrom: string; readonly validTo: string | null }

/** A group and who is in it on a day. */
export function GroupPage({ groupId }: { groupId: string }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const today = useToday()
  const [date, setDate] = useUrlValue('date', today)
  const [doing, setDoing] = useState<'edit' | 'members' | null>(null)
  const found = useQuery({ ...ask(getGroup, { params: { schoolId, groupId }, query: date ? { date } : {} }), placeholderData: (before) => before })
  const columns: Column<Member>[] = [
    { key: 'name', head: t.fio, names: true, cell: (row) => fullName(row) }, { key: 'class', head: t.classColumn, cell: (row) => row.className, width: 140 },
    { key: 'since', head: t.firstDay, cell: (row) => dayText(row.validFrom), width: 160 }, { key: 'until', head: t.lastDay, cell: (row) => row.validTo ? dayText(row.validTo) : '', width: 160 },
  ]
  return (
    <PageBody>
      <Loaded query={found} waiting={<Waiting title rows={8} />}>
        {({ group, members }) => (
          <>
            <PageHeader title={group.name} sub={[t.groupKinds[group.kind], group.classes.map(({ name }) => name).join(', ')].join(', ')} back={{ href: to('/manage/classes'), label: t.classesAndGroups }}
              actions={group.can.change ? <><Button icon={<IconPencil size={16} />} onClick={() => setDoing('edit')}>{t.editGroup}</Button><Button look="primary" onClick={() => setDoing('members')}>{t.editMembers}</Button></> : null} />
            {doing === 'members' ? <MemberEditor group={group} memberIds={members.map(({ id }) => id)} onClose={() => setDoing(null)} /> : (
              <Section title={t.groupMembers} count={members.length} action={<DateField label={t.membersOn} value={date} onChange={setDate} />}>
                <DataTable caption={t.groupMembers} columns={columns} rows={members} rowKey={(row) => row.id} href={(row) => to(`/people/${row.id}`)} empty={<Empty compact>{t.noMembers}</Empty>}
                  phone={(row) => <Row title={fullName(row)} sub={row.className} href={to(`/people/${row.id}`)} />} />
              </Section>
            )}
            {doing === 'edit' ? <GroupDialog year={group.schoolYear} known={group} onClose={() => setDoing(null)} /> : null}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

import { Button, IconBackpack, IconSchool, IconUsers, PageBody, PageHeader, Row, Rows, Section, showToast, StatusWord } from '@school/ui'
import { ask, dateTimeText, explain, keyOf, Loaded, useCommand, useMe, useQuery } from '@school/web'
import { listKids, listOwnRequests, withdrawRequest, type Kid, type OwnRequest } from '../../contract/requests.ts'
import { OwnState } from '../parts/OwnState.tsx'
import { moscow, useT } from '../parts/words.ts'

/** For whoever has no role yet, or wants one more: whom to ask, and what became of it. */
export function Join() {
  const t = useT()
  const me = useMe()
  const alone = (me?.contexts.length ?? 0) === 0
  const requests = useQuery(ask(listOwnRequests, {}))
  return (
    <PageBody narrow>
      <PageHeader title={alone ? t.notOpenYet : t.myRequests} sub={alone ? t.notOpenYetSub : t.myRequestsSub} />
      <Loaded query={requests}>{(rows) => rows.length === 0 ? null : (
        <Section title={t.sentRequests} count={rows.length}><Rows label={t.sentRequests}>{rows.map((row) => <Sent key={row.id} row={row} />)}</Rows></Section>
      )}</Loaded>
      <Kids />
      <Section title={alone ? t.whoAreYou : t.oneMore}>
        <Rows>
          <Row lead={<IconSchool />} title={t.iAmStaff} sub={t.iAmStaffText} href="/join/staff" />
          <Row lead={<IconUsers />} title={t.iAmParent} sub={t.iAmParentText} href="/join/child" />
          <Row lead={<IconBackpack />} title={t.iAmPupil} sub={t.iAmPupilText} href="/join/pupil" />
        </Rows>
      </Section>
    </PageBody>
  )
}

function Sent({ row }: { row: OwnRequest }) {
  const t = useT()
  const withdraw = useCommand(withdrawRequest, {
    stale: () => [keyOf(listOwnRequests), keyOf(listKids)], onDone: () => showToast({ text: t.withdrawn }), onProblem: (problem) => showToast({ text: explain(problem).text, tone: 'bad' }),
  })
  const { schoolId, id } = row
  return (
    <Row top title={[t.kinds[row.kind], row.about].filter(Boolean).join(': ')} sub={<><span>{row.schoolName}, {dateTimeText(row.createdAt, moscow)}</span><OwnState row={row} /></>}
      end={row.can.withdraw ? <Button look="text" size="sm" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { schoolId, id } })}>{t.withdraw}</Button> : null} />
  )
}

/** Children of the account of Госуслуги: already linked, asked for, or still to add. */
function Kids() {
  const t = useT()
  const kids = useQuery(ask(listKids, {}))
  if (!kids.data || kids.data.length === 0) return null
  return <Section title={t.kidsOfAccount} count={kids.data.length}><Rows label={t.kidsOfAccount}>{kids.data.map((kid) => <KidRow key={kid.oid ?? kid.firstName} kid={kid} />)}</Rows></Section>
}

function KidRow({ kid }: { kid: Kid }) {
  const t = useT()
  const name = [kid.lastName, kid.firstName, kid.middleName].filter(Boolean).join(' ')
  const end = kid.state === 'linked' ? <StatusWord tone="ok">{t.kidLinked}</StatusWord> : kid.state === 'requested' ? <StatusWord tone="warn">{t.kidRequested}</StatusWord>
    : <Button size="sm" href={`/join/child?kid=${kid.oid ?? ''}`}>{t.addKid}</Button>
  return <Row title={name} sub={kid.state === 'free' ? kid.hasSnils ? t.kidNotFound : t.kidNoSnils : null} end={end} />
}

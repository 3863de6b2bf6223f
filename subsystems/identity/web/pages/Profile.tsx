// not messages: names of things as registers, keys and rails have them
import { Button, Facts, IconShieldCheck, PageBody, PageHeader, Row, Rows, Section, Segmented, showToast, StatusWord, Tag } from '@school/ui'
import { ask, dateTimeText, dayText, explain, fullName, keyOf, Loaded, setLanguage, setLook, useCommand, useLanguage, useLook, useMe, useQuery, type Language, type Look } from '@school/web'
import { endOtherSessions, endSession, getProfile, listSessions, type SessionRow } from '../../contract/sign-in.ts'
import { moscow, useT } from '../parts/words.ts'

/** The person as they are known, where they are signed in, what they agreed to, and how this device looks. */
export function Profile() {
  const t = useT()
  const me = useMe()
  const profile = useQuery(ask(getProfile, {}))
  return (
    <PageBody narrow>
      <PageHeader title={me ? fullName(me.person) : t.profile} sub={t.profileSub} />
      <Section title={t.myData} lined>
        <Loaded query={profile}>{(data) => (
          <Facts ruled term={160} items={[
            [t.fields.birthDate, dayText(data.birthDate, { year: 'always' })], [t.fields.snils, data.snils ?? t.unknown],
            [t.confirmed, data.confirmedBy === 'esia' ? <StatusWord tone="ok" key="c">{t.byGosuslugi}</StatusWord> : t.notConfirmed],
            data.lastSignInAt ? [t.lastSignIn, dateTimeText(data.lastSignInAt, moscow)] : null,
          ]} />
        )}</Loaded>
        <p className="small muted">{t.dataNote}</p>
      </Section>
      <Sessions />
      <Section title={t.more}>
        <Rows>
          <Row lead={<IconShieldCheck />} title={t.consents} sub={t.consentsSub} href="/consents" end={me?.consentsNeeded ? <span className="need">{t.waitsForYou}</span> : null} />
          <Row title={t.myRequests} sub={t.myRequestsSub} href="/join" />
        </Rows>
      </Section>
      <Device />
    </PageBody>
  )
}

function Sessions() {
  const t = useT()
  const sessions = useQuery(ask(listSessions, {}))
  const others = useCommand(endOtherSessions, { stale: () => [keyOf(listSessions)], onDone: ({ ended }) => showToast({ text: t.endedCount(ended) }), onProblem: (problem) => showToast({ text: explain(problem).text, tone: 'bad' }) })
  const many = (sessions.data?.length ?? 0) > 1
  return (
    <Section title={t.devices} action={many ? <Button look="text" size="sm" busy={others.isPending} onClick={() => others.mutate({})}>{t.endOthers}</Button> : null}>
      <Loaded query={sessions}>{(rows) => <Rows label={t.devices}>{rows.map((row) => <SessionLine key={row.id} row={row} />)}</Rows>}</Loaded>
    </Section>
  )
}

function SessionLine({ row }: { row: SessionRow }) {
  const t = useT()
  const end = useCommand(endSession, { stale: () => [keyOf(listSessions)], onDone: () => showToast({ text: t.ended }), onProblem: (problem) => showToast({ text: explain(problem).text, tone: 'bad' }) })
  const sub = [t.signedInAt(dateTimeText(row.createdAt, moscow)), row.network && t.network(row.network), t.seenAt(dateTimeText(row.lastSeenAt, moscow))].filter(Boolean).join(', ')
  return (
    <Row title={<span className="wrap">{row.device || t.unknownDevice}{row.current ? <Tag tone="now">{t.thisDevice}</Tag> : null}{row.shared ? <Tag tone="warn">{t.sharedShort}</Tag> : null}</span>} sub={sub}
      end={row.current ? null : <Button size="sm" busy={end.isPending} onClick={() => end.mutate({ params: { id: row.id } })}>{t.endSession}</Button>} />
  )
}

function Device() {
  const t = useT()
  const language = useLanguage()
  const look = useLook()
  return (
    <Section title={t.thisDeviceLooks}>
      <Facts term={160} items={[
        [t.language, <Segmented key="l" label={t.language} value={language} onChange={(value) => setLanguage(value as Language)} options={[{ value: 'ru', label: t.languages.ru }, { value: 'en', label: t.languages.en }]} />],
        [t.scheme, <Segmented key="s" label={t.scheme} value={look.scheme} onChange={(value) => setLook({ scheme: value as Look['scheme'] })} options={[{ value: 'auto', label: t.auto }, { value: 'light', label: t.light }, { value: 'dark', label: t.dark }]} />],
        [t.vision, <Segmented key="v" label={t.vision} value={look.vision} onChange={(value) => setLook({ vision: value as Look['vision'] })} options={[{ value: 'usual', label: t.usualVision }, { value: 'strong', label: t.strongVision }]} />],
      ]} />
    </Section>
  )
}

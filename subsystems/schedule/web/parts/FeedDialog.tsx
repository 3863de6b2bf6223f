import { addressOf, newId } from '@school/contract'
import { Button, Dialog, IconCalendarEvent, showToast, TextField, Waiting } from '@school/ui'
import { ask, dayText, keyOf, Loaded, useActing, useCommand, useOwnId, useQuery } from '@school/web'
import { useState } from 'react'
import { listFeeds, putFeed, readFeed, removeFeed } from '../../contract/index.ts'
import { tellProblem } from './acts.ts'
import { useSchoolId, useT } from './words.ts'

const secretOf = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The subscription to one's lessons: an address with a secret, which can be renewed and revoked. */
export function FeedDialog({ studentId }: { studentId: string | null }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="text" icon={<IconCalendarEvent size={18} />} onClick={() => setOpen(true)}>{t.feed.button}</Button>
      {open ? <Subscription studentId={studentId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Subscription({ studentId, onClose }: { studentId: string | null; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const acting = useActing()
  const own = useOwnId()
  const [address, setAddress] = useState<string | null>(null)
  const query = useQuery(ask(listFeeds, { params: { schoolId } }))
  const stale = () => [keyOf(listFeeds, { params: { schoolId } })]
  const put = useCommand(putFeed, { stale, onProblem: tellProblem, onDone: (_, { body }) => setAddress(`${location.origin}${addressOf(readFeed, { params: { schoolId, secret: body.secret } })}`) })
  const remove = useCommand(removeFeed, { stale, onProblem: tellProblem, onDone: () => { setAddress(null); showToast({ tone: 'ok', text: t.feed.revoked }) } })
  const whose = acting?.role === 'pupil' ? own : studentId
  return (
    <Dialog open onClose={onClose} title={t.feed.title}>
      <p>{t.feed.text}</p>
      <Loaded query={query} waiting={<Waiting rows={2} />}>
        {(feeds) => {
          const feed = feeds.find((one) => one.studentId === whose)
          const send = () => put.mutate({ params: { schoolId, id: feed?.id ?? newId() }, body: { studentId: whose, secret: secretOf() } })
          return (
            <>
              {address ? <Address address={address} /> : feed ? <p className="muted">{t.feed.since(dayText(feed.createdAt.slice(0, 10)))}</p> : null}
              <p>
                <Button look={feed ? 'outlined' : 'primary'} busy={put.isPending} onClick={send}>{feed ? t.feed.renew : t.feed.make}</Button>
                {feed ? <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ params: { schoolId, id: feed.id } })}>{t.feed.revoke}</Button> : null}
              </p>
            </>
          )
        }}
      </Loaded>
    </Dialog>
  )
}

function Address({ address }: { address: string }) {
  const t = useT()
  const copy = () => { void navigator.clipboard.writeText(address).then(() => showToast({ tone: 'ok', text: t.feed.copied })) }
  return (
    <>
      <TextField label={t.feed.address} value={address} onChange={() => {}} readOnly />
      <p><Button onClick={copy}>{t.feed.copy}</Button> <Button look="text" href={address.replace(/^https?/, 'webcal')}>{t.feed.open}</Button></p>
      <p className="muted small">{t.feed.secret}</p>
    </>
  )
}

import { Button, Callout, IconButton, IconTrash, RadioGroup, Row, Rows, Section, showToast, SideBySide, Tag, TextField, Waiting } from '@school/ui'
import { ask, explain, keyOf, Loaded, ownZone, ProblemError, ProblemNote, problemText, useCommand, useMe, useQuery, useQueryClient, whenText } from '@school/web'
import { useEffect, useState } from 'react'
import { getPush, putPushWish, type PushDevice, type PushWish } from '../../contract/push.ts'
import css from './BellList.module.css'
import { ownDevice, pushState, startPush, stopPush, type PushState } from './push.ts'
import { useT } from './words.ts'

/** Pushes to telephones and computers: this device, the others, when they are silent and how much they say. */
export function PushSettings() {
  const t = useT()
  const found = useQuery(ask(getPush, {}))
  return (
    <Section title={t.push.title}>
      <Loaded query={found} waiting={<Waiting rows={3} height={48} />}>
        {({ publicKey, devices, wish, usual }) => publicKey === null ? <p className="muted">{t.push.none}</p> : (
          <div className={css.push}>
            <ThisDevice publicKey={publicKey} devices={devices} />
            <Devices devices={devices} />
            <Wishes key={JSON.stringify(wish)} wish={wish} usual={usual} />
          </div>
        )}
      </Loaded>
    </Section>
  )
}

const toldOf = (error: unknown) => (error instanceof ProblemError ? problemText(error.code, error.details) : explain(error).text)

function ThisDevice({ publicKey, devices }: { publicKey: string; devices: readonly PushDevice[] }) {
  const t = useT()
  const person = useMe()?.person.id ?? ''
  const cache = useQueryClient()
  const [state, setState] = useState<PushState | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => { void pushState(person).then(setState) }, [person, devices])
  const known = devices.some((one) => one.id === ownDevice(person))
  const start = async () => {
    setBusy(true)
    try {
      if (await startPush(person, publicKey)) await cache.invalidateQueries({ queryKey: keyOf(getPush) })
    } catch (error) {
      showToast({ tone: 'bad', text: error instanceof ProblemError ? toldOf(error) : t.push.unreachable })
    }
    setState(await pushState(person))
    setBusy(false)
  }
  if (state === null) return <Waiting rows={1} height={48} />
  if (state === 'unsupported') return <Callout tone="info">{t.push.unsupported}</Callout>
  if (state === 'denied') return <Callout tone="warn">{t.push.denied}</Callout>
  if (state === 'on' && known) return null
  return <div className={css.offer}><p>{t.push.offer}</p><Button look="primary" busy={busy} onClick={() => void start()}>{t.push.start}</Button></div>
}

function Devices({ devices }: { devices: readonly PushDevice[] }) {
  const t = useT()
  const person = useMe()?.person.id ?? ''
  const cache = useQueryClient()
  const zone = ownZone()
  const remove = (id: string) => stopPush(id).catch((error: unknown) => showToast({ tone: 'bad', text: toldOf(error) })).finally(() => void cache.invalidateQueries({ queryKey: keyOf(getPush) }))
  if (devices.length === 0) return null
  return (
    <Rows label={t.push.devices}>
      {devices.map((one) => (
        <Row key={one.id} title={<>{one.name} {one.id === ownDevice(person) ? <Tag tone="now">{t.push.here}</Tag> : null}</>} sub={one.lastSentAt ? t.push.lastSent(whenText(one.lastSentAt, zone)) : t.push.added(whenText(one.addedAt, zone))}
          end={<IconButton label={t.push.remove(one.name)} onClick={() => void remove(one.id)}><IconTrash size={18} /></IconButton>} />
      ))}
    </Rows>
  )
}

function Wishes({ wish, usual }: { wish: PushWish; usual: { from: string; until: string; urgent: readonly string[] } }) {
  const t = useT()
  const [own, setOwn] = useState({ from: wish.from ?? usual.from, until: wish.until ?? usual.until })
  const put = useCommand(putPushWish, { stale: () => [keyOf(getPush)] })
  const now = put.isPending ? put.variables.body : wish
  const save = (change: Partial<PushWish>) => {
    const next = { ...wish, ...change }
    put.mutate({ body: next.quiet === 'own' ? { ...next, ...own, ...(change.from ? { from: change.from } : {}), ...(change.until ? { until: change.until } : {}) } : { ...next, from: null, until: null } })
  }
  const hour = (side: 'from' | 'until') => (
    <TextField label={t.push[side]} type="time" required value={own[side]} onChange={(value) => setOwn({ ...own, [side]: value })} onBlur={() => { if (own[side] && own[side] !== wish[side]) save({ [side]: own[side] }) }} />
  )
  return (
    <>
      <RadioGroup label={t.push.quiet} value={now.quiet} onChange={(quiet) => save({ quiet: quiet as PushWish['quiet'] })}
        options={[{ value: 'usual', label: t.push.usual(usual.from, usual.until), note: t.push.morning }, { value: 'own', label: t.push.own }, { value: 'none', label: t.push.never }]} />
      {now.quiet === 'own' ? <SideBySide>{hour('from')}{hour('until')}</SideBySide> : null}
      <RadioGroup label={t.push.words} value={now.words} onChange={(words) => save({ words: words as PushWish['words'] })}
        options={[{ value: 'child', label: t.push.says.child }, { value: 'kind', label: t.push.says.kind }, { value: 'none', label: t.push.says.none }]} />
      {put.error ? <ProblemNote problem={put.error} /> : null}
    </>
  )
}

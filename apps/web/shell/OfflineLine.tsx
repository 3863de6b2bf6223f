import { Button, Drawer, IconAlertTriangle, IconCloudOff, IconRefresh, Row, Rows } from '@school/ui'
import { language, loadCatalogue, problemText, queue, useAgeOfView, useEntries, whenText, type Post } from '@school/web'
import { useEffect, useState } from 'react'
import { useShellWords } from './use-shell-words.ts'
import { useNewVersion } from './start-worker.ts'
import css from './shell.module.css'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
const patienceMs = 2500

/** The quiet line at the foot: how old the data is without a network, and what waits on this device. */
export function OfflineLine({ connected }: { connected: boolean }) {
  const words = useShellWords()
  const age = useAgeOfView()
  const entries = useEntries()
  const [open, setOpen] = useState(false)
  const newVersion = useNewVersion()
  const slow = useSlow(entries)
  const line = lineOf(entries, slow, words)
  const old = age !== null ? words.keptFrom(whenText(new Date(age).toISOString(), zone)) : connected ? null : words.offline
  if (!old && !line && !newVersion && !open) return null
  return (
    <>
      <div className={css.offline} role="status">
        {old ? <span><IconCloudOff size={18} />{old}</span> : null}
        {line ? <button type="button" onClick={() => setOpen(true)}>{line.calm ? <IconRefresh size={18} /> : <IconAlertTriangle size={18} />}{line.text}</button> : null}
        {newVersion && !old ? <span>{words.newVersion}<Button size="sm" look="text" onClick={() => location.reload()}>{words.reload}</Button></span> : null}
      </div>
      <Drawer open={open} onClose={() => setOpen(false)} title={words.queue.title}>{open ? <Waiting entries={entries} /> : null}</Drawer>
    </>
  )
}

/** What goes out at once is not worth a word: true when entries have been on their way for a while. */
function useSlow(entries: readonly Post<unknown>[]): boolean {
  const [slow, setSlow] = useState(false)
  const moving = entries.some(({ state }) => state === 'waiting' || state === 'sending')
  useEffect(() => {
    if (!moving) return
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => { clearTimeout(timer); setSlow(false) }
  }, [moving])
  return slow
}

function lineOf(entries: readonly Post<unknown>[], slow: boolean, { queue: t }: ReturnType<typeof useShellWords>): { text: string; calm: boolean } | null {
  const many = (...states: Post<unknown>['state'][]) => entries.filter(({ state }) => states.includes(state)).length
  const [refused, conflicts, offline, moving] = [many('refused'), many('conflict'), many('offline'), many('waiting', 'sending')]
  if (offline > 0) return { text: t.waiting(offline + moving), calm: true }
  if (conflicts > 0) return { text: t.conflicts(conflicts), calm: false }
  if (refused > 0) return { text: t.refused(refused), calm: false }
  return slow && moving > 0 ? { text: t.sending(moving), calm: true } : null
}

function Waiting({ entries }: { entries: readonly Post<unknown>[] }) {
  const { queue: t } = useShellWords()
  const [, drawAgain] = useState(0)
  useEffect(() => {
    const rooms = new Set(entries.flatMap(({ state, about }) => state === 'refused' ? [about.kind.split('.')[0] ?? ''] : []))
    void Promise.all([...rooms].map((room) => loadCatalogue(room, language()))).then(() => drawAgain((n) => n + 1), () => null)
  }, [entries])
  return (
    <div className="stack">
      <p className="muted small">{t.note}</p>
      <Rows label={t.title}>
        {entries.map((post) => <Row key={post.place} top title={post.about.title} {...(post.state === 'refused' ? {} : { href: post.about.page })}
          sub={<>{post.about.text}<br />{t.written(whenText(new Date(post.at).toISOString(), zone))}, {t.states[post.state]}{post.why ? `: ${problemText(post.why.code, post.why.details)}` : ''}</>}
          {...(post.state === 'refused' ? { end: <span className="row"><Button size="sm" onClick={() => queue.again(post.place)}>{t.again}</Button><Button size="sm" look="text" onClick={() => queue.dismiss(post.place)}>{t.dismiss}</Button></span> } : {})} />)}
      </Rows>
    </div>
  )
}

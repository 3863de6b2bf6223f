import { Button, cx, IconButton, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX, ProgressLine } from '@school/ui'
import { bytesText, durationText } from '@school/web'
import { useSyncExternalStore } from 'react'
import css from '../Files.module.css'
import { useT } from '../words.ts'
import { uploader, type Sending } from './uploader.ts'

/** What is on its way, at the bottom of the page. */
export function UploadPanel() {
  const t = useT()
  const list = useSyncExternalStore(uploader.watch, uploader.list)
  if (list.length === 0) return null
  const done = list.filter((one) => one.state === 'done').length
  const running = list.filter((one) => one.state === 'sending' || one.state === 'waiting' || one.state === 'offline')
  const paused = list.filter((one) => one.state === 'paused')
  const over = done === list.length
  return (
    <section className={cx(css.panel, 'no-print')} aria-label={t.uploads}>
      <header>
        <b role="status">{over ? t.uploaded(done) : t.uploading(done, list.length)}</b><span className="push" />
        {running.length > 1 ? <Button size="sm" look="text" onClick={() => { for (const one of running) uploader.pause(one.id) }}>{t.pauseAll}</Button> : null}
        {paused.length > 1 ? <Button size="sm" look="text" onClick={() => { for (const one of paused) uploader.resume(one.id) }}>{t.resumeAll}</Button> : null}
        {running.length === 0 && paused.length === 0 ? <IconButton label={t.hide} onClick={() => uploader.clear()}><IconX /></IconButton> : null}
      </header>
      {over ? null : <ul>{list.filter((one) => one.state !== 'done').slice(0, 50).map((one) => <Line key={one.id} sending={one} />)}</ul>}
    </section>
  )
}

function Line({ sending: { id, name, size, sent, state, problem, left } }: { sending: Sending }) {
  const t = useT()
  const words = { waiting: t.waiting, paused: t.paused, offline: t.offline, failed: problem ?? t.failed, done: t.whole, sending: left === null ? `${bytesText(sent)} / ${bytesText(size)}` : t.left(left < 60 ? durationText(1) : durationText(Math.ceil(left / 60))) }[state]
  return (
    <li>
      <span className="ellipsis" title={name}>{name}</span>
      <ProgressLine value={sent} max={Math.max(1, size)} label={name} tone={state === 'failed' ? 'bad' : state === 'offline' ? 'warn' : 'now'} />
      <em>{words}</em>
      <span className="row">
        {state === 'sending' || state === 'waiting' || state === 'offline' ? <IconButton label={`${t.pause}: ${name}`} onClick={() => uploader.pause(id)}><IconPlayerPause size={18} /></IconButton> : null}
        {state === 'paused' ? <IconButton label={`${t.resume}: ${name}`} onClick={() => uploader.resume(id)}><IconPlayerPlay size={18} /></IconButton> : null}
        {state === 'failed' ? <IconButton label={`${t.again}: ${name}`} onClick={() => uploader.resume(id)}><IconRefresh size={18} /></IconButton> : null}
        <IconButton label={`${t.stop}: ${name}`} onClick={() => uploader.stop(id)}><IconX size={18} /></IconButton>
      </span>
    </li>
  )
}

import { Button, Dialog, Empty, IconChevronLeft, IconChevronRight, IconDownload } from '@school/ui'
import { ask, bytesText, Loaded, useQuery } from '@school/web'
import { useEffect, useEffectEvent } from 'react'
import { previewFile } from '../../contract/content.ts'
import type { Node } from '../../contract/nodes.ts'
import css from './Files.module.css'
import { addressOfDownload } from './use-acts.ts'
import { useT } from './words.ts'

interface Props { node: Node; others: readonly Node[]; onOpen: (node: Node) => void; onClose: () => void }

/** Shows a file as far as a browser can; arrows go to its neighbours. */
export function PreviewDialog({ node, others, onOpen, onClose }: Props) {
  const t = useT()
  const at = others.findIndex((one) => one.id === node.id)
  const [before, after] = [others[at - 1], others[at + 1]]
  const step = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLMediaElement) return
    const to = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined
    if (to) onOpen(to)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => step(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <Dialog open wide onClose={onClose} title={node.name} foot={
      <>
        <Button size="md" disabled={!before} icon={<IconChevronLeft size={18} />} aria-label={t.previous} onClick={() => before && onOpen(before)} /><Button disabled={!after} icon={<IconChevronRight size={18} />} aria-label={t.next} onClick={() => after && onOpen(after)} />
        <span className="push" /><span className="small muted" style={{ alignSelf: 'center' }}>{t.kindNames[node.fileKind]}, {bytesText(node.size)}</span>
        <Button look="primary" href={addressOfDownload([node])} icon={<IconDownload size={18} />}>{t.download}</Button>
      </>}>
      <Shown key={node.id} node={node} />
    </Dialog>
  )
}

function Shown({ node }: { node: Node }) {
  const t = useT()
  // An address of the content host lives for minutes: a preview opened later asks anew.
  const found = useQuery({ ...ask(previewFile, { params: { nodeId: node.id }, query: {} }), staleTime: 60_000, gcTime: 60_000 })
  return (
    <div className={css.preview}>
      <Loaded query={found}>
        {({ look, url, text, cut }) => {
          if (text !== null) return <div style={{ width: '100%' }}><pre tabIndex={0}>{text}</pre>{cut ? <p className="small muted">{t.previewCut}</p> : null}</div>
          if (look === 'image' && url) return <img src={url} alt={node.name} />
          // oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF in a sandboxed frame; the other host and its policy are the wall
          if (look === 'pdf' && url) return <iframe src={url} title={t.previewOf(node.name)} />
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a file of a person comes without captions
          if (look === 'video' && url) return <video src={url} controls preload="metadata" aria-label={node.name} />
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- as above
          if (look === 'audio' && url) return <audio src={url} controls preload="metadata" aria-label={node.name} />
          return <Empty>{node.size === 0 ? t.previewEmpty : t.previewNone}</Empty>
        }}
      </Loaded>
    </div>
  )
}

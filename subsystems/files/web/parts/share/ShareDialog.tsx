import { Button, Callout, DateField, Dialog, Empty, IconButton, IconCopy, IconLink, IconTrash, QuickSelect, Row, Rows, Section, showToast, SideBySide, SelectField, Waiting } from '@school/ui'
import { newId } from '@school/contract'
import { ask, dayText, keyOf, Loaded, problemText, todayIn, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { listFolder, listView, type Node, type Right } from '../../../contract/nodes.ts'
import { listShares, putShare, removeShare, type Share, type ShareTo } from '../../../contract/shares.ts'
import css from '../Files.module.css'
import { ownZone, useT } from '../words.ts'
import { ReaderPicker } from './ReaderPicker.tsx'

/** Who else may see a node: given to a person, a class, a role or by link, and taken back at once. */
export function ShareDialog({ node, onClose }: { node: Node; onClose: () => void }) {
  const t = useT()
  const found = useQuery(ask(listShares, { params: { nodeId: node.id } }))
  const [right, setRight] = useState<Right>('view')
  const [until, setUntil] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const { put, drop } = useShareActs(node.id, setLink)
  const give = (to: ShareTo) => put.mutate({ params: { nodeId: node.id, shareId: newId() }, body: { to, right: to.kind === 'link' ? 'view' : right, expiresAt: until ? endOf(until) : null } })
  return (
    <Dialog open wide onClose={onClose} title={t.shareTitle(node.name)} foot={<Button look="primary" onClick={onClose}>{t.done}</Button>}>
      <div className="stack">
        <SideBySide>
          <SelectField label={t.rightLabel} value={right} onChange={(value) => setRight(value as Right)} options={[{ value: 'view', label: t.canView }, { value: 'edit', label: t.canEdit }]} />
          <DateField label={t.until} optional value={until} min={todayIn(ownZone())} onChange={setUntil} />
        </SideBySide>
        <ReaderPicker busy={put.isPending} onPick={give} />
        {link ? <Callout tone="ok" title={t.linkMade}><div className={css.link}><code>{link}</code><Button size="sm" icon={<IconCopy size={16} />} onClick={() => void navigator.clipboard.writeText(link).then(() => showToast({ tone: 'ok', text: t.linkCopied }))}>{t.linkCopy}</Button></div></Callout> : null}
        <Loaded query={found} waiting={<Waiting rows={2} height={56} />}>
          {({ shares, links }) => (
            <>
              <Section title={t.shareList} level={3}>
                {shares.length === 0 ? <Empty compact>{t.shareNone}</Empty> : <Rows label={t.shareList}>{shares.map((one) => <ShareRow key={one.id} share={one} busy={drop.isPending} onRight={(next) => put.mutate({ params: { nodeId: node.id, shareId: one.id }, body: { to: one.to, right: next, expiresAt: one.expiresAt } })} onDrop={() => drop.mutate({ params: { nodeId: node.id, shareId: one.id } })} />)}</Rows>}
              </Section>
              {shares.some((one) => one.kind === 'link') ? null : (
                <Section title={t.linkShare} level={3}>
                  <p className="muted">{links ? t.linkNote : t.linkMinor}</p>
                  {links ? <p style={{ marginTop: 8 }}><Button icon={<IconLink size={18} />} busy={put.isPending} onClick={() => give({ kind: 'link' })}>{t.linkMake}</Button></p> : null}
                </Section>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Dialog>
  )
}

/** A share lasts until its day is over where the person is. */
const endOf = (day: string) => new Date(`${day}T23:59:59`).toISOString()

function useShareActs(nodeId: string, onLink: (link: string) => void) {
  const t = useT()
  const stale = () => [keyOf(listShares, { params: { nodeId } }), keyOf(listFolder), keyOf(listView)]
  const onProblem = ({ code, details }: { code: string; details: Readonly<Record<string, unknown>> }) => { showToast({ tone: 'bad', text: problemText(code, details) }) }
  return {
    put: useCommand(putShare, { stale, onProblem, onDone: ({ link }) => { if (link) onLink(new URL(link, location.origin).href); else showToast({ tone: 'ok', text: t.shareAdded }) } }),
    drop: useCommand(removeShare, { stale, onProblem, onDone: () => { showToast({ tone: 'ok', text: t.shareRemoved }) } }),
  }
}

function ShareRow({ share, busy, onRight, onDrop }: { share: Share; busy: boolean; onRight: (right: Right) => void; onDrop: () => void }) {
  const t = useT()
  const name = share.kind === 'link' ? t.linkShare : share.role ? `${t.roleNames[share.role] ?? share.role}, ${share.name}` : share.name
  const until = share.expiresAt ? `${t.until.toLowerCase()} ${dayText(todayIn(ownZone(), new Date(share.expiresAt)))}` : t.forever
  return (
    <Row title={name} sub={until} end={
      <span className="row">
        {share.kind === 'link' ? t.canView : <QuickSelect label={`${t.rightLabel}: ${name}`} value={share.right} onChange={(value) => onRight(value as Right)} options={[{ value: 'view', label: t.canView }, { value: 'edit', label: t.canEdit }]} />}
        <IconButton label={`${t.shareRemove}: ${name}`} disabled={busy} onClick={onDrop}><IconTrash /></IconButton>
      </span>} />
  )
}

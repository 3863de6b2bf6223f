import { AskOnce, Button, Checkbox, DateField, Dialog, Empty, Form, PageBody, PageHeader, Row, Rows, Segmented, SelectField, showToast, SideBySide, StatusWord, TextArea, TextField, Waiting } from '@school/ui'
import { ask, dayText, keyOf, Loaded, problemText, todayIn, useCommand, useContextOfPage, useQuery, useTo } from '@school/web'
import { federation, newId } from '@school/contract'
import { useState } from 'react'
import { listOwnItems, putItem, removeItem, type Item, type Kind, type Level } from '../../contract/news.ts'
import { useT } from '../parts/words.ts'

function useScope(): { level: Level; scopeId: string } {
  const { scopeKind, scopeId } = useContextOfPage()
  return { level: scopeKind as Level, scopeId: scopeKind === 'federation' ? federation : scopeId }
}

/** News, questions, links and contacts of one's own level: written, published, removed. */
export function Items() {
  const t = useT()
  const to = useTo()
  const scope = useScope()
  const [kind, setKind] = useState<Kind>('news')
  const [editing, setEditing] = useState<Item | 'new' | null>(null)
  const found = useQuery(ask(listOwnItems, { params: scope, query: { kind } }))
  return (
    <PageBody>
      <PageHeader title={t.items} sub={t.levels[scope.level]} back={{ href: to('/manage'), label: t.itemsSub }} actions={<Button onClick={() => setEditing('new')}>{t.add}</Button>} />
      <Segmented label={t.items} value={kind} onChange={(value) => setKind(value as Kind)} options={(['news', 'question', 'link', 'contact'] as const).map((one) => ({ value: one, label: t.kinds[one] }))} />
      <Loaded query={found} waiting={<Waiting rows={4} height={56} />}>
        {(rows) => rows.length === 0 ? <Empty>{t.none}</Empty> : (
          <Rows>{rows.map((one) => <Row key={one.id} title={one.title} sub={dayText(one.showFrom)} onOpen={() => setEditing(one)} end={<StatusWord tone={one.published ? 'ok' : 'mute'}>{one.published ? t.published : t.draft}</StatusWord>} />)}</Rows>
        )}
      </Loaded>
      {editing ? <ItemDialog key={editing === 'new' ? 'new' : editing.id} item={editing === 'new' ? null : editing} kind={kind} onClose={() => setEditing(null)} /> : null}
    </PageBody>
  )
}

const groups = { everyone: null, staff: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], families: ['parent', 'pupil'] } as const
const groupOf = (audience: readonly string[] | null) => (audience === null ? 'everyone' : audience.includes('parent') ? 'families' : 'staff')

function ItemDialog({ item, kind, onClose }: { item: Item | null; kind: Kind; onClose(): void }) {
  const t = useT()
  const scope = useScope()
  const [id] = useState(item?.id ?? newId())
  const [title, setTitle] = useState(item?.title ?? '')
  const [text, setText] = useState(item?.text ?? '')
  const [href, setHref] = useState(item?.href ?? '')
  const [pinned, setPinned] = useState(item?.pinned ?? false)
  const [published, setPublished] = useState(item?.published ?? true)
  const [from, setFrom] = useState(item?.showFrom ?? todayIn('Europe/Moscow'))
  const [until, setUntil] = useState(item?.showTo ?? '')
  const [audience, setAudience] = useState<keyof typeof groups>(groupOf(item?.audience ?? null))
  const [asking, setAsking] = useState(false)
  const common = { stale: () => [keyOf(listOwnItems, { params: scope })], onDone: () => { showToast({ text: t.saved, tone: 'ok' as const }); onClose() }, onProblem: (problem: { code: string; details: Record<string, unknown> }) => showToast({ tone: 'bad' as const, text: problemText(problem.code, problem.details) }) }
  const put = useCommand(putItem, common)
  const drop = useCommand(removeItem, common)
  const save = () => put.mutate({ params: { ...scope, id }, body: { kind, title: title.trim(), text: text.trim(), href: href.trim() || null, audience: groups[audience] === null ? null : [...groups[audience]], pinned, showFrom: from, showTo: until || null, published, basedOn: item?.revision ?? null } })
  return (
    <Dialog open wide onClose={onClose} title={item ? t.edit : t.add} foot={
      <>
        {item ? <Button look="danger" onClick={() => setAsking(true)}>{t.remove}</Button> : null}<span className="push" />
        <Button busy={put.isPending} {...(title.trim().length < 2 ? { why: t.title } : {})} onClick={save}>{t.save}</Button>
      </>}>
      <Form onSubmit={save} foot={null}>
        <TextField label={t.title} value={title} onChange={setTitle} />
        <TextArea label={t.text} hint={t.textHint} value={text} onChange={setText} />
        {kind === 'link' || kind === 'contact' ? <TextField label={t.href} hint="https://…, mailto:…, tel:…" value={href} onChange={setHref} /> : null}
        <SideBySide><DateField label={t.from} value={from} onChange={setFrom} /><DateField label={t.to} optional value={until} onChange={setUntil} /></SideBySide>
        <SelectField label={t.audience} value={audience} onChange={(value) => setAudience(value as keyof typeof groups)} options={(['everyone', 'staff', 'families'] as const).map((one) => ({ value: one, label: t[one] }))} />
        <Checkbox label={t.pinned} checked={pinned} onChange={setPinned} />
        <Checkbox label={t.published} checked={published} onChange={setPublished} />
      </Form>
      <AskOnce open={asking} onClose={() => setAsking(false)} title={t.remove} act={t.remove} cancel={t.keep} danger busy={drop.isPending} onAct={() => drop.mutate({ params: { ...scope, id } })}>{t.removeText(title)}</AskOnce>
    </Dialog>
  )
}

import { Button, Empty, IconPlus, PageBody, PageHeader, Row, Rows, StatusWord, Tabs, Waiting } from '@school/ui'
import { ask, dayText, Loaded, todayIn, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { listOwnItems, type Item, type Kind } from '../../contract/news.ts'
import { ItemDialog } from '../parts/ItemDialog.tsx'
import { useScope } from '../parts/use-scope.ts'
import { ownZone, useT } from '../parts/words.ts'

const kinds = ['news', 'question', 'link', 'contact'] as const satisfies readonly Kind[]

/** News, questions, links and contacts of one's own level: written, published, taken back, removed. */
export function Items() {
  const t = useT()
  const to = useTo()
  const scope = useScope()
  const [asked, setAsked] = useUrlValue('kind', 'news')
  const kind = kinds.find((one) => one === asked) ?? 'news'
  const [editing, setEditing] = useState<Item | 'new' | null>(null)
  const found = useQuery(ask(listOwnItems, { params: scope, query: { kind } }))
  const back = scope.level === 'school' ? { href: to('/manage'), label: t.manage } : { href: to('/home'), label: t.home }
  return (
    <PageBody>
      <PageHeader title={t.items} sub={t.levels[scope.level]} back={back} actions={<Button look="primary" icon={<IconPlus size={18} />} onClick={() => setEditing('new')}>{t.add[kind]}</Button>} />
      <Tabs label={t.items} items={kinds.map((one) => ({ key: one, label: t.kinds[one] }))} value={kind} onChange={setAsked} />
      <Loaded query={found} waiting={<Waiting rows={4} height={56} />}>
        {(rows) => rows.length === 0 ? <Empty>{t.none}</Empty> : <Rows label={t.kinds[kind]}>{rows.map((one) => <ItemRow key={one.id} item={one} onOpen={() => setEditing(one)} />)}</Rows>}
      </Loaded>
      {editing ? <ItemDialog key={editing === 'new' ? 'new' : editing.id} item={editing === 'new' ? null : editing} kind={kind} onClose={() => setEditing(null)} /> : null}
    </PageBody>
  )
}

function ItemRow({ item, onOpen }: { item: Item; onOpen: () => void }) {
  const t = useT()
  const today = todayIn(ownZone())
  const over = item.showTo !== null && item.showTo < today
  const [tone, word] = !item.published ? ['mute', t.draft] as const : over ? ['mute', t.over] as const : item.showFrom > today ? ['info', t.waits(dayText(item.showFrom))] as const : ['ok', t.published] as const
  return <Row title={item.title} sub={[dayText(item.showFrom), item.pinned ? t.important : ''].filter(Boolean).join(' · ')} onOpen={onOpen} end={<StatusWord tone={tone}>{word}</StatusWord>} />
}

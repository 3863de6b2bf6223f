import { newId } from '@school/contract'
import { todayIn } from '@school/web'
import { useState } from 'react'
import type { Item, Kind } from '../../contract/news.ts'
import { groupOf, rolesOf } from './audience.ts'
import { ownZone } from './words.ts'

/** What is being written, field by field, and the body it makes. */
export function useItemForm(item: Item | null, kind: Kind) {
  const [id] = useState(() => item?.id ?? newId())
  const [fields, setFields] = useState({
    title: item?.title ?? '', text: item?.text ?? '', href: item?.href ?? '', pinned: item?.pinned ?? false, from: item?.showFrom ?? todayIn(ownZone()), until: item?.showTo ?? '', audience: groupOf(item?.audience ?? null),
  })
  const set = <K extends keyof typeof fields>(key: K) => (value: (typeof fields)[K]) => setFields((before) => ({ ...before, [key]: value }))
  const bodyOf = (published: boolean) => ({
    kind, title: fields.title.trim(), text: fields.text.trim(), href: fields.href.trim() || null, audience: rolesOf(fields.audience, item?.audience ?? null), pinned: fields.pinned,
    showFrom: fields.from, showTo: fields.until || null, published, basedOn: item?.revision ?? null,
  })
  return { id, fields, set, bodyOf }
}

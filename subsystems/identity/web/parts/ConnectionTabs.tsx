import { Tabs } from '@school/ui'
import { useCan, useContextOfPage, useTo } from '@school/web'
import { useT } from './words.ts'

/** The pages about connection, each with its own address. */
export function ConnectionTabs({ at }: { at: 'funnel' | 'waiting' | 'merges' }) {
  const t = useT()
  const to = useTo()
  const { scopeKind } = useContextOfPage()
  const merges = useCan('identity.merge.decide')
  const items = [{ key: 'funnel', label: t.funnel, href: to('/connection') }, ...(scopeKind === 'federation' ? [] : [{ key: 'waiting', label: t.waitingRequests, href: to('/connection/waiting') }]), ...(merges ? [{ key: 'merges', label: t.merges, href: to('/connection/merges') }] : [])]
  return items.length > 1 ? <div style={{ marginBottom: 16 }}><Tabs label={t.connection} value={at} items={items} /></div> : null
}

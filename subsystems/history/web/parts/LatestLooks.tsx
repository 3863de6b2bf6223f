import type { HomeProps } from '@school/portal/contract'
import { Empty, Rows, Section, Waiting } from '@school/ui'
import { ask, Loaded, useMe, useQuery, useTo } from '@school/web'
import { listLooks } from '../../contract/index.ts'
import { LookRow } from './LookRow.tsx'
import { useT } from './words.ts'

/** On the first page of a family: who opened the record last. */
export function LatestLooks({ schoolId, childId }: HomeProps) {
  const t = useT()
  const to = useTo()
  const me = useMe()
  const found = useQuery(ask(listLooks, { params: { schoolId: schoolId ?? '', studentId: childId ?? me?.person.id ?? '' }, query: { limit: 3 } }))
  return (
    <Section title={t.looks} action={<a className="link small" href={to('/looks')}>{t.allLooks}</a>}>
      <Loaded query={found} waiting={<Waiting rows={2} height={56} />}>
        {({ rows }) => rows.length === 0 ? <Empty compact>{t.noLooks}</Empty> : <Rows>{rows.map((one) => <LookRow key={`${one.at} ${one.key}`} look={one} />)}</Rows>}
      </Loaded>
    </Section>
  )
}

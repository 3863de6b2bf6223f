import type { HomeProps } from '@school/portal/contract'
import { Empty, Rows, Section, Waiting } from '@school/ui'
import { ask, Loaded, useOwnId, useQuery, useTo, type Ahead } from '@school/web'
import { listLooks } from '../../contract/index.ts'
import { LookRow } from './LookRow.tsx'
import { useT } from './words.ts'

const latest = (schoolId: string | null, studentId: string | undefined) => ask(listLooks, { params: { schoolId: schoolId ?? '', studentId: studentId ?? '' }, query: { limit: 3 } })
export const ahead: Ahead = ({ me, acting }) => [latest(acting.schoolId, acting.childId ?? acting.recordId ?? me.person.id)]

/** On the first page of a family: who opened the record last. */
export function LatestLooks({ schoolId, childId }: HomeProps) {
  const t = useT()
  const to = useTo()
  const own = useOwnId()
  const found = useQuery(latest(schoolId, childId ?? own))
  return (
    <Section title={t.looks} action={<a className="link small" href={to('/looks')}>{t.allLooks}</a>}>
      <Loaded query={found} waiting={<Waiting rows={2} height={56} />}>
        {({ rows }) => rows.length === 0 ? <Empty compact>{t.noLooks}</Empty> : <Rows>{rows.map((one) => <LookRow key={`${one.at} ${one.key}`} look={one} />)}</Rows>}
      </Loaded>
    </Section>
  )
}

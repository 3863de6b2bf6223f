import { PageBody, Waiting } from '@school/ui'
import { ask, pathAs, ProblemNote, useAddress, useMe, useQuery } from '@school/web'
import { useEffect } from 'react'
import { getNotice } from '../../contract/index.ts'
import { useRead } from '../parts/NoticeRow.tsx'
import { wayOfNotice } from '../parts/where.ts'

const isId = /^[0-9a-f-]{36}$/

/** Where a push leads: on to what it is about, in the context of the right child; to all notices when there is no such place any more. */
export function Notice({ noticeId }: { noticeId: string }) {
  const contexts = useMe()?.contexts
  const [, go] = useAddress()
  const { mutate } = useRead()
  const one = isId.test(noticeId)
  const { data, error, refetch } = useQuery({ ...ask(getNotice, { params: { noticeId } }), enabled: one })
  const [first] = contexts ?? []
  useEffect(() => {
    if (!first || !contexts || (one && !data && !error)) return
    if (data && !data.read) mutate({ body: { ids: [data.id] } })
    const way = data ? wayOfNotice(data, contexts, first) : null
    go(way ? pathAs(way.place.role, way.place.scopeId, way.path) : pathAs(first.role, first.scopeId, '/notices'), { replace: true })
  }, [one, data, error, first, contexts, go, mutate])
  return <PageBody narrow>{error && !first ? <ProblemNote problem={error} retry={refetch} /> : <Waiting rows={4} height={56} />}</PageBody>
}

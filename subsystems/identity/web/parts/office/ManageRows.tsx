import { IconShieldCheck, IconUserCheck, Row } from '@school/ui'
import { ask, useCan, useOwnWords, useQuery, useTo } from '@school/web'
import { listRequests } from '../../../contract/requests.ts'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** Requests and the workplace check among the sections of management. */
export function ManageRows({ schoolId }: { schoolId: string }) {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return (
    <>
      {useCan('identity.request.read') ? <Requests schoolId={schoolId} href={to('/requests')} /> : null}
      <Row lead={<IconShieldCheck size={22} />} title={t.workplace} sub={t.workplaceSub} href={to('/workplace')} />
    </>
  )
}

function Requests({ schoolId, href }: { schoolId: string; href: string }) {
  const t = useOwnWords({ ru, en })
  const list = useQuery(ask(listRequests, { params: { schoolId }, query: { tab: 'waiting' } }))
  return <Row lead={<IconUserCheck size={22} />} title={t.requests} sub={t.requestsSub} href={href} end={list.data && list.data.counts.waiting > 0 ? <span className="need">{t.waitCount(list.data.counts.waiting)}</span> : null} />
}

import { PageBody, PageHeader, Tabs, Waiting } from '@school/ui'
import { ask, Loaded, useContextOfPage, useQuery, useUrlValue } from '@school/web'
import { getClosingBoard } from '../../contract/index.ts'
import { ClosingBoard } from '../parts/closing/ClosingBoard.tsx'
import { UnlockList } from '../parts/closing/UnlockList.tsx'
import { SchoolDesk } from '../parts/desks/SchoolDesk.tsx'
import { useFinalWords } from '../parts/finals/words.ts'

/** How far the classes are with a period, its closing, and requests to correct what is closed. */
export default function Closing() {
  const { closing: t, desk } = useFinalWords()
  const { schoolId } = useContextOfPage()
  const [show, setShow] = useUrlValue('show', 'classes')
  const [scope, setScope] = useUrlValue('scope', '')
  const query = useQuery(ask(getClosingBoard, { params: { schoolId: schoolId ?? '' }, query: scope ? { scope } : {} }))
  return (
    <PageBody>
      <PageHeader title={t.title} sub={t.sub} />
      <Tabs label={t.title} value={show} onChange={setShow} items={[{ key: 'classes', label: t.classes }, { key: 'requests', label: t.requests, ...(query.data?.unlocksAsked ? { count: query.data.unlocksAsked } : {}) }, { key: 'desk', label: desk.title }]} />
      {show === 'desk' ? <SchoolDesk schoolId={schoolId ?? ''} /> : show === 'requests' ? <UnlockList schoolId={schoolId ?? ''} /> : <Loaded query={query} waiting={<Waiting rows={12} height={44} />}>{(board) => <ClosingBoard key={board.scopeId} board={board} schoolId={schoolId ?? ''} onScope={setScope} />}</Loaded>}
    </PageBody>
  )
}

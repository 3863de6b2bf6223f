import { Button, Empty, Row, Rows, ShowMore, showToast, StatusWord, Waiting } from '@school/ui'
import { ask, dateTimeText, keyOf, Loaded, problemText, shortName, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { decideUnlock, endUnlock, getClosingBoard, getCourseFinals, listUnlocks, type Unlock } from '../../../contract/index.ts'
import { ownZone } from '../diary-week/words.ts'
import { useFinalWords } from '../finals/words.ts'

const tones = { asked: 'warn', granted: 'ok', declined: 'bad', ended: 'mute', expired: 'mute' } as const

/** Requests to correct closed periods; whoever asked cannot decide. */
export function UnlockList({ schoolId }: { schoolId: string }) {
  const { unlock: t } = useFinalWords()
  const [page, setPage] = useState(1)
  const query = useQuery(ask(listUnlocks, { params: { schoolId }, query: { page } }))
  return (
    <Loaded query={query} waiting={<Waiting rows={6} height={60} />}>
      {({ unlocks, more }) => unlocks.length === 0 ? <Empty>{t.noneNote}</Empty> : (
        <>
          <Rows label={t.none}>{unlocks.map((one) => <Request key={one.id} one={one} schoolId={schoolId} />)}</Rows>
          {more || page > 1 ? <ShowMore shown={unlocks.length} onMore={more ? () => setPage(page + 1) : undefined} /> : null}
        </>
      )}
    </Loaded>
  )
}

function Request({ one, schoolId }: { one: Unlock; schoolId: string }) {
  const { unlock: t, closing } = useFinalWords()
  const stale = () => [keyOf(listUnlocks, { params: { schoolId } }), keyOf(getClosingBoard), keyOf(getCourseFinals)]
  const onProblem = (problem: { code: string; details?: Record<string, unknown> }) => showToast({ tone: 'bad', text: problemText(problem.code, problem.details) })
  const decide = useCommand(decideUnlock, { stale, onProblem })
  const end = useCommand(endUnlock, { stale, onProblem })
  const params = { schoolId, unlockId: one.id }
  const state = one.state === 'granted' && one.until ? `${t.states[one.state]} ${t.untilDay(dateTimeText(one.until, ownZone()))}` : t.states[one.state]
  return (
    <Row top title={`${one.subject.name}, ${one.className}, ${one.scope || closing.year}`}
      sub={<>{one.reason}<br />{[one.by ? shortName(one.by) : '', dateTimeText(one.askedAt, ownZone()), one.state === 'asked' ? t.untilDay(dateTimeText(one.askedUntil, ownZone())) : '', one.decidedBy ? t.decided(shortName(one.decidedBy)) : '', one.answer].filter(Boolean).join(', ')}</>}
      end={
        <span className="wrap">
          <StatusWord tone={tones[one.state]}>{state}</StatusWord>
          {one.can.decide ? <><Button size="sm" busy={decide.isPending} onClick={() => decide.mutate({ params, body: { grant: false } })}>{t.decline}</Button><Button size="sm" look="primary" busy={decide.isPending} onClick={() => decide.mutate({ params, body: { grant: true } })}>{t.grant}</Button></> : null}
          {one.can.end ? <Button size="sm" busy={end.isPending} onClick={() => end.mutate({ params })}>{one.state === 'asked' ? t.takeBack : t.end}</Button> : null}
        </span>
      } />
  )
}

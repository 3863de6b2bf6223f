import { StatusWord, type Tone } from '@school/ui'
import { dateTimeText } from '@school/web'
import type { OwnRequest } from '../../contract/requests.ts'
import css from './OwnState.module.css'
import { moscow, useT } from './words.ts'

const tones: Record<OwnRequest['state'], Tone> = { PENDING: 'warn', APPROVED: 'ok', REJECTED: 'bad', WITHDRAWN: 'mute', EXPIRED: 'mute' }

/** Where a request of one's own stands, what differs and whose turn it is. */
export function OwnState({ row }: { row: OwnRequest }) {
  const t = useT()
  return (
    <span className={css.lines}>
      <StatusWord tone={tones[row.state]}>{row.state === 'PENDING' ? t.waitsUntil(dateTimeText(row.dueAt, moscow)) : t.states[row.state]}</StatusWord>
      {row.state === 'REJECTED' && row.reason ? <span>{t.reason}: {row.reason}</span> : null}
      {row.state === 'PENDING' ? <span>{explanation(t, row)}</span> : null}
      {row.state === 'EXPIRED' ? <span>{t.expiredAdvice}</span> : null}
    </span>
  )
}

function explanation(t: ReturnType<typeof useT>, row: OwnRequest): string {
  if (row.check === 'differs') {
    const what = t.differs(row.differing.map((field) => t.fields[field].toLowerCase()))
    return `${what} ${row.fault === 'registry' ? t.schoolCorrects : t.checkYourData}`
  }
  return t.ownChecks[row.check]
}

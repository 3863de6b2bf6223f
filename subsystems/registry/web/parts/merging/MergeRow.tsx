import { Button, Row, StatusWord, type Tone } from '@school/ui'
import { dateTimeText, dayText, fullName, shortName } from '@school/web'
import type { Merge, MergeState } from '../../../contract/merging.ts'
import css from '../Places.module.css'
import { useT } from '../words.ts'

const tones: Record<MergeState, Tone> = { asked: 'warn', done: 'ok', refused: 'bad', withdrawn: 'mute', undone: 'mute' }
export type MergeAct = 'confirm' | 'decide' | 'withdraw' | 'undo' | 'look'

/** One merge: who, from where, how far it has come and what may be done now. */
export function MergeRow({ merge, zone, onAct }: { merge: Merge; zone: string; onAct: (act: MergeAct) => void }) {
  const t = useT()
  const acts: [MergeAct, string, boolean][] = [
    [merge.judge === 'school' ? 'confirm' : 'decide', merge.judge === 'school' ? t.doubles.confirm : t.doubles.decide, merge.can.decide],
    ['withdraw', t.doubles.withdraw, merge.can.withdraw], ['undo', t.doubles.undo, merge.can.undo], ['look', t.doubles.look, !merge.can.decide],
  ]
  const said = [
    t.doubles.askedBy(merge.askedSchool, merge.askedBy ? shortName(merge.askedBy) : null, dateTimeText(merge.askedAt, zone)), merge.reason,
    merge.state === 'asked' && merge.judge !== 'school' ? t.doubles.waits(merge.judgeName) : null,
    merge.decidedAt && merge.state !== 'withdrawn' ? t.doubles.decidedBy(merge.decidedBy ? shortName(merge.decidedBy) : '', dateTimeText(merge.decidedAt, zone)) : null, merge.answer || null,
    merge.can.undo && merge.undoUntil ? t.doubles.undoUntil(dayText(merge.undoUntil)) : null,
    merge.undoneAt ? t.doubles.undoneBy(merge.undoneBy ? shortName(merge.undoneBy) : '', dateTimeText(merge.undoneAt, zone), merge.undoReason) : null,
    merge.state === 'asked' && merge.obstacles.length > 0 ? merge.obstacles.map((one) => t.doubles.obstacles[one]).join(' ') : null,
  ].filter(Boolean)
  const schools = [...new Set([...merge.kept.places, ...merge.gone.places].map((one) => one.schoolName))]
  return (
    <Row top title={<>{fullName(merge.kept)} <StatusWord tone={tones[merge.state]}>{t.doubles.states[merge.state]}</StatusWord></>}
      sub={<>{schools.join(' · ')}<br />{said.join('. ').replaceAll('..', '.')}<span className={css.acts}>{acts.filter(([, , may]) => may).map(([act, label]) => <Button key={act} size="sm" look={act === 'confirm' || act === 'decide' ? 'primary' : 'text'} onClick={() => onAct(act)}>{label}</Button>)}</span></>} />
  )
}

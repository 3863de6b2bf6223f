import { Section, StatusWord } from '@school/ui'
import { useState } from 'react'
import { severityOf, type Fault } from '../../../contract/index.ts'
import { useT } from '../words.ts'
import css from './Board.module.css'
import { useFaultPlace, useFaultText } from './fault-text.ts'
import type { Names } from './view.ts'

const tones = { error: 'bad', warning: 'warn', hint: 'mute' } as const
const first = 12

/** What is wrong with the week, worst first; each leads to its place. */
export function Faults({ faults, names, onShow }: { faults: readonly Fault[]; names: Names; onShow(fault: Fault): void }) {
  const t = useT()
  const text = useFaultText()
  const place = useFaultPlace()
  const [all, setAll] = useState(false)
  return (
    <Section title={t.board.faultsTitle} count={faults.length}>
      {faults.length === 0 ? <p className="muted small">{t.board.noFaults}</p> : (
        <ul className={css.faults}>{(all ? faults : faults.slice(0, first)).map((one) => (
          <li key={`${one.kind} ${one.about} ${one.weekday} ${one.number}`}>
            <button type="button" onClick={() => onShow(one)}>
              <StatusWord tone={tones[severityOf[one.kind]]}>{text(one)}</StatusWord>
              <span className="muted small">{[names.unit(one.about), place(one)].filter(Boolean).join(', ')}</span>
            </button>
          </li>
        ))}</ul>
      )}
      {!all && faults.length > first ? <button type="button" className={css.more} onClick={() => setAll(true)}>{t.more(faults.length - first)}</button> : null}
    </Section>
  )
}

import { Button, DateField, Dialog, Form, SideBySide, TextField } from '@school/ui'
import { fullName, useMessages, type PersonName } from '@school/web'
import { useState } from 'react'
import type { CourseFinals, FinalCell, FinalOp, FinalValue } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { finalFigure } from './figures.ts'
import { useFinalWords } from './words.ts'
import css from './Finals.module.css'
import { FinalCard } from './late-card.ts'

interface Props {
  schoolId: string; courseId: string; cell: FinalCell; person: PersonName; column: string; can: CourseFinals['can']; busy: boolean; problem: string | null
  /** A value already typed in the table. */
  value?: string | null
  onPut: (op: Pick<FinalOp, 'value' | 'reason' | 'protocol'>) => void
  onClose: () => void
}

const values: readonly FinalValue[] = ['5', '4', '3', '2', 'pass', 'fail', 'notAttested', 'exempt']

/** One final mark: what it is made of, what to put, and why when it departs from the proposal. */
export function FinalDialog({ schoolId, courseId, cell, person, column, can, busy, problem, value = null, onPut, onClose }: Props) {
  const t = useFinalWords()
  const { cancel } = useMessages<typeof ru>('journal')
  const standing = cell.mark?.value ?? ''
  const [chosen, setChosen] = useState<string>(value ?? (standing || cell.proposed || ''))
  const [reason, setReason] = useState('')
  const [protocol, setProtocol] = useState({ number: '', date: '' })
  const mayPut = can.put && !cell.closed
  const departs = chosen !== '' && cell.kind !== 'exam' && chosen !== cell.proposed && !(cell.proposed === null && (chosen === 'pass' || chosen === 'fail'))
  const named = protocol.number.trim() !== '' && protocol.date !== ''
  const needs = (departs || can.reason) && !named
  const changes = chosen !== standing
  const why = needs && reason.trim() === '' ? t.needReason : undefined
  const send = () => { if (mayPut && changes && !why) onPut({ value: chosen as FinalValue, ...(reason.trim() ? { reason: reason.trim() } : {}), ...(named ? { protocol: { number: protocol.number.trim(), date: protocol.date } } : {}) }) }
  return (
    <Dialog open wide onClose={onClose} title={`${fullName(person)}, ${column}`}>
      <Form onSubmit={send} foot={mayPut ? (
        <>
          {standing !== '' ? <Button look="danger" busy={busy} onClick={() => onPut({ value: '', ...(reason.trim() || can.reason ? { reason: reason.trim() || t.take } : {}) })}>{t.take}</Button> : null}
          <Button onClick={onClose}>{cancel}</Button>
          <Button look="primary" type="submit" busy={busy} disabled={!changes || chosen === ''} why={why}>{chosen === '' ? t.put : t.putWithProposal(finalFigure(t, chosen))}</Button>
        </>
      ) : undefined}>
        {mayPut ? (
          <>
            <div className={css.values} role="group" aria-label={t.value}>{values.map((one) => <button key={one} type="button" aria-pressed={chosen === one} aria-label={t.names[one]} onClick={() => setChosen(one)}>{finalFigure(t, one)}</button>)}</div>
            {departs || can.reason || standing !== '' ? <TextField label={can.reason ? t.officeReason : departs ? t.reason : t.correctionReason} hint={t.reasonHint} value={reason} maxLength={300} optional={!needs} onChange={setReason} error={problem} /> : problem ? <p role="alert" className="need">{problem}</p> : null}
            {can.protocol ? <SideBySide><TextField label={`${t.protocol}: ${t.protocolNumber.toLowerCase()}`} value={protocol.number} maxLength={40} optional onChange={(number) => setProtocol({ ...protocol, number })} /><DateField label={t.protocolDate} value={protocol.date} optional onChange={(date) => setProtocol({ ...protocol, date })} /></SideBySide> : null}
          </>
        ) : null}
        <div className={css.card}><FinalCard schoolId={schoolId} courseId={courseId} studentId={cell.studentId} kind={cell.kind} periodId={cell.periodId} name={column} /></div>
      </Form>
    </Dialog>
  )
}

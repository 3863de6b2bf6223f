import { Button, cx, Dialog, Form, RadioGroup, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useState } from 'react'
import type { ru } from '../../messages/ru.ts'
import { isOneCell } from './cursor.ts'
import type { ForMany } from './desk.ts'
import { figureOf, lettersOf, type Entry } from './entry.ts'
import type { Journal } from './journal.ts'
import css from './Palette.module.css'

interface Props { journal: Journal; day: string; onClose: () => void }

const marks = ['5', '4', '3', '2', 'pass', 'fail', 'debt'] as const
const absences = [{ code: 'absent', reason: null }, { code: 'absent', reason: 'illness' }, { code: 'absent', reason: 'excused' }, { code: 'late', reason: null }, { code: 'remote', reason: null }, { code: 'exempt', reason: null }] as const

/** One mark, one absence or one comment for many pupils at once; what it would change is counted before it is written. */
export default function ManyDialog({ journal, day, onClose }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { desk, sheet } = journal
  const several = !isOneCell(sheet.cursor)
  const [who, setWho] = useState<ForMany['who']>(several ? 'selected' : 'unmarked')
  const [entry, setEntry] = useState<Entry | null>(null)
  const [note, setNote] = useState('')
  const wishes = entry === null && note.trim() === '' ? [] : desk.many({ who, entry, note: note.trim() })
  const write = () => { if (wishes.length > 0) { desk.apply(wishes); onClose() } }
  const keys = [
    ...marks.map((mark) => ({ key: mark, text: figureOf(mark), said: mark === 'debt' ? t.cell.debt : figureOf(mark), of: { mark } as Entry })),
    ...absences.map((absence) => ({ key: `${absence.code}${absence.reason ?? ''}`, text: lettersOf(absence.code, absence.reason), said: t.cell.absence(absence.code, absence.reason), of: { absence } as Entry })),
  ]
  const isChosen = (of: Entry) => entry !== null && JSON.stringify(of) === JSON.stringify(entry)
  return (
    <Dialog open onClose={onClose} title={t.many.title(day)}>
      <Form onSubmit={write} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" disabled={wishes.length === 0}>{t.many.write(wishes.length)}</Button></>}>
        <RadioGroup label={t.many.who} value={who} onChange={(value) => setWho(value as ForMany['who'])} options={[...(several ? [{ value: 'selected', label: t.many.selected }] : []), { value: 'unmarked', label: t.many.unmarked }, { value: 'column', label: t.many.column }]} />
        <div className={css.choice} role="group" aria-label={t.many.what}>
          {keys.map(({ key, text, said, of }) => <button key={key} type="button" className={cx(css.key, css.code, css[`m${key}`], isChosen(of) && css.picked)} aria-pressed={isChosen(of)} title={said} aria-label={said} onClick={() => setEntry(isChosen(of) ? null : of)}>{text}</button>)}
        </div>
        <TextField label={t.cell.comment} hint={t.many.noteHint} value={note} maxLength={500} onChange={setNote} optional />
      </Form>
    </Dialog>
  )
}

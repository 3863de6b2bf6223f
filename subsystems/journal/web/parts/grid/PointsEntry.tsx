import { Button, MarkTile, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useState, type FormEvent } from 'react'
import type { ru } from '../../messages/ru.ts'
import type { Journal } from './journal.ts'
import css from './Palette.module.css'
import { markOf } from './points.ts'
import { markPlace } from './sheet-data.ts'

interface Props { journal: Journal; row: number; column: number; onDone: () => void }

/** Points of a hundred, or one number for each criterion, with the mark they make. */
export function PointsEntry({ journal: { sheet, desk }, row, column, onDone }: Props) {
  const t = useMessages<typeof ru>('journal').points
  const [pupil, work] = [sheet.pupils[row], sheet.typingWork(column)]
  const now = pupil && work ? sheet.valueAt(markPlace(work.id, pupil.studentId)) : null
  const criteria = work?.scale === 'criteria' ? work.criteria ?? [] : [{ name: t.hundred, max: 100 }]
  const [texts, setTexts] = useState(() => criteria.map((_, i) => now?.kind === 'mark' ? String((work?.scale === 'criteria' ? now.criteria?.[i] : now.points) ?? '') : ''))
  if (!work || criteria.length === 0) return <p className="muted small">{t.noCriteria}</p>
  const values = criteria.map((one, i) => { const text = texts[i] ?? ''; const value = Number(text); return text !== '' && Number.isInteger(value) && value >= 0 && value <= one.max ? value : null })
  const whole = values.every((one) => one !== null)
  const [sum, outOf] = [values.reduce<number>((all, one) => all + (one ?? 0), 0), criteria.reduce((all, one) => all + one.max, 0)]
  const write = (event: FormEvent) => {
    event.preventDefault()
    if (!whole) return
    if (work.scale === 'criteria') desk.judge(values as number[])
    else desk.grade(sum)
    onDone()
  }
  return (
    <form className={css.points} onSubmit={write}>
      {criteria.map((one, i) => <TextField key={i} label={t.criterion(one.name, one.max)} type="number" min={0} max={one.max} value={texts[i] ?? ''} error={texts[i] !== '' && values[i] === null ? t.wrong(one.max) : null} onChange={(text) => setTexts(texts.map((old, at) => (at === i ? text : old)))} {...(i === 0 ? { 'data-first': '' } : {})} />)}
      <div className={css.sum}><span>{t.sum(sum, outOf)}</span>{whole ? <MarkTile value={markOf(sum, outOf, sheet.hundredScale)} /> : null}<Button size="sm" look="primary" type="submit" disabled={!whole || !sheet.columns[column]?.canWrite}>{t.write}</Button></div>
    </form>
  )
}

import { cx, IconButton, IconTrash, Tick } from '@school/ui'
import { Fragment, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { Curriculum } from '../../../contract/index.ts'
import { hoursText, useT } from '../words.ts'
import css from './Curriculum.module.css'
import { cellText, gradesOf, inOrder, parseCell, paste, sumOf, withCell, type DraftLine } from './grid-model.ts'

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0] }

/** Puts the cursor into the neighbour cell; left and right only from the edge of the text. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const box = event.currentTarget
  const [row, column] = (box.dataset['at'] ?? '0 0').split(' ').map(Number) as [number, number]
  const edge = event.key === 'ArrowLeft' && box.selectionStart === 0 && box.selectionEnd === 0 ? [0, -1] as const : event.key === 'ArrowRight' && box.selectionStart === box.value.length ? [0, 1] as const : steps[event.key]
  if (!edge) return
  const next = box.closest('table')?.querySelector<HTMLInputElement>(`input[data-at="${row + edge[0]} ${column + edge[1]}"]`)
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}

/** The plan as a sheet: parts, subjects, hours by grade, totals against the norms. Typing, arrows and paste work as in a spreadsheet. */
export function CurriculumGrid({ sheet, lines, onChange }: { sheet: Curriculum; lines: readonly DraftLine[]; onChange: ((lines: readonly DraftLine[]) => void) | null }) {
  const t = useT().curricula
  const grades = gradesOf(sheet.head)
  const ordered = inOrder(lines)
  const put = (line: DraftLine) => onChange?.(ordered.map((one) => (one.id === line.id ? line : one)))
  const pasted = (event: ClipboardEvent, at: { line: number; grade: number }) => {
    const text = event.clipboardData.getData('text')
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    onChange?.(paste(ordered, grades, at, text))
  }
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={sheet.head.name}>
      <table className={css.grid}>
        <thead><tr><th scope="col">{t.subject}</th><th scope="col" className={css.area}>{t.area}</th>{grades.map((grade) => <th key={grade} scope="col" className={css.number}>{t.gradeHead(grade)}</th>)}{onChange ? <th scope="col"><span className="only-spoken">{t.advanced}</span></th> : null}</tr></thead>
        <tbody>
          {(['core', 'school', 'extracurricular'] as const).map((part) => (
            <Fragment key={part}>
              {ordered.some((line) => line.part === part) ? <tr className={css.part}><th scope="rowgroup" colSpan={grades.length + (onChange ? 3 : 2)}>{t.parts[part]}</th></tr> : null}
              {ordered.map((line, row) => line.part !== part ? null : (
                <tr key={line.id}>
                  <th scope="row"><div className={css.subject} title={line.subject}>{line.subject}{line.advanced && !onChange ? <span className={css.quiet}>, {t.advanced}</span> : null}</div></th>
                  <td className={css.area} title={line.area}>{line.area}</td>
                  {grades.map((grade, column) => {
                    const cell = line.cells.find((one) => one.grade === grade)
                    return <td key={grade} className={css.number}>{onChange ? <CellInput label={`${line.subject}, ${t.gradeHead(grade)}`} at={`${row} ${column}`} text={cellText(cell)} onPut={(value) => put(withCell(line, grade, value))} onPaste={(event) => pasted(event, { line: row, grade })} /> : cellText(cell)}</td>
                  })}
                  {onChange ? <td className="nowrap"><span className="row" style={{ gap: 4 }}><Tick label={`${t.advanced}: ${line.subject}`} checked={line.advanced} onChange={() => put({ ...line, advanced: !line.advanced })} /><IconButton label={t.removeLine(line.subject)} onClick={() => onChange(ordered.filter((one) => one.id !== line.id))}><IconTrash size={16} /></IconButton></span></td> : null}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
        <Totals sheet={sheet} lines={ordered} grades={grades} wide={onChange !== null} />
      </table>
    </div>
  )
}

function CellInput({ label, at, text, onPut, onPaste }: { label: string; at: string; text: string; onPut(value: ReturnType<typeof parseCell> & object | null): void; onPaste(event: ClipboardEvent): void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && parseCell(typed) === undefined
  const leave = () => {
    if (typed === null) return
    const value = parseCell(typed)
    setTyped(null)
    if (value !== undefined && cellText(value ?? undefined) !== text) onPut(value)
  }
  return <input className={css.cell} aria-label={label} aria-invalid={wrong} data-at={at} inputMode="decimal" value={typed ?? text} onChange={(event) => setTyped(event.target.value)} onBlur={leave} onPaste={onPaste} onFocus={(event) => event.currentTarget.select()}
    onKeyDown={(event) => { if (event.key === 'Escape') setTyped(null); else walk(event) }} />
}

function Totals({ sheet, lines, grades, wide }: { sheet: Curriculum; lines: readonly DraftLine[]; grades: readonly number[]; wide: boolean }) {
  const t = useT().curricula
  const most = (grade: number) => sheet.weekMost.find((one) => one.grade === grade)
  const row = (name: string, of: (grade: number) => number | null, over?: (grade: number, value: number) => boolean, strong = false) => (
    <tr className={strong ? css.sum : css.quiet}><th scope="row">{name}</th><td className={css.area} />{grades.map((grade) => { const value = of(grade); return <td key={grade} className={cx(css.number, value !== null && over?.(grade, value) && css.over)}>{value === null ? '' : hoursText(value)}</td> })}{wide ? <td /> : null}</tr>
  )
  const week = (grade: number) => sumOf(lines, grade, ['core', 'school'])
  const yearOf = (grade: number) => { const norm = most(grade); return norm ? week(grade) * (norm.weeks - norm.shortWeeks) + Math.min(week(grade), norm.shortHours) * norm.shortWeeks : null }
  return (
    <tfoot>
      {row(t.week, week, (grade, value) => value > (most(grade)?.hours ?? 99), true)}
      {row(t.most, (grade) => most(grade)?.hours ?? null)}
      {row(t.yearTotal, yearOf)}
    </tfoot>
  )
}

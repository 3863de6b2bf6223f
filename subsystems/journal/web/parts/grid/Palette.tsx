import { Button, cx, Menu, MarkTile } from '@school/ui'
import { IconChevronDown } from '@school/ui'
import { ask, ownZone, shortName, useMessages, useQuery, whenText } from '@school/web'
import type { KeyboardEvent } from 'react'
import { getCellHistory } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { figureOf, lettersOf, letterOf, type Entry } from './entry.ts'
import type { Journal } from './journal.ts'
import { PointsEntry } from './PointsEntry.tsx'
import { CellActs } from './CellActs.tsx'
import css from './Palette.module.css'
import type { Wanted } from './sheet-data.ts'

const marks = ['5', '4', '3', '2'] as const
const absences = [{ code: 'absent', reason: null }, { code: 'late', reason: null }] as const
const more = [{ code: 'absent', reason: 'illness' }, { code: 'absent', reason: 'excused' }] as const

interface Props { journal: Journal; row: number; column: number; onDone: () => void }

/** The keys of a cell for the hand that holds a mouse or a phone. */
export function Palette({ journal, row, column, onDone }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { sheet, desk } = journal
  const lesson = sheet.columns[column]
  const pupil = sheet.pupils[row]
  if (!lesson || !pupil) return null
  const work = sheet.typingWork(column)
  const put = (entry: Entry) => { desk.write(entry); onDone() }
  const typed = (event: KeyboardEvent<HTMLElement>) => {
    const letter = event.ctrlKey || event.altKey || event.metaKey || (event.target as Element).closest('input, textarea') ? null : letterOf(event.key)
    if (letter) { desk.type(letter); onDone(); event.preventDefault() } else walk(event)
  }
  const items = [
    ...lesson.works.map((one) => ({ label: `${one.name}, ${t.works.weight(one.weight)}`, checked: one.id === work?.id, onSelect: () => sheet.chooseWork(lesson.lessonId, one.id) })),
    ...(lesson.works.length > 0 ? [{ line: true } as const] : []),
    { title: t.works.add },
    ...journal.types.filter((type) => !type.archived).map((type) => ({ label: type.name, note: t.works.weight(type.weight), onSelect: () => { journal.addWork(lesson.lessonId, type) } })),
  ]
  return (
    <div onKeyDown={typed} role="presentation">
      <Conflicts journal={journal} row={row} column={column} onDone={onDone} />
      <Menu label={t.works.choose} width={260} items={items} trigger={(props) => <button type="button" className={css.head} {...props}><span>{work ? `${work.name}, ${t.works.weight(work.weight)}` : t.works.none}</span><IconChevronDown size={18} /></button>} />
      {work?.scale === 'hundred' || work?.scale === 'criteria' ? <PointsEntry journal={journal} row={row} column={column} onDone={onDone} /> : null}
      <div className={css.keys} role="group" aria-label={pupil.name}>
        {work?.scale === 'hundred' || work?.scale === 'criteria' ? null : marks.map((mark) => <button key={mark} type="button" className={cx(css.key, css[`m${mark}`])} data-first={mark === '5' ? '' : undefined} disabled={!lesson.canWrite} onClick={() => put({ mark })}>{mark}</button>)}
        <i />
        {absences.map((absence) => <button key={absence.code} type="button" className={cx(css.key, css.code)} title={t.cell.absence(absence.code, null)} onClick={() => put({ absence })}>{lettersOf(absence.code, absence.reason)}</button>)}
        <button type="button" className={cx(css.key, css.code)} title={t.cell.debt} aria-label={t.cell.debt} onClick={() => put({ mark: 'debt' })}>•</button>
      </div>
      <div className={css.more}>
        {more.map((absence) => <button key={absence.reason} type="button" className={cx(css.small)} title={t.cell.absence(absence.code, absence.reason)} onClick={() => put({ absence })}>{lettersOf(absence.code, absence.reason)}</button>)}
        <button type="button" className={css.small} onClick={() => put({ mark: 'pass' })}>{figureOf('pass')}</button>
        <button type="button" className={css.small} onClick={() => put({ mark: 'fail' })}>{figureOf('fail')}</button>
        <button type="button" className={cx(css.small, css.wide)} onClick={() => { desk.clear(); onDone() }}>{t.cell.clear}</button>
      </div>
      <CellActs journal={journal} row={row} column={column} onDone={onDone} />
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!step || (event.target as Element).closest('[role=menu], input')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled, [role^=menuitem])')]
  all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus()
  event.preventDefault()
}

/** Both values of a cell that another person changed meanwhile; the person decides. */
function Conflicts({ journal, row, column, onDone }: Props) {
  const t = useMessages<typeof ru>('journal')
  const found = conflictsIn(journal, row, column)
  if (found.length === 0) return null
  const settle = (whose: 'mine' | 'theirs') => { found.forEach(({ place }) => journal.outbox.settle(place, whose)); onDone() }
  return (
    <div className={css.conflict} role="alert">
      <p><b>{t.conflict.title}</b></p>
      <Who journal={journal} place={found[0]?.place ?? ''} lessonId={journal.sheet.columns[column]?.lessonId ?? ''} studentId={journal.sheet.pupils[row]?.studentId ?? ''} />
      {found.map(({ place, mine, theirs }) => <p key={place} className={css.both}><span>{t.conflict.theirs}</span><Printed wish={theirs} /><span>{t.conflict.mine}</span><Printed wish={mine} /></p>)}
      <div className="row"><Button size="sm" look="primary" data-first="" onClick={() => settle('mine')}>{t.conflict.keepMine}</Button><Button size="sm" onClick={() => settle('theirs')}>{t.conflict.takeTheirs}</Button></div>
    </div>
  )
}

/** By whom and when the other value was written. */
function Who({ journal, place, lessonId, studentId }: { journal: Journal; place: string; lessonId: string; studentId: string }) {
  const t = useMessages<typeof ru>('journal')
  const history = useQuery(ask(getCellHistory, { params: { schoolId: journal.schoolId, lessonId, studentId } })).data
  const last = place.startsWith('m:') ? history?.marks.find((mark) => mark.workId === place.split(':')[1])?.revisions.at(-1) : history?.attendance.at(-1)
  if (!last) return null
  return <p className="muted small">{[last.by ? shortName(last.by) : t.history.system, whenText(last.enteredAt, ownZone())].join(', ')}</p>
}

function Printed({ wish }: { wish: Wanted | null }) {
  const t = useMessages<typeof ru>('journal')
  if (!wish || (wish.kind === 'mark' ? wish.value === '' : wish.code === 'present')) return <em>{t.conflict.nothing}</em>
  return wish.kind === 'mark' ? <MarkTile value={figureOf(wish.value, wish.retake)} /> : <MarkTile value={lettersOf(wish.code as 'absent', wish.reason)} look="absence" />
}

function conflictsIn({ sheet, outbox }: Journal, row: number, column: number) {
  const pupil = sheet.pupils[row]
  const lesson = sheet.columns[column]
  if (!pupil || !lesson) return []
  return [...lesson.works.map((work) => `m:${work.id}:${pupil.studentId}`), `a:${lesson.lessonId}:${pupil.studentId}`].flatMap((place) => {
    const post = outbox.postOf(place)
    return post?.state === 'conflict' ? [{ place, mine: post.wanted, theirs: post.theirs?.value ?? null }] : []
  })
}

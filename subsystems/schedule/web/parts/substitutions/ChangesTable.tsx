import { listName } from '@school/web'
import type { DayChange } from '../../../contract/index.ts'
import { useT } from '../words.ts'
import css from './Changes.module.css'

/** The changes of a day as they hang on the wall. */
export function ChangesTable({ changes, large }: { changes: readonly DayChange[]; large?: boolean }) {
  const t = useT()
  if (changes.length === 0) return <p className={large ? css.large : 'muted'}>{t.substitutions.noChanges}</p>
  const { columns, what } = t.substitutions
  return (
    <div className={css.scroll} role="region" tabIndex={0} aria-label={t.substitutions.daySheet}>
      <table className={css.table} data-large={large ? '' : undefined}>
        <thead><tr>{(['number', 'class', 'subject', 'insteadOf', 'who', 'room'] as const).map((key) => <th key={key} scope="col">{columns[key]}</th>)}</tr></thead>
        <tbody>{changes.map((one) => (
          <tr key={one.lessonId}>
            <td>{one.number}</td><td><b>{one.className}</b>{one.group.name === one.className ? null : <small>{one.group.name}</small>}</td><td>{one.subject.name}</td><td>{one.absent ? listName(one.absent) : ''}</td>
            <td><b>{one.what === 'cancelled' || one.what === 'open' ? what[one.what] : one.teachers.map(listName).join(', ')}</b>{one.what === 'join' || one.what === 'moved' ? <small>{what[one.what]}</small> : null}</td><td>{one.room?.name ?? ''}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

import { Empty, MarkTile, Waiting } from '@school/ui'
import { ask, dateTimeText, Loaded, ownZone, shortName, useMessages, useQuery } from '@school/web'
import type { ReactNode } from 'react'
import { getCellHistory, type CellHistory } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { figureOf, lettersOf } from './entry.ts'
import css from './History.module.css'

interface Props { schoolId: string; lessonId: string; studentId: string; name: string; when: string; /** What may be done with what stands here. */ acts?: ReactNode }

/** Everything that ever stood in a cell, with author, time and reason. */
export function History({ schoolId, lessonId, studentId, name, when, acts }: Props) {
  const query = useQuery(ask(getCellHistory, { params: { schoolId, lessonId, studentId } }))
  return (
    <div className={css.card}>
      <header tabIndex={-1}><b>{name}</b><span>{when}</span></header>
      {acts}
      <Loaded query={query} waiting={<Waiting rows={3} />}>{(history) => <Revisions history={history} />}</Loaded>
    </div>
  )
}

/** Written without a network and received when there was one again. */
const isLate = ({ enteredAt, receivedAt }: { enteredAt: string; receivedAt: string }) => Date.parse(receivedAt) - Date.parse(enteredAt) > 5 * 60_000

function Revisions({ history }: { history: CellHistory }) {
  const t = useMessages<typeof ru>('journal')
  const zone = ownZone()
  if (history.marks.length === 0 && history.attendance.length === 0) return <Empty compact>{t.history.nothing}</Empty>
  const line = (revision: { by: { lastName: string; firstName: string; middleName: string | null } | null; enteredAt: string; receivedAt: string; why: string }) => (
    <span><span>{[revision.by ? shortName(revision.by) : t.history.system, dateTimeText(revision.enteredAt, zone)].join(', ')}</span>{isLate(revision) ? <small>{t.history.received(dateTimeText(revision.receivedAt, zone))}</small> : null}{revision.why ? <small>{revision.why}</small> : null}</span>
  )
  return (
    <>
      {history.marks.map((mark) => (
        <section key={mark.markId}>
          <h3>{mark.title || mark.workType}</h3>
          <ol>{mark.revisions.map((revision) => <li key={revision.revision}>{revision.value === '' ? <em>{t.history.takenBack}</em> : <MarkTile value={figureOf(revision.value, revision.retake)} />}{line(revision)}{revision.note ? <small>{revision.note}</small> : null}</li>)}</ol>
        </section>
      ))}
      {history.attendance.length > 0 ? (
        <section>
          <h3>{t.history.attendance}</h3>
          <ol>{history.attendance.map((revision) => <li key={revision.revision}>{revision.code === 'present' ? <em>{t.history.present}</em> : <MarkTile value={lettersOf(revision.code, revision.reason)} look="absence" title={t.cell.absence(revision.code, revision.reason)} />}{line(revision)}</li>)}</ol>
        </section>
      ) : null}
    </>
  )
}

import { cx, IconAlertTriangle, IconCircleCheck, IconCloudOff, IconRefresh } from '@school/ui'
import { ownZone, timeText, useEntries, useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'
import type { Journal } from '../grid/journal.ts'
import { readPlace } from '../grid/places.ts'
import { useJournalState } from '../grid/use-journal.ts'
import type { Writing } from './writing.ts'
import css from './Lesson.module.css'

interface Props { waiting: number; offline: boolean; conflicts?: number; savedAt: Date | null }

/** The saved line of a page where cells and fields are written. */
export function SavedCorner({ journal, writing }: { journal: Journal; writing?: Writing }) {
  const state = useJournalState(journal)
  const savedAt = [state.savedAt, writing?.savedAt ?? null].reduce((a, b) => !a || (b && b > a) ? b : a, null)
  const entries = useEntries().filter((post) => post.state !== 'refused' && readPlace(post.place).courseId === journal.courseId)
  return <SavedLine waiting={entries.length + (writing?.busy ?? 0)} offline={entries.some((post) => post.state === 'offline')} conflicts={entries.filter((post) => post.state === 'conflict').length} savedAt={savedAt} />
}

/** The quiet line in the corner: saved, on its way, waiting for the network, or contradicted. */
function SavedLine({ waiting, offline, conflicts = 0, savedAt }: Props) {
  const t = useMessages<typeof ru>('journal')
  const zone = ownZone()
  const line = () => {
    if (offline) return <p className={cx(css.saved, css.off)}><IconCloudOff size={18} />{t.saved.offline(waiting)}</p>
    if (conflicts > 0) return <p className={cx(css.saved, css.off)}><IconAlertTriangle size={18} />{t.saved.conflicts(conflicts)}</p>
    if (waiting > 0) return <p className={css.saved}><IconRefresh size={18} />{t.saved.sending}</p>
    return savedAt ? <p className={cx(css.saved, css.ok)}><IconCircleCheck size={18} />{t.saved.at(timeText(savedAt, zone))}</p> : null
  }
  return <div role="status">{line()}</div>
}

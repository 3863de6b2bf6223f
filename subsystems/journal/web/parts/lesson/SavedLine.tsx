import { cx, IconAlertTriangle, IconCircleCheck, IconCloudOff, IconRefresh } from '@school/ui'
import { timeText, useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'
import css from './Lesson.module.css'

interface Props { waiting: number; offline: boolean; conflicts?: number; savedAt: Date | null }

/** The quiet line in the corner: saved, on its way, waiting for the network, or contradicted. */
export function SavedLine({ waiting, offline, conflicts = 0, savedAt }: Props) {
  const t = useMessages<typeof ru>('journal')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const line = () => {
    if (offline) return <p className={cx(css.saved, css.off)}><IconCloudOff size={18} />{t.saved.offline(waiting)}</p>
    if (conflicts > 0) return <p className={cx(css.saved, css.off)}><IconAlertTriangle size={18} />{t.saved.conflicts(conflicts)}</p>
    if (waiting > 0) return <p className={css.saved}><IconRefresh size={18} />{t.saved.sending}</p>
    return savedAt ? <p className={cx(css.saved, css.ok)}><IconCircleCheck size={18} />{t.saved.at(timeText(savedAt, zone))}</p> : null
  }
  return <div role="status">{line()}</div>
}

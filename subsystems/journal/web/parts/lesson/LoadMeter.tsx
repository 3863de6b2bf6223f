import { cx } from '@school/ui'
import { ask, durationText, useMessages, useQuery } from '@school/web'
import { homeworkLoad } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Lesson.module.css'

interface Props { schoolId: string; lessonId: string; date: string; group: string }

/** How much the class is to do at home for a day beside the norm of its grade; the own share stands out. */
export function LoadMeter({ schoolId, lessonId, date, group }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { data } = useQuery(ask(homeworkLoad, { params: { schoolId, lessonId }, query: { date } }))
  if (!data) return <div className={css.load} style={{ height: 44 }} />
  const whole = Math.max(data.norm ?? 0, data.total, 1)
  const share = (minutes: number) => ({ width: `${(minutes / whole) * 100}%` })
  const unknown = data.courses.reduce((sum, course) => sum + course.withoutMinutes, 0)
  return (
    <div className={cx(css.load, data.norm !== null && data.total > data.norm && css.over)}>
      <p><span>{t.load.title(group, data.date)}</span><b>{durationText(data.total)}</b></p>
      <div className={css.bar} role="img" aria-label={t.load.spoken(durationText(data.total), data.norm === null ? null : durationText(data.norm))}><i style={share(data.total - data.own)} /><i className={css.mine} style={share(data.own)} /></div>
      <p className="caption">{[data.norm === null ? '' : t.load.norm(durationText(data.norm)), t.load.own(durationText(data.own)), unknown > 0 ? t.load.unknown(unknown) : ''].filter(Boolean).join(', ')}</p>
    </div>
  )
}

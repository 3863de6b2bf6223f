import { MarkTile } from '@school/ui'
import { dayText, listName, useMessages } from '@school/web'
import type { LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { lettersOf } from '../grid/entry.ts'
import css from './Lesson.module.css'

/** Who is not at the lesson, with the reason as far as it is known. */
export function AwayList({ sheet }: { sheet: LessonSheet }) {
  const t = useMessages<typeof ru>('journal')
  const away = sheet.attendance.filter((one) => one.code !== 'present')
  if (away.length === 0) return null
  return (
    <section className={css.block}>
      <h3>{t.away.title}<span>{t.away.of(away.length, sheet.students.length)}</span></h3>
      <ul className={css.away}>
        {away.map((one) => {
          const student = sheet.students.find(({ id }) => id === one.studentId)
          if (!student || one.code === 'present') return null
          return <li key={one.studentId}><span>{listName(student)}</span><span><MarkTile value={lettersOf(one.code, one.reason)} look="absence" title={t.cell.absence(one.code, one.reason)} />{student.span ? t.away.until(dayText(student.span.to)) : one.code === 'absent' && !one.reason ? t.away.noReason : null}</span></li>
        })}
      </ul>
    </section>
  )
}

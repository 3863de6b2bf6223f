import { Waiting } from '@school/ui'
import { Loaded, useContextOfPage, useMessages, useUrlValue } from '@school/web'
import { useState } from 'react'
import type { JournalPage } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'
import { useReason } from '../parts/grid/ReasonDialog.tsx'
import { rangeOfMonth } from '../parts/grid/months.ts'
import { useJournal } from '../parts/grid/use-journal.ts'
import { JournalDesk } from '../parts/page/JournalDesk.tsx'
import { JournalHead } from '../parts/page/JournalHead.tsx'
import css from '../parts/page/Page.module.css'

/** The page of a course: marks, absences, averages, and the chosen lesson beside them. */
export default function Journal({ courseId }: { courseId: string }) {
  const t = useMessages<typeof ru>('journal')
  const { schoolId } = useContextOfPage()
  const [view, setView] = useUrlValue('view', '')
  const { askReason, reasonDialog } = useReason()
  const [periods, setPeriods] = useState<JournalPage['periods']>([])
  const opened = useJournal(courseId, rangeOf(view, periods), askReason)
  const { query, journal } = opened
  if (query.data && query.data.periods !== periods && query.data.periods.length > 0) setPeriods(query.data.periods)
  if (!schoolId) return null
  return (
    <div className={css.page}>
      <Loaded query={query} waiting={<div className={css.waiting}><Waiting title rows={18} /></div>}>
        {(page) => (
          <>
            <JournalHead key={courseId} page={page} journal={journal} view={view} onView={setView} />
            <JournalDesk key={courseId} page={page} schoolId={schoolId} courseId={courseId} journal={journal} types={journal.types.length > 0 ? journal.types : opened.settings.data?.workTypes ?? []} label={t.page.label(page.course.subject.name, page.course.group.name)} askReason={async () => journal.askReason()} />
          </>
        )}
      </Loaded>
      {reasonDialog}
    </div>
  )
}

/** A view is a month `YYYY-MM` or the id of a period; empty is what the server shows of itself, the period of today. */
function rangeOf(view: string, periods: JournalPage['periods']): { from?: string; to?: string } {
  const period = periods.find((one) => one.id === view)
  if (period) return { from: period.starts, to: period.ends }
  if (!/^\d{4}-\d{2}$/.test(view)) return {}
  const around = periods.find((one) => one.starts.slice(0, 7) <= view && one.ends.slice(0, 7) >= view)
  return rangeOfMonth(view, around?.starts ?? `${view}-01`, around?.ends ?? `${view}-31`)
}

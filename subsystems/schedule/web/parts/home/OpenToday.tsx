import { Button, Callout, Section, Waiting } from '@school/ui'
import { ask, Loaded, todayIn, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { listAbsentLessons, type AbsentLesson } from '../../../contract/index.ts'
import { useSchoolId, useT } from '../words.ts'
import { LessonRows } from '../substitutions/LessonRows.tsx'
import { Settle } from '../substitutions/late-settle.ts'

/** The deputy head's day begins with lessons that nobody would teach. */
export function OpenToday() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [chosen] = useUrlValue('day', '')
  const day = chosen || todayIn('Europe/Moscow')
  const [open, setOpen] = useState<AbsentLesson | null>(null)
  const query = useQuery(ask(listAbsentLessons, { params: { schoolId }, query: { from: day, to: day } }))
  return (
    <Loaded query={query} waiting={<Waiting title rows={2} height={56} />}>
      {(lessons) => {
        const unsettled = lessons.filter((one) => one.cover === null)
        if (lessons.length === 0) return null
        if (unsettled.length === 0) return <Callout tone="ok" title={t.substitutions.todayClosed} action={<Button size="sm" href={to('/timetable/changes')}>{t.substitutions.daySheet}</Button>} />
        return (
          <Section title={t.substitutions.todayOpen} count={unsettled.length} action={<a className="link small" href={to('/timetable/substitutions')}>{t.substitutions.title}</a>}>
            <LessonRows lessons={unsettled} onOpen={setOpen} />
            {open ? <Settle lesson={open} onClose={() => setOpen(null)} /> : null}
          </Section>
        )
      }}
    </Loaded>
  )
}

import { Button, IconPlayerPlay, Waiting } from '@school/ui'
import { ask, dayText, kept, Loaded, SlotPlace, useMessages, useQuery, useTo } from '@school/web'
import { useDeferredValue, type ReactNode } from 'react'
import { getLessonSheet, lessonPanel, type WorkType } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { AwayList } from './AwayList.tsx'
import { HomeworkField, type DueLesson } from './HomeworkField.tsx'
import css from './Lesson.module.css'
import { CriteriaOf } from './CriteriaOf.tsx'
import { VisibleFrom } from './VisibleFrom.tsx'
import { TopicField } from './TopicField.tsx'
import { WorksList } from './WorksList.tsx'

interface Props {
  schoolId: string
  lessonId: string
  courseId: string
  date: string
  works: readonly { readonly id: string; readonly name: string; readonly weight: number }[]
  types: readonly WorkType[]
  later: readonly DueLesson[]
  onAddWork: (type: WorkType) => void
  foot: ReactNode
}

/** The chosen lesson beside the page of the journal. */
export function LessonPanel({ schoolId, lessonId, courseId, date, works, types, later, onAddWork, foot }: Props) {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const shown = useDeferredValue(lessonId)
  const query = useQuery(kept(ask(getLessonSheet, { params: { schoolId, lessonId: shown } })))
  return (
    <div className={css.panel}>
      <Loaded query={query} waiting={<><h2>{t.lesson.of(dayText(date))}</h2><Waiting rows={8} /></>}>
        {(sheet) => (
          <>
            <div>
              <h2>{t.lesson.of(dayText(sheet.lesson.date))}</h2>
              <p className="muted small">{t.lesson.place(sheet.lesson.number, `${sheet.lesson.starts}–${sheet.lesson.ends}`, sheet.lesson.room)}{sheet.record.closed ? `, ${t.lesson.closed}` : ''}</p>
            </div>
            <TopicField key={`t${shown}`} schoolId={schoolId} sheet={sheet} />
            <HomeworkField key={`h${shown}`} schoolId={schoolId} sheet={sheet} later={later} />
            <WorksList visible={(workId) => { const of = { schoolId, lessonId: shown, work: sheet.works.find((one) => one.id === workId), mayPut: sheet.can.write, needsReason: sheet.can.reason }; return <><CriteriaOf {...of} /><VisibleFrom date={sheet.lesson.date} {...of} /></> }} works={works} types={types} canAdd={sheet.can.write} onAdd={onAddWork} />
            <SlotPlace slot={lessonPanel} props={{ schoolId, lessonId: shown, courseId, date }} />
            <AwayList sheet={sheet} />
            {sheet.can.write ? <Button size="sm" icon={<IconPlayerPlay size={18} />} href={to(`/lessons/${shown}`)}>{t.lesson.conduct}</Button> : null}
          </>
        )}
      </Loaded>
      <div className={css.bottom}>{foot}</div>
    </div>
  )
}

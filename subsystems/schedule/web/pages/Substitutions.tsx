import { Button, IconButton, IconChevronLeft, IconChevronRight, PageBody, PageHeader, Row, Rows, Section, StatusWord, Waiting } from '@school/ui'
import { addDays, ask, daysText, dayWithWeekday, fullName, Loaded, todayIn, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { listAbsences, listAbsentLessons, type Absence, type AbsentLesson } from '../../contract/index.ts'
import { AbsenceDialog } from '../parts/substitutions/AbsenceDialog.tsx'
import { LessonRows } from '../parts/substitutions/LessonRows.tsx'
import { Settle } from '../parts/substitutions/late-settle.ts'
import { useSchoolId, useT } from '../parts/words.ts'

/** A day of the school from the side of whoever must see that every lesson is taught. */
export function Substitutions() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const today = todayIn('Europe/Moscow')
  const [day, setDay] = useUrlValue('day', today)
  const [absence, setAbsence] = useState<Absence | 'new' | null>(null)
  const [lesson, setLesson] = useState<AbsentLesson | null>(null)
  const span = { params: { schoolId }, query: { from: day, to: day } }
  const absences = useQuery(ask(listAbsences, span))
  const lessons = useQuery(ask(listAbsentLessons, span))
  return (
    <PageBody>
      <PageHeader title={t.substitutions.title} sub={dayWithWeekday(day)} back={{ href: to('/timetable'), label: t.timetable }} actions={
        <>
          <IconButton label={t.previousDay} onClick={() => setDay(addDays(day, -1))}><IconChevronLeft size={20} /></IconButton>
          <Button look="outlined" onClick={() => setDay(today)}>{t.today}</Button>
          <IconButton label={t.nextDay} onClick={() => setDay(addDays(day, 1))}><IconChevronRight size={20} /></IconButton>
          <Button look="text" href={to(`/timetable/changes?day=${day}`)}>{t.substitutions.daySheet}</Button>
          <Button look="text" href={to(`/timetable/substitution-hours?month=${day.slice(0, 7)}`)}>{t.substitutions.hours}</Button>
          <Button look="primary" onClick={() => setAbsence('new')}>{t.substitutions.addAbsence}</Button>
        </>} />
      <Loaded query={lessons} waiting={<Waiting title rows={6} height={56} />}>
        {(rows) => <Section title={t.substitutions.lessons} count={rows.filter((one) => one.cover === null).length}>{rows.length === 0 ? <p className="muted">{t.substitutions.noLessons}</p> : <LessonRows lessons={rows} onOpen={setLesson} />}</Section>}
      </Loaded>
      <Loaded query={absences} waiting={<Waiting title rows={2} height={56} />}>
        {(rows) => (
          <Section title={t.substitutions.absent} count={rows.length}>
            {rows.length === 0 ? <p className="muted">{t.substitutions.nobodyAbsent}</p> : (
              <Rows>{rows.map((one) => <Row key={one.id} title={fullName(one.teacher)} sub={[daysText(one.starts, one.ends), t.substitutions.reasons[one.reason], one.note].filter(Boolean).join(', ')} end={one.open > 0 ? <StatusWord tone="warn">{t.substitutions.open(one.open)}</StatusWord> : <StatusWord tone="ok">{t.substitutions.allSettled}</StatusWord>} onOpen={() => setAbsence(one)} />)}</Rows>
            )}
          </Section>
        )}
      </Loaded>
      {absence ? <AbsenceDialog absence={absence === 'new' ? null : absence} day={day} onClose={() => setAbsence(null)} /> : null}
      {lesson ? <Settle lesson={lesson} onClose={() => setLesson(null)} /> : null}
    </PageBody>
  )
}

import { Button, DateField, PageBody, PageHeader, showToast, Waiting } from '@school/ui'
import { ask, dayText, keyOf, Loaded, todayIn, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { getBoard, getTimetableRules, putTimetableRules, type TimetableRules as Rules } from '../../contract/index.ts'
import { tellProblem } from '../parts/acts.ts'
import { DayMost, OtherNumbers, PointsTable, SubjectRooms, Together, Weights } from '../parts/rules/RuleTables.tsx'
import { useSchoolId, useT } from '../parts/words.ts'

/** The numbers by which a timetable is judged: recommended ones, and the school's own from a day on. */
export function TimetableRules() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [from, setFrom] = useState(todayIn('Europe/Moscow'))
  const [draft, setDraft] = useState<Rules | null>(null)
  const query = useQuery(ask(getTimetableRules, { params: { schoolId }, query: { on: from } }))
  const put = useCommand(putTimetableRules, {
    stale: () => [keyOf(getTimetableRules, { params: { schoolId } }), keyOf(getBoard)], onProblem: tellProblem,
    onDone: () => { setDraft(null); showToast({ tone: 'ok', text: t.board.rulesSaved }) },
  })
  return (
    <PageBody>
      <Loaded query={query} waiting={<Waiting title rows={12} />}>
        {(found) => {
          const rules = draft ?? found.rules
          const editor = { rules, set: (some: Partial<Rules>) => setDraft({ ...rules, ...some }) }
          return (
            <>
              <PageHeader title={t.board.rules} sub={found.recommended || found.validFrom === null ? t.board.rulesRecommended : t.board.rulesOwn(dayText(found.validFrom))} back={{ href: to('/manage/timetables'), label: t.timetables }} actions={found.can.change ? (
                <>
                  <DateField label={t.board.rulesFrom} value={from} onChange={(day) => { if (day) { setFrom(day) } }} />
                  <Button look="primary" busy={put.isPending} {...(draft ? {} : { why: t.board.nothingChanged })} onClick={() => put.mutate({ params: { schoolId, validFrom: from }, body: { rules, basedOn: found.validFrom === from ? found.revision : null } })}>{t.save}</Button>
                </>) : null} />
              <Weights {...editor} />
              <DayMost {...editor} />
              <PointsTable {...editor} subjects={found.subjects} />
              <SubjectRooms {...editor} subjects={found.subjects} rooms={found.rooms} />
              <Together {...editor} classes={found.classes} />
              <OtherNumbers {...editor} />
            </>
          )
        }}
      </Loaded>
    </PageBody>
  )
}

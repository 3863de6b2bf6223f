import { Button, Callout, DateField, Dialog, Form, showToast, Waiting } from '@school/ui'
import { addDays, ask, dayText, keyOf, Loaded, mondayOf, todayIn, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { getBoard, getTimetable, lessonsOfWeek, listTimetables, previewPublishing, publishTimetable, type TimetableBoard } from '../../../contract/index.ts'
import { tellProblem } from '../acts.ts'
import { useSchoolId, useT } from '../words.ts'

/** Puts a draft in force from a day on, after showing what that does to lessons already made. */
export function PublishDialog({ data: { timetable }, errors, onClose }: { data: TimetableBoard; errors: number; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = todayIn('Europe/Moscow')
  const [from, setFrom] = useState(timetable.validFrom >= today ? timetable.validFrom : addDays(mondayOf(today), 7))
  const params = { schoolId, id: timetable.id }
  const preview = useQuery(ask(previewPublishing, { params, query: { from } }))
  const publish = useCommand(publishTimetable, {
    stale: () => [keyOf(getBoard, { params }), keyOf(getTimetable), keyOf(listTimetables, { params: { schoolId } }), keyOf(lessonsOfWeek, { params: { schoolId } })],
    onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.board.published(dayText(from)) }); onClose() },
  })
  const send = () => publish.mutate({ params, body: { validFrom: from } })
  return (
    <Dialog open onClose={onClose} title={t.board.publishTitle(timetable.name)} foot={<Button look="primary" busy={publish.isPending} onClick={send}>{t.board.publish}</Button>}>
      <Form onSubmit={send} foot={null}>
        {errors > 0 ? <Callout tone="warn" title={t.board.errorsLeft(errors)}>{t.board.errorsLeftText}</Callout> : null}
        <DateField label={t.validFrom} value={from} onChange={(value) => { if (value) setFrom(value) }} />
        <Loaded query={preview} waiting={<Waiting rows={3} />}>
          {({ following, staying, stayingCount, replaces }) => (
            <>
              <p>{[replaces ? t.board.replaces(replaces) : t.board.replacesNothing, t.board.following(following)].join(' ')}</p>
              {stayingCount === 0 ? null : (
                <>
                  <p>{t.board.staying(stayingCount)}</p>
                  <ul>{staying.map((one) => <li key={`${one.date} ${one.number} ${one.group} ${one.subject}`}>{`${dayText(one.date)}, ${t.lessonNo(one.number)}: ${one.subject}, ${one.group} – ${t.board.why[one.why]}`}</li>)}</ul>
                </>
              )}
            </>
          )}
        </Loaded>
      </Form>
    </Dialog>
  )
}

import { Button, IconNotebook, PageBody, PageHeader, Tag, Waiting } from '@school/ui'
import { ask, dayWithWeekday, kept, Loaded, useContextOfPage, useMessages, useQuery, useTo } from '@school/web'
import { getLessonSheet, type LessonSheet } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'
import { useReason } from '../parts/grid/ReasonDialog.tsx'
import { useJournal } from '../parts/grid/use-journal.ts'
import { LessonDesk } from '../parts/lesson/LessonDesk.tsx'
import { useOwnWriting, WritingPlace } from '../parts/lesson/writing.ts'
import { capital } from '../parts/capital.ts'

/** «Провести урок»: everything of one lesson without leaving the page. */
export default function Lesson({ lessonId }: { lessonId: string }) {
  const { schoolId } = useContextOfPage()
  const query = useQuery(kept(ask(getLessonSheet, { params: { schoolId: schoolId ?? '', lessonId } })))
  return <PageBody><Loaded query={query} waiting={<Waiting title rows={12} height={44} />}>{(sheet) => <Open key={lessonId} schoolId={schoolId ?? ''} sheet={sheet} />}</Loaded></PageBody>
}

function Open({ schoolId, sheet }: { schoolId: string; sheet: LessonSheet }) {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { askReason, reasonDialog } = useReason()
  const { journal, query } = useJournal(sheet.course.id, { from: sheet.lesson.date, to: sheet.lesson.date }, askReason)
  const writing = useOwnWriting(async () => journal.askReason())
  const { lesson } = sheet
  const title = t.lesson.title(sheet.course.subject.name, sheet.course.group.name)
  const sub = <>{capital(dayWithWeekday(lesson.date))}, {t.lesson.place(lesson.number, `${lesson.starts}–${lesson.ends}`, lesson.room)} {sheet.record.closed ? <Tag>{t.lesson.closed}</Tag> : null}{lesson.state === 'cancelled' ? <Tag tone="warn">{t.cancelled}</Tag> : null}</>
  return (
    <WritingPlace value={writing}>
      <PageHeader title={title} sub={sub} actions={<Button icon={<IconNotebook size={18} />} href={to(`/journal/${sheet.course.id}`)}>{t.lesson.journal}</Button>} />
      <Loaded query={query} waiting={<Waiting rows={12} height={44} />}>{() => <LessonDesk schoolId={schoolId} sheet={sheet} journal={journal} />}</Loaded>
      {reasonDialog}
    </WritingPlace>
  )
}

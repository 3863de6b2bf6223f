import { Button, Drawer, Row, Rows, Section, Waiting } from '@school/ui'
import { ask, dayText, Loaded, shortName, useQuery, useTo } from '@school/web'
import { getClosingChecklist, type ClassClosing } from '../../../contract/index.ts'
import { useFinalWords } from '../finals/words.ts'

/** What exactly a class lacks before it can be closed, page by page, each a way to the page. */
export function ChecklistDrawer({ schoolId, of, onClose }: { schoolId: string; of: ClassClosing; onClose: () => void }) {
  const { closing: t, ofClass } = useFinalWords()
  const to = useTo()
  const query = useQuery(ask(getClosingChecklist, { params: { schoolId, classId: of.classId, scopeId: of.scopeId } }))
  const teachers = (list: readonly Parameters<typeof shortName>[0][]) => list.map((one) => shortName(one)).join(', ')
  return (
    <Drawer open onClose={onClose} title={t.checklist(of.name)} foot={<Button href={to(`/classes/${of.classId}/finals`)}>{ofClass.open}</Button>}>
      <Loaded query={query} waiting={<Waiting rows={8} height={44} />}>
        {(list) => (
          <>
            {list.unfilled.length + list.withoutMark.length + list.notAttested.length === 0 ? <p>{t.nothingLeft}</p> : null}
            {list.withoutMark.length > 0 ? <Section title={t.without} count={list.withoutMark.reduce((sum, one) => sum + one.students.length, 0)}><Rows>{list.withoutMark.map((one) => <Row key={one.courseId} href={to(`/journal/${one.courseId}/finals`)} title={`${one.subject}, ${one.group}`} sub={`${teachers(one.teachers)}. ${one.students.slice(0, 4).map((student) => student.name).join(', ')}${one.students.length > 4 ? '…' : ''}`} end={<span className="need">{one.students.length}</span>} />)}</Rows></Section> : null}
            {list.unfilled.length > 0 ? <Section title={t.unfilled} count={list.unfilled.reduce((sum, one) => sum + one.lessons, 0)}><Rows>{list.unfilled.map((one) => <Row key={one.courseId} href={to(`/journal/${one.courseId}`)} title={`${one.subject}, ${one.group}`} sub={`${teachers(one.teachers)}, ${t.since(dayText(one.oldest))}`} end={<span className="need">{t.lessons(one.lessons)}</span>} />)}</Rows></Section> : null}
            {list.notAttested.length > 0 ? <Section title={t.notAttested} count={list.notAttested.length}><Rows>{list.notAttested.map((one) => <Row key={`${one.courseId} ${one.student.id}`} href={to(`/journal/${one.courseId}/finals`)} title={one.student.name} sub={one.subject} />)}</Rows></Section> : null}
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

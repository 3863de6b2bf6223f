import { Row, Rows, StatusWord } from '@school/ui'
import { dayText, listName, shortName } from '@school/web'
import type { AbsentLesson } from '../../../contract/index.ts'
import { useT } from '../words.ts'

/** Lessons of absent teachers: open ones stand first and say so. */
export function LessonRows({ lessons, onOpen }: { lessons: readonly AbsentLesson[]; onOpen(lesson: AbsentLesson): void }) {
  const t = useT()
  const became = ({ cover }: AbsentLesson) => {
    if (!cover) return <StatusWord tone="warn">{t.substitutions.openNow}</StatusWord>
    const words = cover.kind === 'move' ? t.substitutions.became.move(dayText(cover.date), cover.number) : cover.kind === 'cancel' ? t.substitutions.became.cancel : t.substitutions.became[cover.kind](cover.teacher ? shortName(cover.teacher) : '')
    return <StatusWord tone={cover.kind === 'cancel' ? 'mute' : 'ok'}>{words}</StatusWord>
  }
  return (
    <Rows>{lessons.map((one) => (
      <Row key={`${one.id} ${one.absenceId}`} lead={<b>{one.number}</b>} title={`${one.subject.name}, ${one.group.name}`} sub={[one.starts, t.substitutions.insteadOf(listName(one.absent)), one.room ? t.cab(one.room.name) : ''].filter(Boolean).join(' · ')} end={became(one)} onOpen={() => onOpen(one)} />
    ))}</Rows>
  )
}

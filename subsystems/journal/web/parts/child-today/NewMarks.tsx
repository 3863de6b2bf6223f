import { MarkTile, Row, Rows } from '@school/ui'
import { dayText, whenText } from '@school/web'
import type { StudentToday } from '../../../contract/index.ts'
import { workName } from '../diary-week/MarkNote.tsx'
import { ownZone, useT } from '../diary-week/words.ts'
import { figureOf } from '../grid/entry.ts'
import { ChildPart } from './ChildPart.tsx'
import css from './Today.module.css'

interface Props { title: string; marks: StudentToday['newMarks']; none: string; to: (path: string) => string; /** The way to all of them. */ all?: { readonly path: string; readonly words: string } }

/** So that homework stays in sight below. */
const most = 4

/** Marks one under another, newest first; each leads to its subject. */
export function NewMarks({ title, marks, none, to, all }: Props) {
  const t = useT()
  return (
    <ChildPart title={title} end={all ? <a className="link" href={to(all.path)}>{all.words}</a> : marks.length > most ? <a className="link" href={to('/diary/marks')}>{t.allMarks}</a> : null}>
      {marks.length === 0 ? <p className="muted small">{none}</p> : (
        <Rows>{marks.slice(0, most).map((mark) => (
          <Row key={mark.id} lead={<MarkTile value={figureOf(mark.value, mark.retake)} weight={mark.value === 'debt' ? 1 : mark.weight} size="big" />} title={mark.subject} href={to(`/diary/subjects/${mark.courseId}`)}
            sub={[workName(mark), mark.weight === 1 ? '' : t.weight(mark.weight), mark.debtDue && !mark.retake ? t.debtDue(dayText(mark.debtDue)) : ''].filter(Boolean).join(', ')} end={<span className={css.when}>{whenText(mark.putAt, ownZone())}</span>} />
        ))}</Rows>
      )}
    </ChildPart>
  )
}

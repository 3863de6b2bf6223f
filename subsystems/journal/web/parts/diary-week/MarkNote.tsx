import { MarkTile, Popover } from '@school/ui'
import { dayText, whenText } from '@school/web'
import type { DiaryMark } from '../../../contract/index.ts'
import { figureOf } from '../grid/entry.ts'
import { AskTeacher } from '../questions/AskTeacher.tsx'
import css from './Diary.module.css'
import { ownZone, useT } from './words.ts'

/** What a mark was given for, in the words of the journal. */
export const workName = (mark: { readonly title: string; readonly type: string }) => mark.title || mark.type

/** A mark that opens: the work, its weight, when it was given and what the teacher wrote. */
export function MarkNote({ mark, subject, of }: { mark: DiaryMark; subject: string; of: { readonly id: string; readonly subject: { readonly name: string } } }) {
  const t = useT()
  const figure = figureOf(mark.value, mark.retake)
  const said = `${t.markOf(figure, workName(mark))}, ${t.weight(mark.weight)}`
  return (
    <Popover label={t.markOf(figure, workName(mark))} align="end" width={280} trigger={(p) => <button type="button" {...p} className={css.mark} aria-label={said}><MarkTile value={figure} weight={mark.value === 'debt' ? 1 : mark.weight} title={said} /></button>}>
      <div className={css.note}>
        <b>{workName(mark)}</b>
        <p className="muted small">{[mark.title ? mark.type : '', t.weight(mark.weight), mark.debtDue && !mark.retake ? t.debtDue(dayText(mark.debtDue)) : '', mark.retake && mark.retakeOn ? t.retaken(dayText(mark.retakeOn)) : ''].filter(Boolean).join(', ')}</p>
        {mark.points !== null && mark.outOf !== null ? <p>{t.points(mark.points, mark.outOf)}{mark.criteria.length > 1 ? `: ${mark.criteria.map((one) => `${one.name.toLowerCase()} ${one.points}/${one.max}`).join(', ')}` : ''}</p> : null}
        {mark.note ? <p>{mark.note}</p> : null}
        {mark.putAt ? <p className="muted small">{t.putAt}: {whenText(mark.putAt, ownZone())}{mark.corrected ? `, ${t.corrected}` : ''}</p> : null}
        <p><a className="link" href={subject}>{t.allOfSubject}</a></p>
        <AskTeacher of={{ lessonId: of.id, about: 'mark', aboutId: mark.id, title: `${of.subject.name}. ${t.markOf(figure, workName(mark))}` }} />
      </div>
    </Popover>
  )
}

import { Section } from '@school/ui'
import type { Placed } from '../../../contract/index.ts'
import { useT } from '../words.ts'
import css from './Board.module.css'
import type { Names, Waiting } from './view.ts'

/** Hours of the load that have no place yet; what is dragged here loses its place. */
export function Tray({ waiting, names, held, onTake, onDrop }: { waiting: readonly Waiting[]; names: Names; held: readonly Placed[]; onTake(one: Waiting): void; onDrop(): void }) {
  const t = useT()
  const total = waiting.reduce((sum, { left }) => sum + left, 0)
  return (
    <div className={css.box} onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); onDrop() }}>
      <Section title={t.board.tray} count={total || undefined as never}>
        {waiting.length === 0 ? <p className="muted small">{t.board.allPlaced}</p> : (
          <ul className={css.tray}>{waiting.map((one) => {
            const course = names.course.get(one.courseId)
            return (
              <li key={one.courseId}>
                <button type="button" className={css.lesson} draggable data-held={held.some(({ courseId, weekday }) => weekday === 0 && courseId === one.courseId) ? '' : undefined} onClick={() => onTake(one)}
                  onDragStart={(event) => { event.dataTransfer.setData('text/plain', one.courseId); setTimeout(() => onTake(one)) }}>
                  <b>{course?.subject.name}</b>
                  <span>{[course?.groupName, course?.teacherIds.map(names.teacher).join(', ') || t.nobody].filter(Boolean).join(' · ')}</span>
                  <em>{t.board.left(one.left)}</em>
                </button>
              </li>
            )
          })}</ul>
        )}
      </Section>
    </div>
  )
}

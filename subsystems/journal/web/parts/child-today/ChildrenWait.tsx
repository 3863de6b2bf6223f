import { Section } from '@school/ui'
import { addDays, ask, daysText, pathAs, useQueries } from '@school/web'
import { getStudentToday } from '../../../contract/index.ts'
import { useT } from '../diary-week/words.ts'
import { useChildren } from './children.ts'
import css from './Today.module.css'

/** What waits for a parent: the last full week of a diary that nobody of the family has signed. */
export function ChildrenWait({ role, scopeId, schoolId }: { role: string; scopeId: string; schoolId: string | null }) {
  const t = useT()
  const children = useChildren(role, scopeId, schoolId)
  const days = useQueries({ queries: children.map((one) => ask(getStudentToday, { params: { schoolId: one.schoolId, studentId: one.studentId } })) })
  const waiting = children.flatMap((child, i) => {
    const today = days[i]?.data
    return today?.signature && !today.signature.signed ? [{ child, name: today.student.firstName, week: today.signature.week }] : []
  })
  if (waiting.length === 0) return null
  return (
    <Section title={t.waitsForYou}>
      <ul className={css.waits}>{waiting.map(({ child, name, week }) => (
        <li key={child.studentId}>
          <div><b>{t.signatureIn}</b><span>{name}, {daysText(week, addDays(week, 5))}</span></div>
          <a className="link" href={`${pathAs(role, child.scopeId, '/diary')}?week=${week}`} aria-label={`${t.open}: ${t.signatureIn}, ${name}`}>{t.open}</a>
        </li>
      ))}</ul>
    </Section>
  )
}

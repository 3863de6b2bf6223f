import { Button, QuickSelect, Section, StatusWord } from '@school/ui'
import { faultKinds, severityOf, type TimetableRules } from '../../../contract/index.ts'
import { useT } from '../words.ts'
import { NumberCell } from './NumberCell.tsx'
import css from './Rules.module.css'

export interface Editor { readonly rules: TimetableRules; set(some: Partial<TimetableRules>): void }
interface Named { readonly id: string; readonly name: string }

const tones = { error: 'bad', warning: 'warn', hint: 'mute' } as const
const grades = Array.from({ length: 11 }, (_, i) => i + 1)

/** What each remark costs. */
export function Weights({ rules, set }: Editor) {
  const t = useT()
  return (
    <Section title={t.board.weights}>
      <div className={css.scroll}><table className={css.table}><tbody>{faultKinds.map((kind) => (
        <tr key={kind}><th scope="row">{t.board.faults[kind]}</th><td><StatusWord tone={tones[severityOf[kind]]}>{t.board.severity[severityOf[kind]]}</StatusWord></td>
          <td><NumberCell label={t.board.faults[kind]} value={rules.weights[kind]} most={10_000} onChange={(value) => set({ weights: { ...rules.weights, [kind]: value ?? 0 } })} /></td></tr>
      ))}</tbody></table></div>
    </Section>
  )
}

/** How many lessons a day may have, by grade. */
export function DayMost({ rules, set }: Editor) {
  const t = useT()
  const put = (grade: number, key: 'usual' | 'once', value: number | null) => set({ dayMost: rules.dayMost.map((one) => (one.grade === grade ? { ...one, [key]: value ?? 0 } : one)) })
  return (
    <Section title={t.board.dayMost}>
      <div className={css.scroll}><table className={css.table}>
        <thead><tr><th scope="col">{t.board.grade}</th>{rules.dayMost.map(({ grade }) => <th key={grade} scope="col">{grade}</th>)}</tr></thead>
        <tbody>{(['usual', 'once'] as const).map((key) => <tr key={key}><th scope="row">{t.board[key]}</th>{rules.dayMost.map((one) => <td key={one.grade}><NumberCell label={`${t.board[key]}, ${one.grade}`} value={one[key]} onChange={(value) => put(one.grade, key, value)} /></td>)}</tr>)}</tbody>
      </table></div>
    </Section>
  )
}

/** The difficulty scale: points of a subject in each grade. */
export function PointsTable({ rules, set, subjects }: Editor & { subjects: readonly Named[] }) {
  const t = useT()
  const known = new Map(rules.points.map((one) => [`${one.subjectId} ${one.grade}`, one.points]))
  const put = (subjectId: string, grade: number, value: number | null) =>
    set({ points: [...rules.points.filter((one) => one.subjectId !== subjectId || one.grade !== grade), ...(value === null ? [] : [{ subjectId, grade, points: value }])] })
  return (
    <Section title={t.board.points}>
      <div className={css.scroll}><table className={css.table}>
        <thead><tr><th scope="col">{t.board.subject}</th>{grades.map((grade) => <th key={grade} scope="col">{grade}</th>)}</tr></thead>
        <tbody>{subjects.map(({ id, name }) => <tr key={id}><th scope="row">{name}</th>{grades.map((grade) => <td key={grade}><NumberCell label={`${name}, ${grade}`} value={known.get(`${id} ${grade}`) ?? null} onChange={(value) => put(id, grade, value)} /></td>)}</tr>)}</tbody>
      </table></div>
    </Section>
  )
}

/** Rooms meant for a subject; none means any. */
export function SubjectRooms({ rules, set, subjects, rooms }: Editor & { subjects: readonly Named[]; rooms: readonly Named[] }) {
  const t = useT()
  const of = (subjectId: string) => rules.rooms.find((one) => one.subjectId === subjectId)?.roomIds ?? []
  const put = (subjectId: string, roomIds: readonly string[]) => set({ rooms: [...rules.rooms.filter((one) => one.subjectId !== subjectId), ...(roomIds.length > 0 ? [{ subjectId, roomIds: [...roomIds] }] : [])] })
  return (
    <Section title={t.board.subjectRooms}>
      <div className={css.scroll}><table className={css.table}><tbody>{subjects.map(({ id, name }) => (
        <tr key={id}><th scope="row">{name}</th><td><span className={css.chips}>
          {of(id).map((roomId) => <Button key={roomId} size="sm" look="text" aria-label={`${t.remove}: ${name}, ${rooms.find((one) => one.id === roomId)?.name ?? ''}`} onClick={() => put(id, of(id).filter((other) => other !== roomId))}>{`${rooms.find((one) => one.id === roomId)?.name ?? ''} ×`}</Button>)}
          <QuickSelect label={`${t.board.subjectRooms}: ${name}`} value="" placeholder={of(id).length === 0 ? t.board.anyRoom : '+'} onChange={(roomId) => { if (roomId) put(id, [...of(id), roomId]) }} options={rooms.filter((one) => !of(id).includes(one.id)).map((one) => ({ value: one.id, label: one.name }))} />
        </span></td></tr>
      ))}</tbody></table></div>
    </Section>
  )
}

/** Classes that learn together with one teacher. */
export function Together({ rules, set, classes }: Editor & { classes: readonly Named[] }) {
  const t = useT()
  const name = (ids: readonly string[]) => ids.map((id) => classes.find((one) => one.id === id)?.name ?? '').join(' + ')
  const put = (at: number, classIds: readonly string[]) => set({ together: rules.together.flatMap((one, i) => (i !== at ? [one] : classIds.length < 2 ? [] : [{ name: name(classIds).slice(0, 60), classIds: [...classIds] }])) })
  const taken = new Set(rules.together.flatMap((one) => one.classIds))
  const free = classes.filter((one) => !taken.has(one.id))
  const options = free.map((one) => ({ value: one.id, label: one.name }))
  return (
    <Section title={t.board.together} action={free.length > 1 ? <Button size="sm" onClick={() => { const ids = free.slice(0, 2).map((one) => one.id); set({ together: [...rules.together, { name: name(ids).slice(0, 60), classIds: ids }] }) }}>{t.board.addTogether}</Button> : null}>
      <p className="muted small">{t.board.togetherText}</p>
      {rules.together.map((one, at) => (
        <p key={one.name} className={css.chips}>
          {one.classIds.map((id) => <Button key={id} size="sm" look="text" aria-label={`${t.remove}: ${name([id])}`} onClick={() => put(at, one.classIds.filter((other) => other !== id))}>{`${name([id])} ×`}</Button>)}
          <QuickSelect label={t.board.together} value="" placeholder="+" onChange={(id) => { if (id) put(at, [...one.classIds, id]) }} options={options} />
        </p>
      ))}
    </Section>
  )
}

/** The remaining numbers. */
export function OtherNumbers({ rules, set }: Editor) {
  const t = useT()
  return (
    <Section title={t.board.others}>
      <div className={css.scroll}><table className={css.table}><tbody>
        {(['hardPoints', 'doubleFromGrade', 'teacherDayMost'] as const).map((key) => <tr key={key}><th scope="row">{t.board[key]}</th><td><NumberCell label={t.board[key]} value={rules[key]} onChange={(value) => set({ [key]: Math.max(key === 'doubleFromGrade' ? 1 : 0, Math.min(value ?? 0, key === 'doubleFromGrade' ? 12 : 15)) })} /></td></tr>)}
        {Object.entries(rules.substitution).map(([key, value]) => <tr key={key}><th scope="row">{t.board.substitution[key as keyof TimetableRules['substitution']]}</th><td><NumberCell label={t.board.substitution[key as keyof TimetableRules['substitution']]} value={value} most={1000} onChange={(next) => set({ substitution: { ...rules.substitution, [key]: next ?? 0 } })} /></td></tr>)}
      </tbody></table></div>
    </Section>
  )
}

import { addressOf, newId } from '@school/contract'
import { Button, Callout, cx, Empty, IconFileSpreadsheet, IconPlus, PageBody, PageHeader, PrintButton, ProgressLine, Section, showToast, Stat, Stats, Waiting } from '@school/ui'
import { ask, dayShort, dayText, keyOf, Loaded, shortName, useCommand, useQuery, useTo } from '@school/web'
import { Fragment, useState } from 'react'
import { getCoursePlan, getCoursePlanBook, listCoursePlans, putCoursePlan, type CoursePlan, type PlanItem, type ProgrammeItem } from '../../contract/index.ts'
import { useFindingText } from '../parts/curriculum/FindingList.tsx'
import { CorrectDialog } from '../parts/lessons/CorrectDialog.tsx'
import { ItemDialog } from '../parts/lessons/ItemDialog.tsx'
import css from '../parts/lessons/Lessons.module.css'
import { tellProblem, useSchoolId, useT } from '../parts/words.ts'

/** The plan of one course: what was due and given, what comes on which day, and how to mend what does not fit. */
export function LessonPlan({ courseId }: { courseId: string }) {
  const schoolId = useSchoolId()
  const query = useQuery(ask(getCoursePlan, { params: { schoolId, courseId } }))
  return <Loaded query={query} waiting={<PageBody><Waiting rows={14} title /></PageBody>}>{(plan) => <Opened plan={plan} />}</Loaded>
}

const plain = ({ id, section, topic, hours, control, homework, links }: PlanItem): ProgrammeItem => ({ id, section, topic, hours, control, homework, links })

function Opened({ plan }: { plan: CoursePlan }) {
  const t = useT().lessons
  const to = useTo()
  const schoolId = useSchoolId()
  const [open, setOpen] = useState<'correct' | ProgrammeItem | null>(null)
  const { row, items, can } = plan
  const params = { schoolId, courseId: row.courseId }
  const put = useCommand(putCoursePlan, { stale: () => [keyOf(getCoursePlan, { params }), keyOf(listCoursePlans, { params: { schoolId } })], onProblem: tellProblem, onDone: () => { setOpen(null); showToast({ tone: 'ok', text: t.saved }) } })
  const save = (next: readonly ProgrammeItem[]) => put.mutate({ params, body: { items: [...next], basedOn: plan.revision ?? 1 } })
  const list = items.map(plain)
  const item = typeof open === 'object' ? open : null
  const move = (one: ProgrammeItem, step: -1 | 1) => { const at = list.findIndex((other) => other.id === one.id); if (list[at + step]) save(list.with(at, list[at + step]!).with(at + step, one)) }
  return (
    <PageBody>
      <PageHeader title={`${row.subject.name}, ${row.group}`} sub={[row.programme?.name ?? '', row.teachers.map(shortName).join(', ')].filter(Boolean).join(' · ')} back={{ href: to('/lesson-plans'), label: t.plans }} actions={
        items.length > 0 ? <><PrintButton /><Button look="outlined" icon={<IconFileSpreadsheet size={18} />} href={addressOf(getCoursePlanBook, { params })} download="">{t.excel}</Button></> : null} />
      {items.length === 0 ? <Empty action={<Button look="primary" href={to(`/programmes?subject=${row.subject.id}`)}>{t.toProgrammes}</Button>}>{t.noPlanYet}</Empty> : (
        <>
          <State plan={plan} onCorrect={can.change ? () => setOpen('correct') : null} />
          <Items plan={plan} onOpen={can.change ? (one) => setOpen(plain(one)) : null} />
          {can.change ? <p className="no-print" style={{ marginTop: 16 }}><Button icon={<IconPlus size={18} />} onClick={() => setOpen({ id: newId(), section: list.at(-1)?.section ?? '', topic: '', hours: 1, control: '', homework: '', links: [] })}>{t.addItem}</Button></p> : null}
          <Corrections plan={plan} />
        </>
      )}
      {open === 'correct' && plan.proposal ? <CorrectDialog plan={plan} onClose={() => setOpen(null)} /> : null}
      {item ? <ItemDialog key={item.id} item={item} busy={put.isPending} onSave={(next) => save(list.some((one) => one.id === next.id) ? list.map((one) => (one.id === next.id ? next : one)) : [...list, next])} {...(item.topic === '' ? {} : { onRemove: () => save(list.filter((one) => one.id !== item.id)), onMove: (step: -1 | 1) => move(item, step) })} onClose={() => setOpen(null)} /> : null}
    </PageBody>
  )
}

function State({ plan: { row, lost, proposal, findings }, onCorrect }: { plan: CoursePlan; onCorrect: (() => void) | null }) {
  const t = useT().lessons
  const text = useFindingText()
  return (
    <>
      <Stats><Stat value={row.given} label={t.given} note={t.progress(row.given, row.hours)} /><Stat value={row.due} label={t.due} /><Stat value={row.behind} label={t.behind} /><Stat value={row.left} label={t.left} note={`${row.lessons} ${t.lessonsLeft}`} /></Stats>
      <div style={{ height: 12 }} />
      <ProgressLine value={row.given} max={row.hours} label={t.progress(row.given, row.hours)} tone={row.late ? 'warn' : 'now'} />
      <div style={{ height: 16 }} />
      {proposal ? (
        <Callout tone={proposal.kind === 'merge' ? 'warn' : 'info'} title={proposal.kind === 'merge' ? t.mergeAsk(row.left, row.lessons) : t.restoreAsk(row.lessons - row.left)} action={onCorrect && proposal.changes.length > 0 ? <Button look="primary" onClick={onCorrect}>{proposal.kind === 'merge' ? t.merge : t.restore}</Button> : undefined}>{lost.length > 0 ? t.lost(lost.length, lost.map((one) => dayShort(one.date)).join(', ')) : null}</Callout>
      ) : null}
      {findings.map((one) => <p key={one.code} className="small muted">{text(one)}</p>)}
    </>
  )
}

function Items({ plan: { items, today }, onOpen }: { plan: CoursePlan; onOpen: ((item: PlanItem) => void) | null }) {
  const t = useT().lessons
  const to = useTo()
  const next = items.find((one) => one.state !== 'given')?.id
  return (
    <table className={css.list}>
      <thead><tr><th scope="col" className={css.number}>{t.number}</th><th scope="col">{t.topic}</th><th scope="col" className={css.number}>{t.hours}</th><th scope="col" className={css.date}>{t.plannedOn}</th><th scope="col" className={css.date}>{t.factOn}</th><th scope="col">{t.control}</th></tr></thead>
      <tbody>
        {items.map((item, i) => (
          <Fragment key={item.id}>
            {item.section !== items[i - 1]?.section && item.section !== '' ? <tr className={css.section}><th scope="rowgroup" colSpan={6}>{item.section}</th></tr> : null}
            <tr className={cx(item.state === 'given' && css.given, item.id === next && css.now)} aria-current={item.id === next ? 'step' : undefined}>
              <td className={`${css.number} ${css.wide}`}>{i + 1}</td>
              <td className={css.topic}>{onOpen && item.state !== 'given' ? <button type="button" onClick={() => onOpen(item)}>{item.topic}</button> : item.topic}{item.homework ? <small>{item.homework}</small> : null}</td>
              <td className={css.number}>{item.laidHours}{item.laidHours === item.hours ? null : <small className="muted"> {item.laidHours === 0 ? t.joined : t.was(item.hours)}</small>}</td>
              <td className={`${css.date} ${css.wide} muted`}>{item.planned.map((day) => dayShort(day)).join(', ')}</td>
              <td className={css.date}>
                {item.given.map((one, at) => <Fragment key={one.lessonId}>{at > 0 ? ', ' : ''}<a className="link" href={to(`/lessons/${one.lessonId}`)}>{dayShort(one.date)}</a></Fragment>)}
                {item.ahead.length > 0 ? <span className="muted">{item.given.length > 0 ? ', ' : ''}{item.ahead.map((one) => (one.date === today ? t.today.toLowerCase() : dayShort(one.date))).join(', ')}</span> : null}
                {item.state === 'over' ? <span className={css.over}>{item.ahead.length + item.given.length > 0 ? ', ' : ''}{t.noLesson}</span> : null}
              </td>
              <td className={css.wide}>{item.control}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Corrections({ plan: { corrections } }: { plan: CoursePlan }) {
  const t = useT().lessons
  if (corrections.length === 0) return null
  return (
    <Section title={t.corrections} count={corrections.length}>
      <ul className="stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {corrections.map((one) => <li key={one.id}><b>{dayText(one.madeOn)}, {t.kinds[one.kind]} {t.h(one.hours)}</b> <span className="muted">{one.reason}, {shortName(one.by)}</span><br /><span className="small muted">{one.changes.map((change) => `${change.topic}: ${change.from} → ${change.to}`).join('; ')}</span></li>)}
      </ul>
    </Section>
  )
}

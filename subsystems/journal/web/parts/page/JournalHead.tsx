import { Button, IconArrowBackUp, IconButton, IconCalendarMonth, IconChevronDown, Menu, PrintButton, Segmented, type MenuItem } from '@school/ui'
import { ask, monthText, useAddress, useContextOfPage, useMessages, useQuery, useTo } from '@school/web'
import { useEffect } from 'react'
import { listCourses, type Course, type JournalPage } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import type { Journal } from '../grid/journal.ts'
import { useJournalState } from '../grid/use-journal.ts'
import { ManyButton } from '../grid/ManyActs.tsx'
import { monthsOf } from '../grid/months.ts'
import { periodOf } from '../grid/page-data.ts'
import { capital } from '../capital.ts'
import css from './Page.module.css'

interface Props { page: JournalPage; journal: Journal; view: string; onView: (view: string) => void }

/** The line over the grid: subject and class, which days are shown, and the acts of the page. */
export function JournalHead({ page, journal, view, onView }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { course } = page
  const to = useTo()
  const period = periodOf(page)
  const months = period ? monthsOf(period.starts, period.ends) : monthsOf(page.from, page.to)
  const options = [...months.map((month) => ({ value: month, label: capital(monthText(month)) })), ...(period ? [{ value: period.id, label: period.name }] : [])]
  const shown = options.some((option) => option.value === view) ? view : period?.id ?? ''
  useEffect(() => { document.title = `${t.page.tab(course.group.name, course.subject.name)} — ${t.product}` }, [course, t])
  return (
    <header className={css.head}>
      <Pickers course={course} />
      <div className={`${css.views} no-print`}>
        <Segmented label={t.page.days} value={shown} onChange={onView} options={options} />
        {page.periods.length > 1 ? <Menu label={t.page.periods} width={220} items={page.periods.map((one) => ({ label: one.name, checked: one.id === period?.id, onSelect: () => onView(one.id) }))} trigger={(props) => <IconButton label={t.page.periods} {...props}><IconCalendarMonth /></IconButton>} /> : null}
      </div>
      <span className={css.gap} />
      <span className="no-print"><Button size="sm" href={to(`/journal/${course.id}/finals`)}>{t.finals.open}</Button></span>
      {page.can.write ? <span className={`no-print ${css.many}`}><ManyButton journal={journal} /></span> : null}
      <Acts journal={journal} />
    </header>
  )
}

function Acts({ journal }: { journal: Journal }) {
  const t = useMessages<typeof ru>('journal')
  const state = useJournalState(journal)
  return (
    <>
      {journal.reason ? <p className="small muted ellipsis" title={journal.reason}>{t.reason.line(journal.reason)}</p> : null}
      <div className={`${css.acts} no-print`}>
        <IconButton label={t.page.undo} disabled={!state.canUndo} onClick={() => journal.desk.undo()}><IconArrowBackUp /></IconButton>
        <IconButton label={t.page.redo} disabled={!state.canRedo} onClick={() => journal.desk.redo()}><IconArrowBackUp style={{ transform: 'scaleX(-1)' }} /></IconButton>
        <PrintButton />
      </div>
    </>
  )
}

/** Subject and class: each opens the pages that can be reached by changing only it. */
function Pickers({ course }: { course: Course }) {
  const t = useMessages<typeof ru>('journal')
  const { schoolId } = useContextOfPage()
  const to = useTo()
  const [, go] = useAddress()
  const { data } = useQuery(ask(listCourses, { params: { schoolId: schoolId ?? '' }, query: {} }))
  const all = data?.courses ?? [course]
  const item = (one: Course, label: string): MenuItem => ({ label, checked: one.id === course.id, onSelect: () => go(to(`/journal/${one.id}`)) })
  const mineFirst = (list: readonly Course[]) => list.toSorted((a, b) => Number(b.mine) - Number(a.mine))
  const subjects = all.filter((one) => one.group.id === course.group.id).map((one) => item(one, one.subject.name))
  const groups = mineFirst(all.filter((one) => one.subject.id === course.subject.id)).map((one) => item(one, one.group.name))
  return (
    <div className={css.pickers}>
      <h1 className="only-spoken">{t.page.label(course.subject.name, course.group.name)}</h1>
      <Menu label={t.page.subject} items={subjects} trigger={(props) => <button type="button" className={css.pick} {...props}><b>{course.subject.name}</b><IconChevronDown size={18} /></button>} />
      <Menu label={t.page.group} items={groups} trigger={(props) => <button type="button" className={css.pick} {...props}><b>{course.group.name}</b><IconChevronDown size={18} /></button>} />
    </div>
  )
}

import { Empty, Row, Rows, Section, ShowMore, Waiting } from '@school/ui'
import { ask, dayText, Loaded, shortName, useQuery, useTo } from '@school/web'
import { useState, type ReactNode } from 'react'
import { getSchoolDesk, type Overload, type SchoolDesk as Desk } from '../../../contract/index.ts'
import { useFinalWords } from '../finals/words.ts'

/** What needs the deputy head's eye: pages that lag, too few marks, too many control works. */
export function SchoolDesk({ schoolId }: { schoolId: string }) {
  const query = useQuery(ask(getSchoolDesk, { params: { schoolId } }))
  return <Loaded query={query} waiting={<Waiting rows={12} height={44} />}>{(desk) => <Opened desk={desk} />}</Loaded>
}

function Opened({ desk }: { desk: Desk }) {
  const { desk: t } = useFinalWords()
  const to = useTo()
  if (desk.teachers.length + desk.tooFew.length + desk.overload.length === 0) return <Empty>{t.allWell}</Empty>
  return (
    <div className="stack">
      <Section title={t.lag} count={desk.teachers.reduce((sum, one) => sum + one.lessons, 0)}>
        {desk.teachers.length === 0 ? <Empty compact>{t.noLag}</Empty> : <Some rows={desk.teachers} row={(one) => <Row key={one.teacher?.id ?? ''} href={to(`/journal/${one.pages[0]!.courseId}`)} title={one.teacher ? shortName(one.teacher) : t.vacancy} sub={one.pages.slice(0, 4).map((page) => `${page.name} (${page.lessons})`).join('; ')} end={<span className="need">{t.lagDays(one.lessons, one.days)}</span>} />} />}
      </Section>
      <OverloadSection overload={desk.overload} />
      <Section title={t.tooFew} count={desk.tooFew.length}>
        {desk.tooFew.length === 0 ? <Empty compact>{t.noFew}</Empty> : <Some rows={desk.tooFew} row={(one) => <Row key={one.courseId} href={to(`/journal/${one.courseId}`)} title={`${one.subject}, ${one.group.name}`} sub={one.teachers.map((teacher) => shortName(teacher)).join(', ')} end={<span className="need">{t.fewOf(one.short, one.pupils, one.needed)}</span>} />} />}
      </Section>
    </div>
  )
}

/** Weeks and days with more control works than the school allows. */
export function OverloadSection({ overload }: { overload: readonly Overload[] }) {
  const { desk: t } = useFinalWords()
  const to = useTo()
  return (
    <Section title={t.overload} count={overload.length}>
      {overload.length === 0 ? <Empty compact>{t.noOverload}</Empty> : <Rows>{overload.map((one) => (
        <Row key={`${one.classId} ${one.span} ${one.from}`} href={to(`/journal/${one.works[0]!.courseId}`)} title={`${one.className}, ${one.span === 'week' ? t.week(dayText(one.from)) : dayText(one.from)}`} sub={one.works.map((work) => `${work.subject}, ${dayText(work.date)}`).join('; ')} end={<span className="need">{t.overOf(one.works.length, one.limit)}</span>} />
      ))}</Rows>}
    </Section>
  )
}

const atFirst = 12
/** The first rows of a long list, the rest when asked. */
export function Some<T>({ rows, row }: { rows: readonly T[]; row: (one: T) => ReactNode }) {
  const [all, setAll] = useState(false)
  return <><Rows>{(all ? rows : rows.slice(0, atFirst)).map(row)}</Rows>{rows.length > atFirst && !all ? <ShowMore shown={atFirst} total={rows.length} onMore={() => setAll(true)} /> : null}</>
}

import { Button, Empty, IconNotebook, MarkTile, PageBody, PageHeader, Row, Section, Waiting } from '@school/ui'
import { ask, decimal, fullName, Loaded, useContextOfPage, useQuery, useTo } from '@school/web'
import { getClassDesk, type ClassDesk as Desk } from '../../contract/index.ts'
import { OverloadSection, Some } from '../parts/desks/SchoolDesk.tsx'
import { finalFigure } from '../parts/finals/figures.ts'
import { useFinalWords } from '../parts/finals/words.ts'

/** What needs the class teacher's eye in the period of today. */
export default function ClassDesk({ classId }: { classId: string }) {
  const { schoolId } = useContextOfPage()
  const query = useQuery(ask(getClassDesk, { params: { schoolId: schoolId ?? '', classId } }))
  return <PageBody><Loaded query={query} waiting={<Waiting title rows={12} height={44} />}>{(desk) => <Opened desk={desk} />}</Loaded></PageBody>
}

function Opened({ desk }: { desk: Desk }) {
  const words = useFinalWords()
  const { desk: t } = words
  const to = useTo()
  const number = (text: string) => decimal(Number(text))
  const page = (courseId: string, studentId: string) => to(`/students/${studentId}/diary/subjects/${courseId}`)
  return (
    <>
      <PageHeader title={t.ofClass(desk.className)} {...(desk.period ? { sub: desk.period.name } : {})} actions={<Button icon={<IconNotebook size={18} />} href={to(`/classes/${desk.classId}/finals`)}>{words.ofClass.open}</Button>} />
      <Section title={t.risk} count={desk.atRisk.length}>
        {desk.atRisk.length === 0 ? <Empty compact>{t.noRisk}</Empty> : <Some rows={desk.atRisk} row={(one) => (
          <Row key={one.student.id} top href={to(`/students/${one.student.id}/diary/marks`)} title={fullName(one.student)} sub={[
            ...one.failing.map((subject) => t.failing(subject.subject, finalFigure(words, subject.proposed), subject.average === '' ? '' : number(subject.average))), ...one.fallen.map((subject) => t.fallen(subject.subject, number(subject.before), number(subject.last))),
            one.missed * 3 >= one.lessons && one.lessons > 0 ? t.missed(one.missed, one.lessons) : '', one.debts > 0 ? t.debts(one.debts) : '',
          ].filter(Boolean).join('. ')} />
        )} />}
      </Section>
      <Section title={t.oneShort} count={desk.oneShort.length}>
        {desk.oneShort.length === 0 ? <Empty compact>{t.noShort}</Empty> : <Some rows={desk.oneShort} row={(one) => <Row key={`${one.student.id} ${one.courseId}`} href={page(one.courseId, one.student.id)} lead={<MarkTile look="proposal" value={one.becomes} />} title={fullName(one.student)} sub={t.wouldBe(one.subject, number(one.average), one.value, one.weight, one.becomes)} />} />}
      </Section>
      <OverloadSection overload={desk.overload} />
      <Section title={t.tooFew} count={desk.tooFew.length}>
        {desk.tooFew.length === 0 ? <Empty compact>{t.noFew}</Empty> : <Some rows={desk.tooFew} row={(one) => <Row key={`${one.student.id} ${one.courseId}`} href={page(one.courseId, one.student.id)} title={fullName(one.student)} sub={one.subject} end={<span className="need">{t.marksOf(one.marks, one.needed)}</span>} />} />}
      </Section>
    </>
  )
}

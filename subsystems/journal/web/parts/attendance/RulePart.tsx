import { Button, DateField, Dialog, Form, Section, showToast, TextField } from '@school/ui'
import { addDays, ask, dayText, keyOf, Loaded, problemText, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { getAbsentToday, getClassAttendance, getSchoolAttendance, listAttendanceRules, putAttendanceRule, type AttendanceRule } from '../../../contract/index.ts'
import { useT } from './words.ts'

/** How absences are counted and since when; the office changes it from a day to come. */
export function RulePart({ schoolId }: { schoolId: string }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const query = useQuery(ask(listAttendanceRules, { params: { schoolId } }))
  return (
    <Loaded query={query}>
      {({ rules, today, can }) => (
        <Section title={t.rule} lined action={can.change ? <Button size="sm" onClick={() => setOpen(true)}>{t.changeRule}</Button> : undefined}>
          {rules.map((rule, index) => <p key={rule.validFrom} className="small muted">{index < rules.length - 1 ? `${t.ruleFrom(dayText(rule.validFrom, { year: 'always' }))}: ` : ''}{t.countedBy(rule.fullDayLessons)} {t.illnessLimit}: {rule.illnessPercent}</p>)}
          <Dialog open={open} onClose={() => setOpen(false)} title={t.rule}><RuleForm schoolId={schoolId} tomorrow={addDays(today, 1)} like={rules[0]} onDone={() => setOpen(false)} /></Dialog>
        </Section>
      )}
    </Loaded>
  )
}

function RuleForm({ schoolId, tomorrow, like, onDone }: { schoolId: string; tomorrow: string; like: AttendanceRule | undefined; onDone: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState({ from: tomorrow, lessons: like?.fullDayLessons?.toString() ?? '', percent: String(like?.illnessPercent ?? '') })
  const put = useCommand(putAttendanceRule, {
    stale: () => [listAttendanceRules, getAbsentToday, getClassAttendance, getSchoolAttendance].map((route) => keyOf(route)),
    onDone: () => { showToast({ tone: 'ok', text: t.ruleSaved }); onDone() }, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const [lessons, percent] = [typed.lessons.trim() === '' ? null : Number(typed.lessons), Number(typed.percent)]
  const wrong = typed.from === '' || !Number.isInteger(percent) || percent < 1 || percent > 100 || (lessons !== null && (!Number.isInteger(lessons) || lessons < 1 || lessons > 12))
  return (
    <Form onSubmit={() => { if (!wrong) put.mutate({ params: { schoolId, validFrom: typed.from }, body: { fullDayLessons: lessons, illnessPercent: percent } }) }}
      foot={<><Button onClick={onDone}>{t.cancel}</Button><Button look="primary" type="submit" busy={put.isPending}>{t.save}</Button></>}>
      <DateField label={t.ruleDay} value={typed.from} onChange={(from) => setTyped({ ...typed, from })} required />
      <TextField label={t.fullDay} value={typed.lessons} onChange={(lessonsTyped) => setTyped({ ...typed, lessons: lessonsTyped })} hint={t.fullDayHint} inputMode="numeric" />
      <TextField label={t.illnessLimit} value={typed.percent} onChange={(percentTyped) => setTyped({ ...typed, percent: percentTyped })} inputMode="numeric" required error={wrong ? t.ruleWrong : null} />
    </Form>
  )
}

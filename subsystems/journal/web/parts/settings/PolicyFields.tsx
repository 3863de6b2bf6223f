import { Checkbox, SelectField, SideBySide, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import type { MarkingRule } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { wholeBetween } from './numbers.ts'

type Policy = MarkingRule['finals']
interface Props { policy: Policy; mayChange: boolean; onChange: (policy: Policy) => void }

const levels = ['primary', 'basic', 'secondary'] as const
const limits = { controlBand: [1, 49], yearRoundUpFrom: [1, 99], certificateRoundUpFrom: [1, 99], retakeDays: [0, 365], controlsADay: [1, 10], controlsAWeek: [1, 30], debtsAtMost: [1, 20], admissionDebts: [0, 5] } as const

/** How periods, years and certificates are judged; numbers are typed as they are said and kept when they are right. */
export function PolicyFields({ policy, mayChange, onChange }: Props) {
  const { policy: t } = useMessages<typeof ru>('journal').finals
  const set = (part: Partial<Policy>) => onChange({ ...policy, ...part })
  const number = (label: string, key: keyof typeof limits, hint?: string) =>
    <TextField label={label} type="number" value={String(policy[key])} min={limits[key][0]} max={limits[key][1]} disabled={!mayChange} onChange={(text) => { const value = wholeBetween(text, limits[key]); if (value !== null) set({ [key]: value }) }} {...(hint ? { hint } : {})} />
  const choice = <K extends 'controlPriority' | 'yearFrom' | 'retakeCounts' | 'overdueDebt'>(label: string, key: K, options: Readonly<Record<Policy[K], string>>) =>
    <SelectField label={label} value={policy[key]} disabled={!mayChange} onChange={(value) => set({ [key]: value } as Partial<Policy>)} options={Object.entries(options).map(([value, name]) => ({ value, label: name as string }))} />
  return (
    <>
      <h3>{t.periods}</h3>
      <SideBySide>{choice(t.controls, 'controlPriority', t.controlPriority)}{number(t.band, 'controlBand', t.bandHint)}</SideBySide>
      {levels.map((level) => <Level key={level} level={level} policy={policy} mayChange={mayChange} onChange={onChange} />)}
      <Checkbox label={t.follow} checked={policy.followGroups} disabled={!mayChange} onChange={(followGroups) => set({ followGroups })} />
      <Checkbox label={t.brought} checked={policy.countBrought} disabled={!mayChange} onChange={(countBrought) => set({ countBrought })} />
      <h3>{t.years}</h3>
      <SideBySide>{choice(t.yearFrom, 'yearFrom', t.yearFromKinds)}{number(t.yearRound, 'yearRoundUpFrom')}</SideBySide>
      <SideBySide>{number(t.certificate, 'certificateRoundUpFrom', t.certificateHint)}{choice(t.retake, 'retakeCounts', t.retakeKinds)}</SideBySide>
      <SideBySide>{number(t.retakeDays, 'retakeDays')}{choice(t.overdue, 'overdueDebt', t.overdueKinds)}</SideBySide>
      <SideBySide>{number(t.debtsAtMost, 'debtsAtMost')}{number(t.admissionDebts, 'admissionDebts', t.admissionHint)}</SideBySide>
      <h3>{t.limits}</h3>
      <SideBySide>{number(t.aDay, 'controlsADay')}{number(t.aWeek, 'controlsAWeek')}</SideBySide>
      <TextField label={t.visibleAt} hint={t.visibleHint} type="time" value={policy.controlsVisibleAt ?? ''} disabled={!mayChange} onChange={(clock) => set({ controlsVisibleAt: clock === '' ? null : clock })} optional />
    </>
  )
}

/** A level goes by the numbers above unless it has its own. */
function Level({ level, policy, mayChange, onChange }: Props & { level: (typeof levels)[number] }) {
  const { policy: t } = useMessages<typeof ru>('journal').finals
  const own = policy.levels[level]
  const put = (value: Policy['levels'][typeof level]) => {
    const { [level]: _, ...others } = policy.levels
    onChange({ ...policy, levels: value ? { ...others, [level]: value } : others })
  }
  const number = (label: string, key: 'roundUpFrom' | 'absenceLimitPercent') => own ? <TextField label={label} type="number" value={String(own[key])} min={1} max={99} disabled={!mayChange} onChange={(text) => { const value = wholeBetween(text, [1, 99]); if (value !== null) put({ ...own, [key]: value }) }} /> : null
  return (
    <>
      <Checkbox label={t.levels[level]} checked={own !== undefined} disabled={!mayChange} onChange={(on) => put(on ? { roundUpFrom: 50, absenceLimitPercent: 50, leastMarks: [{ hoursUpTo: 1, marks: 3 }, { hoursUpTo: 2, marks: 5 }, { hoursUpTo: 99, marks: 7 }] } : undefined)} />
      {own ? (
        <>
          <SideBySide>{number(t.roundUp, 'roundUpFrom')}{number(t.absence, 'absenceLimitPercent')}</SideBySide>
          <SideBySide>{own.leastMarks.map((step, i) => <TextField key={i} label={t.least(step.hoursUpTo)} type="number" min={0} max={60} value={String(step.marks)} disabled={!mayChange} onChange={(text) => { const marks = wholeBetween(text, [0, 60]); if (marks !== null) put({ ...own, leastMarks: own.leastMarks.map((one, at) => (at === i ? { ...one, marks } : one)) }) }} />)}</SideBySide>
        </>
      ) : null}
    </>
  )
}

import { getCalendar, openYear } from '@school/schedule/contract'
import { Button, Callout, cx, IconCheck, PageBody, PageHeader, QuickSelect, showToast, StatusWord, Waiting } from '@school/ui'
import { ask, dateTimeText, keyOf, Loaded, todayIn, useCommand, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { getYearState, openSchoolYear, type YearState, type YearStep } from '../../contract/index.ts'
import { tellProblem, useSchoolId, useT, yearOfDay, yearText } from '../parts/words.ts'
import { RollOverDialog } from '../parts/year/RollOverDialog.tsx'
import css from '../parts/year/Year.module.css'

const places = { calendar: '/manage/calendar', bells: '/manage/calendar', classes: '/manage/classes', plans: '/manage/plans', load: '/manage/load', timetable: '/manage/timetables', lessons: '/lesson-plans', opened: null } as const

/** A new school year step by step: what is done, what is missing, and where it is mended. */
export function YearSteps() {
  const words = useT()
  const t = words.year
  const to = useTo()
  const schoolId = useSchoolId()
  const current = yearOfDay(todayIn('Europe/Moscow'))
  const [year, setYear] = useUrlValue('year', '')
  const query = useQuery(ask(getYearState, { params: { schoolId }, query: year ? { year: Number(year) } : {} }))
  return (
    <PageBody narrow>
      <PageHeader title={t.title} sub={t.sub} back={{ href: to('/manage'), label: words.manage }} actions={<QuickSelect label={words.curricula.year} value={year || String(query.data?.year ?? current)} onChange={setYear} options={[current + 1, current].map((one) => ({ value: String(one), label: yearText(one) }))} />} />
      <Loaded query={query} waiting={<Waiting rows={8} height={72} />}>{(state) => <Steps state={state} />}</Loaded>
    </PageBody>
  )
}

function Steps({ state }: { state: YearState }) {
  const t = useT().year
  const schoolId = useSchoolId()
  const [rolling, setRolling] = useState(false)
  const open = useCommand(openSchoolYear, { stale: () => [keyOf(getYearState, { params: { schoolId } })], onProblem: tellProblem, onDone: () => showToast({ tone: 'ok', text: t.openedNow }) })
  const now = state.steps.find((one) => one.state !== 'done')?.key
  return (
    <>
      {state.openedAt !== null ? <Callout tone="ok" title={t.opened(dateTimeText(state.openedAt, 'Europe/Moscow'), state.openedBy ?? '')} /> : null}
      <ol className={css.steps}>
        {state.steps.map((step, i) => (
          <li key={step.key} className={cx(step.state === 'done' && css.done, step.key === now && css.now)} aria-current={step.key === now ? 'step' : undefined}>
            <span className={css.number} aria-hidden="true">{step.state === 'done' ? <IconCheck size={16} /> : i + 1}</span>
            <StepWords step={step} ready={state.ready} />
            <div className={css.acts}>{step.key === 'opened' ? (state.can.open ? <Button look={step.key === now || (state.ready && !state.steps.some((one) => one.needed && one.state !== 'done')) ? 'primary' : 'outlined'} busy={open.isPending} {...(state.ready ? {} : { why: t.notReady })} onClick={() => open.mutate({ params: { schoolId, year: state.year } })}>{t.open}</Button> : null) : <StepActs step={step} year={state.year} onRoll={() => setRolling(true)} first={step.key === now} />}</div>
          </li>
        ))}
      </ol>
      {rolling ? <RollOverDialog year={state.year} onClose={() => setRolling(false)} /> : null}
    </>
  )
}

function StepWords({ step, ready }: { step: YearStep; ready: boolean }) {
  const t = useT().year
  const tone = step.state === 'done' ? 'ok' : step.state === 'part' ? 'warn' : 'mute'
  return (
    <div>
      <h2>{t.steps[step.key]}</h2>
      <span className="small"><StatusWord tone={tone}>{t.state[step.state]}</StatusWord>{step.total > 1 ? <span className="muted">, {t.doneOf(step.done, step.total)}</span> : null}{!step.needed && step.key !== 'opened' && step.state !== 'done' ? <span className="muted">, {t.optional}</span> : null}</span>
      {step.key === 'opened' && !ready && step.state !== 'done' ? <p className="small muted">{t.notReady}</p> : null}
      {step.missing.length > 0 ? <ul>{step.missing.map((one) => <li key={one.code} className="small">{t.missing[one.code]?.(one.count) ?? one.code}{one.names.length > 0 ? <span className="muted">: {one.names.join('; ')}{one.count > one.names.length ? ` ${t.and}` : ''}</span> : null}</li>)}</ul> : null}
    </div>
  )
}

function StepActs({ step, year, onRoll, first }: { step: YearStep; year: number; onRoll(): void; first: boolean }) {
  const t = useT().year
  const to = useTo()
  const schoolId = useSchoolId()
  const begin = useCommand(openYear, { stale: () => [keyOf(getYearState, { params: { schoolId } }), keyOf(getCalendar, { params: { schoolId } })], onProblem: tellProblem })
  const place = places[step.key]
  const look = first ? 'primary' : 'outlined'
  const settles = step.key === 'calendar' && step.missing.some((one) => one.code === 'no_year') || step.key === 'bells' && step.missing.some((one) => one.code === 'unset' || one.code === 'no_bells')
  return (
    <>
      {settles ? <Button look={look} busy={begin.isPending} onClick={() => begin.mutate({ params: { schoolId, year }, body: { weekDays: 5 } })}>{t.openCalendar}</Button> : null}
      {step.key === 'classes' && step.state !== 'done' ? <Button look={look} onClick={onRoll}>{t.rollOver}</Button> : null}
      {place === null || settles ? null : <Button look={step.state === 'done' || step.key === 'classes' ? 'text' : look} href={to(`${place}?year=${year}`)}>{t.go}</Button>}
    </>
  )
}

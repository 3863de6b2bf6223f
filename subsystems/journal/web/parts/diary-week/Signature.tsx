import { Button, showToast } from '@school/ui'
import { addDays, daysText, keyOf, problemText, shortName, useCommand, whenText } from '@school/web'
import { acknowledgeWeek, getDiaryWeek, getStudentToday, type DiaryWeek } from '../../../contract/index.ts'
import css from './Diary.module.css'
import { pagesOf } from './week.ts'
import { ownZone, useT } from './words.ts'

/** Who signed this week and the one before; a parent signs here. */
export function Signature({ diary, schoolId }: { diary: DiaryWeek; schoolId: string }) {
  const t = useT()
  const { studentId } = diary
  const lastDay = pagesOf(diary.days).flat().length - 1
  const sign = useCommand(acknowledgeWeek, {
    stale: () => [keyOf(getDiaryWeek, { params: { schoolId, studentId } }), keyOf(getStudentToday, { params: { schoolId, studentId } })],
    onDone: () => { showToast({ tone: 'ok', text: t.signedNow }) }, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const weeks = diary.can.acknowledge ? [addDays(diary.week, -7), diary.week] : [...new Set([...diary.acknowledgements.map((one) => one.week), ...(diary.week <= diary.today ? [diary.week] : [])])]
  if (weeks.length === 0) return null
  return (
    <div className={css.signature}>
      <span>{t.signature}</span>
      <ul>{weeks.map((week) => {
        const days = daysText(week, addDays(week, lastDay))
        const signed = diary.acknowledgements.filter((one) => one.week === week)
        return (
          <li key={week}>
            <span>{signed.length > 0 ? signed.map((one) => t.signed(days, shortName(one.guardian), whenText(one.at, ownZone()))).join('; ') : t.notSigned(days)}</span>
            {signed.length === 0 && diary.can.acknowledge ? <span className="no-print"><Button size="sm" look="outlined" busy={sign.isPending && sign.variables.params.week === week} aria-label={t.signFor(days)} onClick={() => sign.mutate({ params: { schoolId, studentId, week } })}>{t.sign}</Button></span> : null}
          </li>
        )
      })}</ul>
      <p className={`${css.lines} only-print`}><span>{t.signature}</span><i /><span>{t.homeroomLine}</span><i /></p>
    </div>
  )
}

import { Button, Callout, IconCircleCheck } from '@school/ui'
import { ask, dayText, useCan, useQuery } from '@school/web'
import { useState } from 'react'
import { listExcuses, type StudentToday } from '../../../contract/index.ts'
import { isAsked } from '../diary-absences/by-day.ts'
import { ExcuseDialog } from '../diary-absences/ExcuseDialog.tsx'
import { useT } from '../diary-week/words.ts'
import css from './Today.module.css'

interface Props { today: StudentToday; schoolId: string; studentId: string; to: (path: string) => string }

/** The earned box of a child: a lesson missed without a reason that nobody has explained yet; a parent explains it here. */
export function Absences({ today, schoolId, studentId, to }: Props) {
  const t = useT()
  const excuses = useCan('journal.absence.excuse')
  const [open, setOpen] = useState(false)
  const lacking = today.withoutReason.length > 0
  const said = useQuery({ ...ask(listExcuses, { params: { schoolId, studentId } }), enabled: lacking }).data ?? []
  if (!lacking) return <p className={css.fine}><IconCircleCheck size={20} />{t.allExplained}</p>
  const unsaid = today.withoutReason.filter((one) => !isAsked(said, one.date))
  const [first, ...more] = unsaid
  if (!first) return <p className={css.fine}><IconCircleCheck size={20} />{t.reasonSent}</p>
  return (
    <>
      <Callout tone="warn" title={t.absentOn(dayText(first.date), first.number)} action={excuses ? <Button look="outlined" size="sm" onClick={() => setOpen(true)}>{t.excuse.act}</Button> : <Button look="outlined" size="sm" href={to('/diary/absences')}>{t.open}</Button>}>
        {first.subject}{more.length > 0 ? `, ${t.moreAbsences(more.length)}` : ''}
      </Callout>
      <ExcuseDialog schoolId={schoolId} studentId={studentId} date={first.date} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

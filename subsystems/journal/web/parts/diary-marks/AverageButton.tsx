import { NumberButton, Popover } from '@school/ui'
import { decimal } from '@school/web'
import { useT } from '../diary-week/words.ts'
import { AverageCard } from '../grid/late-average.ts'
import css from './Marks.module.css'

interface Props { schoolId: string; studentId: string; courseId: string; subject: string; average: string; periodId: string | undefined }

/** An average that opens what it is made of. */
export function AverageButton({ subject, average, ...of }: Props) {
  const t = useT()
  const figure = decimal(Number(average))
  return <Popover label={t.explainAverage(subject, figure)} align="end" trigger={(p) => <NumberButton {...p} aria-label={t.explainAverage(subject, figure)}>{figure}</NumberButton>}><div className={css.explained}><AverageCard {...of} name={subject} /></div></Popover>
}

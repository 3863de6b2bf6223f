import { ExplainCard, MarkTile, Waiting } from '@school/ui'
import { ask, dayDigits, dayShort, decimal, Loaded, useMessages, useQuery } from '@school/web'
import { explainAverage, type AverageExplained } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { figureOf } from './entry.ts'

interface Props { schoolId: string; courseId: string; studentId: string; name: string; periodId: string | undefined }

/** Behind an average: works, sum, division, rounding, what is proposed and what would change it. */
export function AverageCard({ schoolId, courseId, studentId, name, periodId }: Props) {
  const query = useQuery(ask(explainAverage, { params: { schoolId, studentId, courseId }, query: periodId ? { period: periodId } : {} }))
  return <Loaded query={query} waiting={<div style={{ width: 350 }}><Waiting rows={8} /></div>}>{(average) => <Explained average={average} name={name} />}</Loaded>
}

function Explained({ average, name }: { average: AverageExplained; name: string }) {
  const t = useMessages<typeof ru>('journal')
  const best = average.forecast[0]
  const number = (text: string) => text === '' ? '—' : decimal(Number(text))
  return (
    <ExplainCard title={name} sub={t.average.sub(average.period?.name ?? '', average.counted.length)}
      heads={{ date: t.average.date, name: t.average.work, value: t.average.mark, weight: t.average.weight, product: t.average.product }}
      inputs={[
        ...average.counted.map((one) => ({ key: one.workId, date: dayShort(one.date), name: one.title || one.type, value: <MarkTile value={figureOf(one.value, one.retake)} />, weight: `× ${one.weight}`, product: String(one.product) })),
        ...average.excluded.map((one) => ({ key: one.workId, date: dayShort(one.date), name: one.title || one.type, value: <MarkTile value={figureOf(one.value, one.retake)} />, weight: t.average.excluded[one.why], product: '' })),
      ]}
      {...(average.counted.length > 0 ? { total: { label: t.average.sum, weight: String(average.weights), product: String(average.sum) } } : {})}
      formula={average.weights > 0 ? `${average.sum} ÷ ${average.weights} = ${comma(average.quotient)}${average.exact ? '' : '…'}` : t.average.nothing}
      result={number(average.average)}
      rule={<>{average.proposed ? <>{t.average.proposed} <b>{figureOf(average.proposed)}</b>: </> : null}{t.average.because[average.proposedBy](comma(roundingOf(average)))}{average.enough ? '' : ` ${t.average.notEnough(average.counted.length, average.leastMarks ?? 0)}`}{average.counted.some((one) => one.retake !== null && one.value !== 'debt') ? ` ${t.average.retake[average.retakeCounts]}` : ''}</>}
      would={best ? t.average.would(best.count, best.value, best.weight, number(best.average), figureOf(best.proposed)) : undefined}
      {...(average.rule ? { source: { label: t.average.rule(average.rule.title, average.rule.edition, dayDigits(average.rule.validFrom)) } } : {})} />
  )
}

const comma = (text: string) => decimal(0).includes(',') ? text.replace('.', ',') : text

/** The border at which the proposed mark turns: «4,50». */
function roundingOf({ average, rule }: AverageExplained): string {
  const whole = Math.floor(Number(average))
  return `${whole}.${String(rule?.roundUpFrom ?? 50).padStart(2, '0')}`
}

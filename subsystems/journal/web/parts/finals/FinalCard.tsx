import { ExplainCard, MarkTile, Waiting } from '@school/ui'
import { ask, dateTimeText, dayDigits, dayShort, decimal, Loaded, shortName, useMessages, useQuery } from '@school/web'
import { explainFinal, type FinalExplained, type FinalKind } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { ownZone } from '../diary-week/words.ts'
import { finalFigure } from './figures.ts'
import { useFinalWords } from './words.ts'
import css from './Finals.module.css'

interface Props { schoolId: string; courseId: string; studentId: string; kind: FinalKind; periodId: string | null; name: string }

/** Behind a final mark: works or periods, sum, division, rounding, the rule with its edition, and every revision. */
export function FinalCard({ schoolId, courseId, studentId, kind, periodId, name }: Props) {
  const query = useQuery(ask(explainFinal, { params: { schoolId, studentId, courseId }, query: { kind, ...(periodId ? { period: periodId } : {}) } }))
  return <Loaded query={query} waiting={<Waiting rows={8} />}>{(explained) => <><Explained of={explained} name={name} /><History of={explained} /></>}</Loaded>
}

const comma = (text: string) => decimal(0).includes(',') ? text.replace('.', ',') : text

function Explained({ of, name }: { of: FinalExplained; name: string }) {
  const t = useFinalWords()
  const { average: words } = useMessages<typeof ru>('journal')
  const border = `${Math.floor(Number(of.average || 0))}.${String(of.rule?.roundUpFrom ?? 50).padStart(2, '0')}`
  const nameOf = (input: string) => (input === 'year' ? t.card.year : input === 'exam' ? t.card.exam : input)
  return (
    <ExplainCard title={name} sub={[of.period?.name ?? t.kinds[of.kind], t.card.sub(of.counted.length)].join(', ')}
      heads={{ date: words.date, name: words.work, value: words.mark, weight: words.weight, product: words.product }}
      inputs={[
        ...of.counted.map((one) => ({ key: one.key, date: one.date ? dayShort(one.date) : '', name: [nameOf(one.name), one.isControl ? t.card.control : '', one.source ? t.card.from(one.source) : ''].filter(Boolean).join(', '), value: <MarkTile value={finalFigure(t, one.value)} />, weight: `× ${one.weight}`, product: String(one.product) })),
        ...of.excluded.map((one) => ({ key: one.key, date: one.date ? dayShort(one.date) : '', name: nameOf(one.name), value: <MarkTile value={one.value === 'debt' ? '•' : finalFigure(t, one.value)} />, weight: t.card.excluded[one.why], product: '' })),
      ]}
      {...(of.counted.length > 0 ? { total: { label: words.sum, weight: String(of.weights), product: String(of.sum) } } : {})}
      formula={of.weights > 0 ? `${of.sum} ÷ ${of.weights} = ${comma(of.quotient)}${of.exact ? '' : '…'}` : words.nothing}
      result={of.average === '' ? '—' : comma(of.average)}
      rule={<>{of.proposed ? <>{words.proposed} <b>{finalFigure(t, of.proposed)}</b>: </> : null}{t.card.because[of.by]?.(comma(border))}{of.kind === 'period' && !of.enough ? ` ${words.notEnough(of.counted.length, of.leastMarks)}` : ''}{of.controls && of.rule?.controlPriority !== 'none' ? ` ${t.card.controls(comma(of.controls))}` : ''}{of.kind === 'period' ? ` ${t.card.attendance(of.missed, of.lessonsHeld)}` : ''}{of.rule && of.counted.some((one) => one.value.includes('/')) ? ` ${t.card.retake[of.rule.retakeCounts]}` : ''}</>}
      {...(of.rule ? { source: { label: words.rule(of.rule.title, of.rule.edition, dayDigits(of.rule.validFrom)) } } : {})} />
  )
}

function History({ of }: { of: FinalExplained }) {
  const t = useFinalWords()
  if (of.history.length < 2 && !of.history.some((one) => one.reason || one.protocol)) return null
  return (
    <section className={css.history}>
      <h3>{t.card.history}</h3>
      <ol>{of.history.map((one) => (
        <li key={one.revision}>
          <b>{t.names[one.value]}</b><span>{[one.by ? shortName(one.by) : '', dateTimeText(one.at, ownZone())].filter(Boolean).join(', ')}</span>
          {one.reason || one.protocol || one.unlocked ? <p>{[one.reason, one.protocol ? t.card.protocol(one.protocol.number, one.protocol.date ? dayDigits(one.protocol.date) : '') : '', one.unlocked ? t.card.unlocked : ''].filter(Boolean).join('. ')}</p> : null}
        </li>
      ))}</ol>
    </section>
  )
}

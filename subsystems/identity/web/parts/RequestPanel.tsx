import { Comparison, Facts, IconButton, IconCircleCheck, IconEqualNot, IconFileAlert, IconX, Row, Rows, Section, StatusWord, useNarrow } from '@school/ui'
import { ask, dayDigits, Loaded, useQuery, whenText } from '@school/web'
import { getRequest, type Compared, type RequestCard } from '../../contract/requests.ts'
import { CheckWord } from './CheckWord.tsx'
import { MatchButton, RequestActs } from './RequestActs.tsx'
import css from './RequestPanel.module.css'
import { moscow, useT } from './words.ts'

/** One request: both sources side by side, what to do about it, and how it came to this. */
export function RequestPanel({ schoolId, id, onClose }: { schoolId: string; id: string; onClose: () => void }) {
  const card = useQuery(ask(getRequest, { params: { schoolId, id } }))
  return <Loaded query={card}>{(data) => <Panel schoolId={schoolId} card={data} onClose={onClose} />}</Loaded>
}

function Panel({ schoolId, card, onClose }: { schoolId: string; card: RequestCard; onClose: () => void }) {
  const t = useT()
  const narrow = useNarrow()
  const { row } = card
  return (
    <div className={css.panel}>
      <header className={css.head}>
        <div><h2>{row.asker}</h2><p className="muted">{t.asksFor[row.kind]}{row.about ? `: ${row.about}` : ''}</p></div>
        {narrow ? null : <IconButton label={t.close} onClick={onClose}><IconX /></IconButton>}
      </header>
      <Verdict card={card} />
      {card.comparison.length > 0 ? <Comparison caption={t.comparison} heads={[card.facts.some((fact) => fact.value === 'esia') ? t.gosuslugi : t.typed, t.registry]} rows={card.comparison.map((one) => lineOf(t, one, card.fault))} /> : null}
      <FactsOf card={card} />
      {card.can.match ? <Candidates schoolId={schoolId} card={card} /> : null}
      {row.state === 'PENDING' ? <RequestActs schoolId={schoolId} card={card} /> : <div><CheckWord row={row} />{card.reason ? <p className="muted">{card.reason}</p> : null}</div>}
      <Steps card={card} />
    </div>
  )
}

function Verdict({ card: { row } }: { card: RequestCard }) {
  const t = useT()
  if (row.state !== 'PENDING') return null
  const Sign = row.check === 'matched' ? IconCircleCheck : row.check === 'differs' || row.check === 'notFound' ? IconEqualNot : IconFileAlert
  const said = row.check === 'differs' ? t.verdicts.differs(row.mismatches, row.kind) : t.verdicts[row.check]
  return <div className={css.verdict} data-check={row.check}><Sign size={20} /><p><b>{said.title}</b> {said.text}</p></div>
}

function lineOf(t: ReturnType<typeof useT>, one: Compared, fault: RequestCard['fault']) {
  const show = (text: string) => one.field === 'birthDate' && text ? dayDigits(text) : text.replace(/ (?=\d\d$)/, '\u00a0')
  const wrong = one.wrongCheckDigit === 'right' ? t.why.rightSum : one.wrongCheckDigit === 'left' ? t.why.leftSum : ''
  const why = [one.verdict === 'same' ? '' : one.verdict === 'typo' && fault === 'registry' ? t.why.typoOfRegistry : t.why[one.verdict], wrong].filter(Boolean).join(' ')
  return { label: t.fields[one.field], left: show(one.esia), right: show(one.registry), matches: one.matches, ...(why ? { why } : {}) }
}

function FactsOf({ card }: { card: RequestCard }) {
  const t = useT()
  const shown = card.comparison.length > 0 ? card.facts.filter((fact) => fact.term !== 'birthDate') : card.facts
  const value = (fact: { term: string; value: string }) => fact.term === 'birthDate' ? dayDigits(fact.value) : fact.term === 'source' ? (fact.value === 'esia' ? t.gosuslugi : t.typedByAsker) : fact.value
  return <Facts term={130} items={shown.map((fact) => [t.facts[fact.term as keyof typeof t.facts] ?? fact.term, value(fact)] as const)} />
}

function Candidates({ schoolId, card }: { schoolId: string; card: RequestCard }) {
  const t = useT()
  return (
    <Section title={t.candidates} level={3}>
      <Rows label={t.candidates}>{card.candidates.map((one) => <Row key={one.id} title={one.name} sub={[dayDigits(one.birthDate), one.className].filter(Boolean).join(', ')} end={<MatchButton schoolId={schoolId} card={card} pupilId={one.id} />} />)}</Rows>
    </Section>
  )
}

function Steps({ card }: { card: RequestCard }) {
  const t = useT()
  return (
    <Section title={t.course} level={3}>
      <dl className={css.steps}>
        {card.steps.map((step) => <div key={step.id}><dt>{whenText(step.at, moscow)}</dt><dd>{t.stepText(step.step, step.note)}{step.by && step.step !== 'created' ? <span className="faint"> {step.by}</span> : null}</dd></div>)}
        {card.row.overdue ? <div><dt>{whenText(card.dueAt, moscow)}</dt><dd><StatusWord tone="warn">{t.overdue}</StatusWord></dd></div> : null}
      </dl>
    </Section>
  )
}

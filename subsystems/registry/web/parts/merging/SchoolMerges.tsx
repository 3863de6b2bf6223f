import { AskOnce, Button, Callout, Empty, Row, Rows, Section, showToast, Tag, Waiting } from '@school/ui'
import { ask, dayDigits, fullName, keyOf, Loaded, problemText, ProblemError, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { confirmMerge, listDoubles, listMerges, undoMerge, withdrawMerge, type DoublePair, type Merge } from '../../../contract/merging.ts'
import { getSchool } from '../../../contract/schools.ts'
import css from '../Places.module.css'
import { useSchoolId } from '../use-school.ts'
import { useT } from '../words.ts'
import { LookDialog } from './LookDialog.tsx'
import { MergeCompare } from './MergeCompare.tsx'
import { MergeRow, type MergeAct } from './MergeRow.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'

/** Pairs that look like one person; each leads to the comparison. */
export function Doubles() {
  const t = useT()
  const to = useTo()
  const [compared, compare] = useState<DoublePair | null>(null)
  const doubles = useQuery(ask(listDoubles, { params: { schoolId: useSchoolId() } }))
  const placesOf = (pair: DoublePair) => [pair.kept, pair.gone].map((side) => side.places.map((one) => `${one.schoolName}: ${t.doubles.relations[one.relation]}`).join(', ') || t.doubles.nowhere).join(' · ')
  return (
    <Section title={t.doubles.suspected} {...(doubles.data ? { count: doubles.data.length } : {})}>
      <Loaded query={doubles} waiting={<Waiting rows={4} />}>
        {(pairs) => pairs.length === 0 ? <Empty compact>{t.doubles.noPairs}</Empty> : (
          <Rows label={t.doubles.suspected}>
            {pairs.map((pair) => (
              <Row key={`${pair.kept.id} ${pair.gone.id}`} top title={<a className="link" href={to(`/people/${(pair.kept.own ? pair.kept : pair.gone).id}`)}>{fullName(pair.kept.middleName ? pair.kept : pair.gone)}</a>}
                sub={<>{dayDigits(pair.kept.birthDate)} · {placesOf(pair)}{pair.obstacles.length > 0 ? <><br />{pair.obstacles.map((one) => t.doubles.obstacles[one]).join(' ')}</> : null}</>}
                end={<span className={css.acts}>{pair.mergeId ? <Tag tone="info">{t.doubles.states.asked}</Tag> : <Button size="sm" onClick={() => compare(pair)}>{t.doubles.compareAct}</Button>}</span>} />
            ))}
          </Rows>
        )}
      </Loaded>
      {compared ? <ProposeDialog personId={compared.kept.id} otherId={compared.gone.id} onClose={() => compare(null)} /> : null}
    </Section>
  )
}

/** Merges that concern the school, with the second step where it is the school's own. */
export function SchoolMerges() {
  const t = useT()
  const schoolId = useSchoolId()
  const [chosen, choose] = useState<{ merge: Merge; act: MergeAct } | null>(null)
  const school = useQuery(ask(getSchool, { params: { schoolId } }))
  const merges = useQuery(ask(listMerges, { params: { schoolId } }))
  const close = () => choose(null)
  const stale = () => [keyOf(listMerges, { params: { schoolId } }), keyOf(listDoubles, { params: { schoolId } })]
  const done = (text: string) => () => { showToast({ text, tone: 'ok' }); close() }
  const confirm = useCommand(confirmMerge, { stale, onDone: done(t.doubles.merged) })
  const withdraw = useCommand(withdrawMerge, { stale, onDone: done(t.doubles.withdrawn) })
  const undo = useCommand(undoMerge, { stale, onDone: done(t.doubles.parted) })
  const problem = confirm.error ?? withdraw.error
  const params = { schoolId, id: chosen?.merge.id ?? '' }
  return (
    <Section title={t.doubles.merges} {...(merges.data ? { count: merges.data.length } : {})}>
      <Loaded query={merges} waiting={<Waiting rows={3} />}>
        {(rows) => rows.length === 0 ? <Empty compact>{t.doubles.noMerges}</Empty> : (
          <Rows label={t.doubles.merges}>{rows.map((merge) => <MergeRow key={merge.id} merge={merge} zone={school.data?.timeZone ?? 'Europe/Moscow'} onAct={(act) => { confirm.reset(); withdraw.reset(); choose({ merge, act }) }} />)}</Rows>
        )}
      </Loaded>
      {chosen?.act === 'confirm' ? (
        <AskOnce open onClose={close} title={t.doubles.confirmTitle} act={t.doubles.confirm} cancel={t.cancel} busy={confirm.isPending} onAct={() => confirm.mutate({ params })}>
          {problem instanceof ProblemError ? <Callout tone="bad" title={problemText(problem.code, problem.details)} /> : null}
          <MergeCompare kept={chosen.merge.kept} gone={chosen.merge.gone} />
          <p className="muted">{t.doubles.effect} {chosen.merge.closes > 0 ? t.doubles.closes(chosen.merge.closes) : ''}</p>
        </AskOnce>
      ) : null}
      {chosen?.act === 'withdraw' ? (
        <AskOnce open onClose={close} title={t.doubles.withdrawTitle} act={t.doubles.withdraw} cancel={t.cancel} busy={withdraw.isPending} onAct={() => withdraw.mutate({ params })}>
          {problem instanceof ProblemError ? <Callout tone="bad" title={problemText(problem.code, problem.details)} /> : null}
          <p>{fullName(chosen.merge.kept)}</p>
        </AskOnce>
      ) : null}
      {chosen?.act === 'undo' ? <UndoDialog busy={undo.isPending} problem={undo.error} onClose={close} onAct={(reason) => undo.mutate({ params, body: { reason } })} /> : null}
      {chosen?.act === 'look' ? <LookDialog merge={chosen.merge} onClose={close} /> : null}
    </Section>
  )
}

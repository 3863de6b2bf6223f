import { Button, DateField, Dialog, Form, SelectField, showToast, SideBySide, TextField } from '@school/ui'
import { dayText, keyOf, listName, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { getClassPromotion, putClassPromotion, type ClassPromotion, type Decision } from '../../../contract/index.ts'
import { usePromotionWords } from './words.ts'

type Pupil = ClassPromotion['students'][number]
interface Draft { decision: Decision | 'proposed'; work: '' | 'pass' | 'fail'; protocolNumber: string; protocolDate: string; orderNumber: string; orderDate: string; firstDue: string; secondDue: string; familyChoice: string; note: string }
interface Decided extends Pupil { readonly decision: Decision }
interface Props { schoolId: string; page: ClassPromotion; chosen: readonly Pupil[]; onClose: () => void; onDone: () => void }

const byFamily: readonly Decision[] = ['repeat', 'adapted', 'individual']

/** The work of this council decides what is proposed in grades 9 and 11. */
function decisionOf(page: ClassPromotion, { decision, work }: Draft, one: Pupil): Decision | null {
  if (decision !== 'proposed') return decision
  const judged = page.kind === 'admission' && work !== '' && one.by !== 'marksMissing' && one.by !== 'debtsOver'
  return judged ? (work === 'pass' ? 'admitted' : 'notAdmitted') : one.proposed
}

/** What the council decided, written in two steps: first what and by which papers, then a look at every name. */
export function CouncilDialog({ schoolId, page, chosen, onClose, onDone }: Props) {
  const t = usePromotionWords()
  const [checking, setChecking] = useState(false)
  const [draft, setDraft] = useState<Draft>({ decision: 'proposed', work: '', protocolNumber: '', protocolDate: page.today, orderNumber: '', orderDate: '', firstDue: `${page.year + 1}-10-31`, secondDue: `${page.year + 2}-05-31`, familyChoice: '', note: '' })
  const decided = chosen.flatMap((one): Decided[] => { const decision = decisionOf(page, draft, one); return decision ? [{ ...one, decision }] : [] })
  const put = useCommand(putClassPromotion, {
    stale: () => [keyOf(getClassPromotion, { params: { schoolId, classId: page.classId } })], onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
    onDone: ({ outcomes }) => {
      const refused = outcomes.flatMap((one) => one.kept ? [] : [`${listName(chosen.find((of) => of.student.id === one.studentId)!.student)}: ${problemText(one.code, {})}`])
      if (outcomes.length > refused.length) showToast({ tone: 'ok', text: t.written(outcomes.length - refused.length) })
      if (refused.length > 0) showToast({ tone: 'bad', text: `${t.refused(refused.length)}. ${refused.slice(0, 3).join('; ')}` })
      onDone()
    },
  })
  const send = () => put.mutate({ params: { schoolId, classId: page.classId }, body: {
    ops: decided.map((one) => ({ studentId: one.student.id, decision: one.decision, basedOn: one.now?.revision ?? null, ...(draft.note.trim() ? { note: draft.note.trim() } : {}), ...(byFamily.includes(one.decision) ? { familyChoiceOn: draft.familyChoice } : {}), ...(draft.work === '' ? {} : { admissionWork: draft.work }) })),
    protocol: { number: draft.protocolNumber.trim(), date: draft.protocolDate }, ...(draft.orderNumber.trim() ? { order: { number: draft.orderNumber.trim(), date: draft.orderDate } } : {}), ...(decided.some((one) => one.decision === 'conditional') ? { firstDue: draft.firstDue, secondDue: draft.secondDue } : {}),
  } })
  return (
    <Dialog open wide onClose={onClose} title={t.ask}>
      <p className="muted small">{t.step(checking ? 2 : 1)}</p>
      {checking ? <Check {...{ page, draft, decided }} skipped={chosen.length - decided.length} busy={put.isPending} onBack={() => setChecking(false)} onSend={send} />
        : <Papers {...{ page, draft, decided, onClose }} set={(part) => setDraft({ ...draft, ...part })} onNext={() => setChecking(true)} />}
    </Dialog>
  )
}

interface PapersProps { page: ClassPromotion; draft: Draft; decided: readonly Decided[]; set: (part: Partial<Draft>) => void; onClose: () => void; onNext: () => void }

function Papers({ page, draft, decided, set, onClose, onNext }: PapersProps) {
  const t = usePromotionWords()
  const conditional = decided.some((one) => one.decision === 'conditional')
  const family = decided.some((one) => byFamily.includes(one.decision))
  const ready = decided.length > 0 && draft.protocolNumber.trim() !== '' && draft.protocolDate !== '' && (draft.orderNumber.trim() === '') === (draft.orderDate === '') && (!family || draft.familyChoice !== '') && (!conditional || draft.secondDue >= draft.firstDue)
  return (
    <Form onSubmit={() => { if (ready) onNext() }} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" disabled={!ready}>{t.next}</Button></>}>
      <SelectField label={t.what} value={draft.decision} onChange={(decision) => set({ decision: decision as Decision })} options={[{ value: 'proposed', label: t.asProposed }, ...page.decisions.map((value) => ({ value, label: t.decisions[value] }))]} />
      {page.kind === 'admission' ? <SelectField label={t.work} value={draft.work} onChange={(work) => set({ work: work as 'pass' })} options={(['', 'pass', 'fail'] as const).map((value) => ({ value, label: t.works[value] }))} /> : null}
      <SideBySide><TextField label={t.protocolNumber} value={draft.protocolNumber} maxLength={40} required onChange={(protocolNumber) => set({ protocolNumber })} /><DateField label={t.protocolDate} value={draft.protocolDate} required onChange={(protocolDate) => set({ protocolDate })} /></SideBySide>
      <SideBySide><TextField label={t.orderNumber} hint={t.later} value={draft.orderNumber} maxLength={40} optional onChange={(orderNumber) => set({ orderNumber })} /><DateField label={t.orderDate} value={draft.orderDate} optional onChange={(orderDate) => set({ orderDate })} /></SideBySide>
      {conditional ? <SideBySide><DateField label={t.firstDue} value={draft.firstDue} required onChange={(firstDue) => set({ firstDue })} /><DateField label={t.secondDue} value={draft.secondDue} required onChange={(secondDue) => set({ secondDue })} /></SideBySide> : null}
      {family ? <DateField label={t.familyChoice} hint={t.familyNote} value={draft.familyChoice} required onChange={(familyChoice) => set({ familyChoice })} /> : null}
      <TextField label={t.note} value={draft.note} maxLength={300} optional onChange={(note) => set({ note })} />
    </Form>
  )
}

interface CheckProps { page: ClassPromotion; draft: Draft; decided: readonly Decided[]; skipped: number; busy: boolean; onBack: () => void; onSend: () => void }

function Check({ page, draft, decided, skipped, busy, onBack, onSend }: CheckProps) {
  const t = usePromotionWords()
  const names = (decision: Decision) => decided.filter((one) => one.decision === decision).map((one) => listName(one.student))
  return (
    <Form onSubmit={onSend} foot={<><Button onClick={onBack}>{t.back}</Button><Button look="primary" type="submit" busy={busy}>{t.confirm}</Button></>}>
      <p>{t.paper(draft.protocolNumber, dayText(draft.protocolDate))}</p>
      {page.decisions.filter((decision) => names(decision).length > 0).map((decision) => <div key={decision}><b>{t.decisions[decision]}: {names(decision).length}</b><p>{names(decision).join('; ')}</p></div>)}
      {skipped > 0 ? <p className="muted">{t.skipped(skipped)}</p> : null}
      <p className="muted small">{t.confirmText}</p>
    </Form>
  )
}

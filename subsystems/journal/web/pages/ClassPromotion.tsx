import { Button, DataTable, Empty, PageBody, PageHeader, PrintButton, StatusWord, Waiting } from '@school/ui'
import { ask, dayText, listName, Loaded, useContextOfPage, useQuery } from '@school/web'
import { useState } from 'react'
import { getClassPromotion, type ClassPromotion as Page, type Decision } from '../../contract/index.ts'
import { CouncilDialog } from '../parts/promotion/late-council.ts'
import { Debts } from '../parts/promotion/late-debts.ts'
import css from '../parts/promotion/Promotion.module.css'
import { usePromotionWords } from '../parts/promotion/words.ts'

type Pupil = Page['students'][number]

/** The end of a year for a class: what the rule proposes, what the council decided, which failed years are to be made good. */
export default function ClassPromotion({ classId }: { classId: string }) {
  const { schoolId } = useContextOfPage()
  const query = useQuery(ask(getClassPromotion, { params: { schoolId: schoolId ?? '', classId } }))
  return <PageBody><Loaded query={query} waiting={<Waiting title rows={14} height={44} />}>{(page) => <Opened page={page} schoolId={schoolId ?? ''} />}</Loaded></PageBody>
}

const tones: Partial<Record<Decision, 'ok' | 'warn' | 'bad' | 'mute'>> = { promoted: 'ok', admitted: 'ok', finished: 'ok', conditional: 'warn', notAdmitted: 'bad' }

function Opened({ page, schoolId }: { page: Page; schoolId: string }) {
  const t = usePromotionWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const picked = page.students.filter((one) => chosen.has(one.student.id))
  const names = new Map(page.students.map((one) => [one.student.id, listName(one.student)]))
  const resultOf = (one: Pupil) => one.debts.length > 0 ? one.debts.map((debt) => `${debt.subject.shortName}: ${t.values[debt.value] ?? debt.value}`).join(', ') : one.missing.length > 0 && one.by !== 'noMarksInGrade' ? t.missing(one.missing) : t.by[one.by]
  const papersOf = ({ now }: Pupil) => now ? [t.paper(now.protocol.number, dayText(now.protocol.date)), now.order ? t.order(now.order.number, dayText(now.order.date)) : '', now.note].filter(Boolean).join(', ') : ''
  return (
    <>
      <PageHeader title={t.title[page.kind](page.className)} sub={[t.year(page.year), page.rule?.title ?? t.noRule].join('. ')} actions={<><PrintButton />{page.can.put ? <Button look="primary" disabled={picked.length === 0} onClick={() => setAsking(true)}>{t.act(picked.length)}</Button> : null}</>} />
      {page.can.put && picked.length === 0 ? <p className="muted small no-print">{t.choose}</p> : null}
      <DataTable<Pupil> caption={t.title[page.kind](page.className)} rows={page.students} rowKey={(one) => one.student.id} empty={<Empty>{t.none}</Empty>} rowLabel={(one) => listName(one.student)}
        {...(page.can.put ? { selected: chosen, onSelect: setChosen } : {})}
        columns={[
          { key: 'pupil', head: t.pupil, names: true, cell: (one) => listName(one.student) },
          { key: 'result', head: t.result, hidePhone: true, cell: resultOf },
          { key: 'proposal', head: t.proposal, cell: (one) => one.proposed ? t.decisions[one.proposed] : one.by === 'debtsOver' ? t.byCouncil : <span className="muted">{t.by[one.by]}</span> },
          { key: 'decision', head: t.decision, cell: (one) => one.now ? <><StatusWord tone={tones[one.now.decision] ?? 'mute'}>{t.decisions[one.now.decision]}</StatusWord><div className="muted small">{papersOf(one)}</div></> : '—' },
        ]} />
      {page.debts.length > 0 ? <Debts schoolId={schoolId} debts={page.debts} today={page.today} nameOf={(id) => names.get(id) ?? ''} may={page.can.put} /> : null}
      <footer className={css.signs}><p>{t.chair} ______________________</p><p>{t.secretary} ______________________</p></footer>
      {asking ? <CouncilDialog schoolId={schoolId} page={page} chosen={picked} onClose={() => setAsking(false)} onDone={() => { setAsking(false); setChosen(new Set()) }} /> : null}
    </>
  )
}

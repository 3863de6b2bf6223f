import { Dialog, Empty, MarkTile, NumberButton, PageBody, Waiting } from '@school/ui'
import { ask, dayText, decimal, Loaded, useQuery } from '@school/web'
import { useState } from 'react'
import { getStudentFinals, type FinalKind, type StudentFinals } from '../../contract/index.ts'
import marksCss from '../parts/diary-marks/Marks.module.css'
import { DiaryBar } from '../parts/diary-week/DiaryBar.tsx'
import { usePupil } from '../parts/diary-week/words.ts'
import { FinalCard } from '../parts/finals/late-card.ts'
import { finalFigure } from '../parts/finals/figures.ts'
import { useFinalWords } from '../parts/finals/words.ts'
import css from '../parts/finals/Finals.module.css'
import { Debts } from '../parts/promotion/late-debts.ts'
import { usePromotionWords } from '../parts/promotion/words.ts'

type Subject = StudentFinals['subjects'][number]
interface Open { readonly subject: Subject; readonly kind: FinalKind; readonly periodId: string | null }

/** What was given for quarters and the year, and where the quarter of today stands. */
export function DiaryFinals({ studentId: named }: { studentId?: string }) {
  const t = useFinalWords()
  const { schoolId, studentId, view } = usePupil(named)
  const council = usePromotionWords()
  const [open, setOpen] = useState<Open | null>(null)
  const found = useQuery(ask(getStudentFinals, { params: { schoolId, studentId } }))
  return (
    <PageBody flush>
      <DiaryBar view="finals" title={t.diary.title} sub={found.data ? `${found.data.year}/${String((found.data.year + 1) % 100).padStart(2, '0')}` : ''} address={view} />
      <div className={marksCss.under}>
        <Loaded query={found} waiting={<Waiting rows={12} height={40} />}>
          {(data) => (
            <>
              {data.promotion ? <p><b>{council.decisions[data.promotion.decision as 'promoted']}</b> <span className="muted">{[t.diary.decision(data.promotion.protocolNumber, dayText(data.promotion.protocolDate)), data.promotion.note].filter(Boolean).join('. ')}</span></p> : null}
              {data.debts.length > 0 ? <Debts schoolId={schoolId} debts={data.debts} today={data.today} may={false} /> : null}
              {data.subjects.length === 0 ? <Empty>{t.diary.none}</Empty> : <Table data={data} onOpen={setOpen} />}
            </>
          )}
        </Loaded>
      </div>
      {open ? <Dialog open wide onClose={() => setOpen(null)} title={open.subject.subject.name}><FinalCard schoolId={schoolId} courseId={open.subject.courseId} studentId={studentId} kind={open.kind} periodId={open.periodId} name={open.subject.subject.name} /></Dialog> : null}
    </PageBody>
  )
}

function Table({ data, onOpen }: { data: StudentFinals; onOpen: (open: Open) => void }) {
  const t = useFinalWords()
  const columns = [...data.periods.map((period) => ({ key: period.id, name: period.name, kind: 'period' as const, periodId: period.id })), ...data.kinds.map((kind) => ({ key: kind, name: t.kinds[kind], kind, periodId: null }))]
  const current = data.periods.find((period) => period.starts <= data.today && period.ends >= data.today)
  return (
    <div className={css.box}>
      <table className={css.table}>
        <caption className="only-spoken">{t.diary.title}</caption>
        <thead><tr><th scope="col">{t.diary.subject}</th>{columns.map((column) => <th key={column.key} scope="col" className={column.periodId !== null && column.periodId === current?.id ? css.chosen : undefined}>{column.name}</th>)}</tr></thead>
        <tbody>{data.subjects.map((one) => (
          <tr key={one.subject.id}>
            <th scope="row">{one.subject.name}</th>
            {columns.map((column) => {
              const mark = one.marks.find((of) => of.kind === column.kind && of.periodId === column.periodId)
              const now = column.periodId !== null && column.periodId === current?.id && !mark ? one.current : null
              const openIt = () => onOpen({ subject: one, kind: column.kind, periodId: column.periodId })
              return (
                <td key={column.key} className={column.periodId !== null && column.periodId === current?.id ? css.chosen : undefined}>
                  {mark ? <button type="button" className={css.cell} aria-label={t.cell(one.subject.name, column.name, [t.names[mark.value] ?? mark.value, mark.corrected ? t.diary.corrected : ''].filter(Boolean).join(', '), '', '')} onClick={openIt}><MarkTile silent value={finalFigure(t, mark.value)} /></button>
                    : now?.average ? <NumberButton aria-label={`${one.subject.name}, ${t.diary.now}: ${decimal(Number(now.average))}`} onClick={openIt}>{decimal(Number(now.average))}</NumberButton> : <span className="faint" aria-hidden="true">—</span>}
                </td>
              )
            })}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

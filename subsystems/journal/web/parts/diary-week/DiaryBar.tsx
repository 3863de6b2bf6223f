import { PrintButton, Segmented } from '@school/ui'
import { useAddress, useMessages } from '@school/web'
import { useEffect, type ReactNode } from 'react'
import type { ru } from '../../messages/ru.ts'
import css from './DiaryBar.module.css'

const paths = { week: '', marks: '/marks', finals: '/finals', absences: '/absences', missing: '/missing' } as const
type View = keyof typeof paths
interface Props { view: View; title: string; sub: string; address: (path: string) => string; children?: ReactNode }

/** The head of every view of the diary: what is shown, the acts of the view, the way to the other views and to paper. */
export function DiaryBar({ view, title, sub, address, children }: Props) {
  const { diary: t, finals, product } = useMessages<typeof ru>('journal')
  const [, go] = useAddress()
  useEffect(() => { document.title = `${view === 'week' ? t.title : title} — ${product}` }, [view, title, t.title, product])
  return (
    <header className={css.bar}>
      <h1 tabIndex={-1}>{title}</h1>
      <p>{sub}</p>
      <div className={`${css.acts} no-print`}>{children}</div>
      <div className={`${css.views} no-print`}>
        <Segmented label={t.views} value={view} onChange={(next) => go(address(paths[next as View]))} options={[{ value: 'week', label: t.week }, { value: 'marks', label: t.marks }, { value: 'finals', label: finals.diary.title }, { value: 'absences', label: t.missedLessons }, { value: 'missing', label: t.missing.title }]} />
        <span className="only-wide"><PrintButton /></span>
      </div>
    </header>
  )
}

import { Button, IconButton, IconPlus, IconTrash, Menu } from '@school/ui'
import { useMessages } from '@school/web'
import type { ReactNode } from 'react'
import type { WorkType } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Lesson.module.css'

interface Shown { readonly id: string; readonly name: string; readonly weight: number }
interface Props { /** From when families see the marks of a work, and how to say it. */ visible?: (workId: string) => ReactNode; works: readonly Shown[]; types: readonly WorkType[]; canAdd: boolean; onAdd: (type: WorkType) => void; onRemove?: (workId: string) => void }

/** The works of a lesson with their weights. */
export function WorksList({ visible, works, types, canAdd, onAdd, onRemove }: Props) {
  const t = useMessages<typeof ru>('journal')
  return (
    <section className={css.block}>
      <h3>{t.works.title}</h3>
      {works.length > 0 ? <ul className={css.works}>{works.map((work) => <li key={work.id}><span>{work.name}{visible?.(work.id)}</span><span>{t.works.weight(work.weight)}{canAdd && onRemove ? <IconButton label={t.works.remove(work.name)} onClick={() => onRemove(work.id)}><IconTrash size={18} /></IconButton> : null}</span></li>)}</ul> : <p className="muted small">{t.works.none}</p>}
      {canAdd ? <Menu label={t.works.add} width={260} items={types.filter((type) => !type.archived).map((type) => ({ label: type.name, note: t.works.weight(type.weight), onSelect: () => onAdd(type) }))}
        trigger={(props) => <Button size="sm" look="text" flush icon={<IconPlus size={18} />} {...props}>{t.works.add}</Button>} /> : null}
    </section>
  )
}

import { Tabs } from '@school/ui'
import { useCan, useTo } from '@school/web'
import css from './Places.module.css'
import { useT } from './words.ts'

type Key = 'people' | 'classes' | 'subjects' | 'school'

/** The sections of management in a school, each with its own address. */
export function ManageTabs({ at }: { at: Key }) {
  const t = useT()
  const to = useTo()
  const office = useCan(['registry.person.history'])
  if (!office) return null
  const items: { key: Key; label: string }[] = [{ key: 'people', label: t.people }, { key: 'classes', label: t.classesAndGroups }, { key: 'subjects', label: t.subjectsAndRooms }, { key: 'school', label: t.mySchool }]
  return <div className={css.tabs}><Tabs label={t.manage} value={at} items={items.map((item) => ({ ...item, href: to(`/manage/${item.key}`) }))} /></div>
}

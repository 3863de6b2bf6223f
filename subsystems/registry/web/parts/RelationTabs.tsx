import { Segmented } from '@school/ui'
import type { Relation } from '../../contract/people.ts'
import { useT } from './words.ts'

/** Which of the three lists is shown. */
export function RelationTabs({ value, onChange }: { value: Relation; onChange: (value: Relation) => void }) {
  const t = useT()
  return <Segmented label={t.who} value={value} onChange={(next) => onChange(next as Relation)} options={[{ value: 'staff', label: t.staff }, { value: 'pupil', label: t.pupils }, { value: 'guardian', label: t.guardians }]} />
}

import { listClassNames } from '@school/registry/contract'
import { SelectField } from '@school/ui'
import { ask, useQuery } from '@school/web'
import { useT } from './words.ts'

/** One of the school's classes of this year; helps the school, decides nothing. */
export function ClassField({ schoolId, value, onChange }: { schoolId: string; value: string; onChange: (id: string) => void }) {
  const t = useT()
  const classes = useQuery(ask(listClassNames, { params: { schoolId } }))
  return <SelectField label={t.class} optional placeholder={t.unknownClass} value={value} onChange={onChange} options={(classes.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />
}

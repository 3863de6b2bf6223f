import { SelectField } from '@school/ui'
import { ask, useQuery } from '@school/web'
import { listClasses } from '../../contract/classes.ts'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

interface Props { label: string; value: string; onChange: (classId: string) => void; error?: string | null; without?: string }

/** One of the classes of this school year. */
export function ClassSelect({ label, value, onChange, error, without }: Props) {
  const t = useT()
  const classes = useQuery(ask(listClasses, { params: { schoolId: useSchoolId() } }))
  const options = (classes.data ?? []).filter((one) => one.closedOn === null && one.id !== without).map(({ id, name }) => ({ value: id, label: name }))
  return <SelectField label={label} required value={value} onChange={onChange} error={error} placeholder={t.chooseClass} options={options} />
}

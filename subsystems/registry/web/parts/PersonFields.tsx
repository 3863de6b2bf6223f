import { normalSnils, printSnils, whySnilsWrong } from '@school/contract'
import { DateField, SelectField, SideBySide, TextField } from '@school/ui'
import type { PersonData } from '../../contract/shapes.ts'
import { errorOf } from './ActDialog.tsx'
import { useT } from './words.ts'

export interface PersonDraft { readonly lastName: string; readonly firstName: string; readonly middleName: string; readonly birthDate: string; readonly gender: string; readonly snils: string; readonly email: string; readonly phone: string }
export const emptyPerson: PersonDraft = { lastName: '', firstName: '', middleName: '', birthDate: '', gender: '', snils: '', email: '', phone: '' }

export const draftOf = (person: { lastName: string; firstName: string; middleName: string | null; birthDate: string | null; gender: string | null; snils: string | null; email: string | null; phone: string | null }): PersonDraft => ({
  lastName: person.lastName, firstName: person.firstName, middleName: person.middleName ?? '', birthDate: person.birthDate ?? '', gender: person.gender ?? '', snils: person.snils ? printSnils(person.snils) : '', email: person.email ?? '', phone: person.phone ?? '',
})

/** The draft as the server takes it. */
export const dataOf = (draft: PersonDraft): PersonData => ({
  ...draft, middleName: draft.middleName.trim() || null, gender: draft.gender === 'M' ? 'M' : 'F', snils: draft.snils.trim() || null, email: draft.email.trim() || null, phone: draft.phone.trim() || null,
})

export const isComplete = (draft: PersonDraft) => Boolean(draft.lastName.trim() && draft.firstName.trim() && draft.birthDate && draft.gender) && (draft.snils.trim() === '' || whySnilsWrong(draft.snils) === null)

interface Props { draft: PersonDraft; onChange: (draft: PersonDraft) => void; problem?: unknown; tried: boolean }

/** Who somebody is: names, birth date, СНИЛС checked while it is typed, contacts. */
export function PersonFields({ draft, onChange, problem, tried }: Props) {
  const t = useT()
  const set = (field: keyof PersonDraft) => (value: string) => onChange({ ...draft, [field]: value })
  const missing = (field: keyof PersonDraft) => (tried && !draft[field].trim() ? t.required : null)
  const digits = normalSnils(draft.snils)
  const fault = digits.length >= 11 ? whySnilsWrong(digits) : tried && digits.length > 0 ? 'length' : null
  return (
    <>
      <TextField label={t.lastName} required value={draft.lastName} onChange={set('lastName')} error={missing('lastName')} autoComplete="off" />
      <SideBySide>
        <TextField label={t.firstName} required value={draft.firstName} onChange={set('firstName')} error={missing('firstName')} autoComplete="off" />
        <TextField label={t.middleName} optional value={draft.middleName} onChange={set('middleName')} autoComplete="off" />
      </SideBySide>
      <SideBySide>
        <DateField label={t.birthDate} required value={draft.birthDate} onChange={set('birthDate')} error={missing('birthDate') ?? errorOf(problem, 'birthDate')} />
        <SelectField label={t.gender} required value={draft.gender} onChange={set('gender')} error={missing('gender')} placeholder="" options={[{ value: 'F', label: t.female }, { value: 'M', label: t.male }]} />
      </SideBySide>
      <TextField label={t.snils} optional inputMode="numeric" placeholder="000-000-000 00" value={draft.snils} onChange={set('snils')} onBlur={() => set('snils')(printSnils(draft.snils))}
        hint={digits.length === 11 && fault === null ? t.right : t.snilsHint} error={fault ? t.fault(fault) : errorOf(problem, 'snils')} />
      <SideBySide>
        <TextField label={t.phone} optional type="tel" value={draft.phone} onChange={set('phone')} />
        <TextField label={t.email} optional type="email" value={draft.email} onChange={set('email')} />
      </SideBySide>
    </>
  )
}

import { whySnilsWrong } from '@school/contract'
import { Button, DateField, Form, RadioGroup, SelectField, SideBySide, TextField } from '@school/ui'
import { ask, useQuery } from '@school/web'
import { useState } from 'react'
import { listKids, type Wish } from '../../contract/requests.ts'
import { ClassField } from './ClassField.tsx'
import { useT } from './words.ts'

type Child = Extract<Wish, { kind: 'child' }>['child']
const bases = ['parent', 'adopter', 'guardian', 'custodian', 'representative'] as const
const blank = { lastName: '', firstName: '', middleName: '', birthDate: '', snils: '' }
type Typed = typeof blank

/** A child of the account, or the data of one whom the account does not know. */
export function ChildForm({ schoolId, kidOid, busy, onSubmit }: { schoolId: string; kidOid: string; busy: boolean; onSubmit: (child: Child) => void }) {
  const t = useT()
  const kids = (useQuery(ask(listKids, {})).data ?? []).filter((kid) => kid.oid !== null && kid.state === 'free')
  const [picked, setPicked] = useState<string | null>(kidOid || null)
  const chosen = picked ?? kids[0]?.oid ?? 'typed'
  const [typed, setTyped] = useState(blank)
  const [basis, setBasis] = useState<Child['basis']>('parent')
  const [classId, setClass] = useState('')
  const [tried, setTried] = useState(false)
  const kid = kids.find((one) => one.oid === chosen)
  const wrong = kid ? {} : faultsOf(typed)
  const submit = () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    const named = kid ? { lastName: kid.lastName, firstName: kid.firstName, middleName: kid.middleName, birthDate: kid.birthDate ?? '2020-01-01', snils: null }
      : { ...typed, middleName: typed.middleName.trim() || null, snils: typed.snils.trim() || null }
    onSubmit({ child: named, kidOid: kid?.oid ?? null, basis, classId: classId || null })
  }
  return (
    <Form onSubmit={submit} foot={<Button look="primary" type="submit" busy={busy}>{t.sendRequest}</Button>}>
      {kids.length > 0 ? (
        <RadioGroup label={t.whichChild} value={chosen} onChange={setPicked}
          options={[...kids.map((one) => ({ value: one.oid!, label: [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' '), note: t.fromGosuslugi })), { value: 'typed', label: t.otherChild, note: t.otherChildNote }]} />
      ) : <p className="muted">{t.noKidsInAccount}</p>}
      {kid ? null : <TypedFields typed={typed} setTyped={setTyped} wrong={tried ? wrong : {}} />}
      <SelectField label={t.basis} value={basis} onChange={(value) => setBasis(value as Child['basis'])} options={bases.map((value) => ({ value, label: t.bases[value] }))} hint={basis === 'parent' ? null : t.basisHint} />
      <ClassField schoolId={schoolId} value={classId} onChange={setClass} />
    </Form>
  )
}

type Faults = Partial<Record<keyof Typed, true>>
function faultsOf(typed: Typed): Faults {
  return {
    ...(typed.lastName.trim() ? {} : { lastName: true as const }), ...(typed.firstName.trim() ? {} : { firstName: true as const }),
    ...(typed.birthDate ? {} : { birthDate: true as const }), ...(typed.snils.trim() && whySnilsWrong(typed.snils) !== null ? { snils: true as const } : {}),
  }
}

function TypedFields({ typed, setTyped, wrong }: { typed: Typed; setTyped: (typed: Typed) => void; wrong: Faults }) {
  const t = useT()
  const put = (field: keyof Typed) => (value: string) => setTyped({ ...typed, [field]: value })
  return (
    <>
      <SideBySide>
        <TextField label={t.fields.lastName} value={typed.lastName} onChange={put('lastName')} required error={wrong.lastName ? t.needed : null} />
        <TextField label={t.fields.firstName} value={typed.firstName} onChange={put('firstName')} required error={wrong.firstName ? t.needed : null} />
      </SideBySide>
      <SideBySide>
        <TextField label={t.fields.middleName} value={typed.middleName} onChange={put('middleName')} optional />
        <DateField label={t.fields.birthDate} value={typed.birthDate} onChange={put('birthDate')} required error={wrong.birthDate ? t.needed : null} />
      </SideBySide>
      <TextField label={t.fields.snils} value={typed.snils} onChange={put('snils')} inputMode="numeric" hint={t.snilsHint} error={wrong.snils ? t.snilsWrong : null} optional />
    </>
  )
}

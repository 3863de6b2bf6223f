import { normalInn, normalKpp, normalOgrn, whyInnWrong, whyKppWrong, whyOgrnWrong } from '@school/contract'
import { Button, Callout, Form, RadioGroup, SideBySide, TextField } from '@school/ui'
import { ProblemError, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { putSchool, type School } from '../../contract/schools.ts'
import { errorOf } from './ActDialog.tsx'
import { useT } from './words.ts'

interface Draft { kind: 'school' | 'college'; fullName: string; shortName: string; ogrn: string; inn: string; kpp: string; address: string; phone: string; email: string }
interface Props { regionId: string; municipalityId: string; id: string; known: School | null; onDone: (school: School) => void; onCancel: () => void }

const fullLength = { ogrn: 13, inn: 10, kpp: 9 }
const faultOf = (field: keyof typeof fullLength, text: string) => field === 'ogrn' ? (normalOgrn(text).length === 15 ? 'length' : whyOgrnWrong(text)) : field === 'inn' ? whyInnWrong(text, 'organisation') : whyKppWrong(text)
const signsOf = { ogrn: normalOgrn, inn: normalInn, kpp: normalKpp }
const blank: Draft = { kind: 'school', fullName: '', shortName: '', ogrn: '', inn: '', kpp: '', address: '', phone: '', email: '' }

/** Opens a school or corrects its registration; each number is checked while it is typed. */
export function SchoolForm({ regionId, municipalityId, id, known, onDone, onCancel }: Props) {
  const t = useT()
  const [draft, setDraft] = useState<Draft>(known ?? blank)
  const [tried, setTried] = useState(false)
  const put = useCommand(putSchool, { onDone })
  const set = (field: keyof Draft) => (value: string) => setDraft({ ...draft, [field]: value })
  const identifier = (field: keyof typeof fullLength) => {
    const fault = faultOf(field, draft[field])
    const complete = signsOf[field](draft[field]).length >= fullLength[field]
    return { value: draft[field], onChange: set(field), hint: fault === null ? (field === 'kpp' ? t.kppRight : t.right) : t[`${field}Hint`], error: fault !== null && (complete || tried) ? t.fault(fault) : errorOf(put.error, field) }
  }
  const missing = (field: 'fullName' | 'shortName', least: number) => tried && draft[field].trim().length < least ? t.required : null
  const act = () => {
    setTried(true)
    const right = (['ogrn', 'inn', 'kpp'] as const).every((field) => faultOf(field, draft[field]) === null) && draft.fullName.trim().length > 2 && draft.shortName.trim().length > 1
    const { kind, fullName, shortName, ogrn, inn, kpp, address, phone, email } = draft
    if (right) put.mutate({ params: { regionId, municipalityId, id }, body: { kind, fullName, shortName, ogrn, inn, kpp, address, phone, email, basedOn: known?.revision ?? null } })
  }
  return (
    <Form onSubmit={act} foot={<><Button type="submit" look="primary" busy={put.isPending}>{known ? t.save : t.openSchool}</Button><Button onClick={onCancel}>{t.cancel}</Button></>}>
      {put.error instanceof ProblemError ? <Callout tone="bad" title={problemText(put.error.code, put.error.details)} /> : null}
      <RadioGroup inRow label={t.kind} value={draft.kind} onChange={(kind) => setDraft({ ...draft, kind: kind as Draft['kind'] })} options={[{ value: 'school', label: t.kinds.school }, { value: 'college', label: t.kinds.college }]} />
      <TextField label={t.fullName} required value={draft.fullName} onChange={set('fullName')} hint={t.fullNameHint} error={missing('fullName', 3)} />
      <TextField label={t.shortName} required value={draft.shortName} onChange={set('shortName')} hint={t.shortNameHint} error={missing('shortName', 2)} />
      <TextField label={t.ogrn} required inputMode="numeric" autoComplete="off" {...identifier('ogrn')} />
      <SideBySide>
        <TextField label={t.inn} required inputMode="numeric" autoComplete="off" {...identifier('inn')} />
        <TextField label={t.kpp} required autoComplete="off" {...identifier('kpp')} />
      </SideBySide>
      <TextField label={t.address} optional value={draft.address} onChange={set('address')} />
      <SideBySide>
        <TextField label={t.phone} optional type="tel" value={draft.phone} onChange={set('phone')} />
        <TextField label={t.email} optional type="email" value={draft.email} onChange={set('email')} />
      </SideBySide>
    </Form>
  )
}

import { newId, whySnilsWrong } from '@school/contract'
import { Button, DateField, Dialog, RadioGroup, SideBySide, TextField } from '@school/ui'
import { useState } from 'react'
import type { Appointee } from '../../contract/appointee.ts'
import { useT } from './words.ts'

const blank = { snils: '', lastName: '', firstName: '', middleName: '', birthDate: '', gender: '', basis: '' }
type Typed = typeof blank
interface Props { open: boolean; title: string; busy: boolean; onClose: () => void; onAct: (who: Appointee, basis: string) => void }

/** Whom to appoint: СНИЛС finds the person at their first sign-in; the order is the ground. */
export function AppointDialog({ open, title, busy, onClose, onAct }: Props) {
  const t = useT()
  const [typed, setTyped] = useState(blank)
  const [personId] = useState(newId)
  const [tried, setTried] = useState(false)
  const wrong = faultsOf(typed)
  const put = (field: keyof Typed) => (value: string) => setTyped({ ...typed, [field]: value })
  const error = (field: keyof Typed) => tried && wrong.has(field) ? field === 'snils' ? t.snilsWrong : t.needed : null
  const act = () => {
    setTried(true)
    if (wrong.size > 0) return
    const { basis, gender, middleName, ...rest } = typed
    onAct({ ...rest, personId, middleName: middleName.trim() || null, gender: gender as 'M' | 'F' }, basis)
  }
  return (
    <Dialog open={open} onClose={onClose} title={title} wide foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" busy={busy} onClick={act}>{t.appoint}</Button></>}>
      <div className="stack">
        <SideBySide>
          <TextField label={t.fields.snils} value={typed.snils} onChange={put('snils')} inputMode="numeric" hint={t.snilsFinds} error={error('snils')} required />
          <TextField label={t.basisOrder} value={typed.basis} onChange={put('basis')} hint={t.basisOrderHint} error={error('basis')} required />
        </SideBySide>
        <SideBySide>
          <TextField label={t.fields.lastName} value={typed.lastName} onChange={put('lastName')} error={error('lastName')} required />
          <TextField label={t.fields.firstName} value={typed.firstName} onChange={put('firstName')} error={error('firstName')} required />
        </SideBySide>
        <SideBySide>
          <TextField label={t.fields.middleName} value={typed.middleName} onChange={put('middleName')} optional />
          <DateField label={t.fields.birthDate} value={typed.birthDate} onChange={put('birthDate')} error={error('birthDate')} required />
        </SideBySide>
        <RadioGroup label={t.gender} inRow value={typed.gender} onChange={put('gender')} options={[{ value: 'F', label: t.female }, { value: 'M', label: t.male }]} error={error('gender')} />
      </div>
    </Dialog>
  )
}

function faultsOf(typed: Typed): Set<keyof Typed> {
  const faults = new Set<keyof Typed>()
  for (const field of ['lastName', 'firstName', 'birthDate', 'gender'] as const) if (typed[field].trim() === '') faults.add(field)
  if (whySnilsWrong(typed.snils) !== null) faults.add('snils')
  if (typed.basis.trim().length < 3) faults.add('basis')
  return faults
}

import { Button, Callout } from '@school/ui'
import { ask, dayDigits, fullName, useQuery } from '@school/web'
import { normalSnils, whySnilsWrong } from '@school/contract'
import { findAlike } from '../../contract/people.ts'
import type { PersonDraft } from './PersonFields.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

export interface Known { readonly id: string; readonly lastName: string; readonly firstName: string; readonly middleName: string | null }

/** Says that somebody of the school may be the one being entered, and offers to take that person. */
export function AlikeHint({ draft, onTake }: { draft: PersonDraft; onTake: (known: Known) => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const snils = whySnilsWrong(draft.snils) === null ? normalSnils(draft.snils) : undefined
  const enough = Boolean(draft.lastName.trim() && draft.firstName.trim() && (draft.birthDate || snils))
  const alike = useQuery({
    ...ask(findAlike, { params: { schoolId }, query: { lastName: draft.lastName.trim() || '-', firstName: draft.firstName.trim() || '-', ...(draft.birthDate ? { birthDate: draft.birthDate } : {}), ...(snils ? { snils } : {}) } }),
    enabled: enough, staleTime: 0, // somebody may have been entered a moment ago
  })
  const found = enough ? alike.data?.[0] : undefined
  if (!found) return null
  return (
    <Callout title={t.alikeTitle} action={<Button size="sm" onClick={() => onTake(found)}>{t.useThis}</Button>}>
      {fullName(found)}, {dayDigits(found.birthDate)}: {found.why === 'snils' ? t.alikeSnils : t.alikeName}
    </Callout>
  )
}

import { Button, Callout } from '@school/ui'
import { newId } from '@school/contract'
import { fullName } from '@school/web'
import { useState } from 'react'
import type { Who } from '../../contract/shapes.ts'
import { AlikeHint, type Known } from './AlikeHint.tsx'
import { dataOf, emptyPerson, isComplete, PersonFields, type PersonDraft } from './PersonFields.tsx'
import { useT } from './words.ts'

export interface WhoDraft { readonly id: string; readonly known: Known | null; readonly draft: PersonDraft }

/** Whom a form is about: someone new, or someone the school already knows. */
export const useWho = () => useState<WhoDraft>(() => ({ id: newId(), known: null, draft: emptyPerson }))
export const whoOf = ({ id, known, draft }: WhoDraft): Who => (known ? { personId: known.id, data: null } : { personId: id, data: dataOf(draft) })
export const isWhoComplete = ({ known, draft }: WhoDraft) => known !== null || isComplete(draft)

export function WhoFields({ who, onChange, problem, tried }: { who: WhoDraft; onChange: (who: WhoDraft) => void; problem?: unknown; tried: boolean }) {
  const t = useT()
  if (who.known) return <Callout tone="info" title={fullName(who.known)} action={<Button size="sm" onClick={() => onChange({ ...who, known: null })}>{t.another}</Button>}>{t.usingKnown}</Callout>
  return (
    <>
      <PersonFields draft={who.draft} onChange={(draft) => onChange({ ...who, draft })} problem={problem} tried={tried} />
      <AlikeHint draft={who.draft} onTake={(known) => onChange({ ...who, known })} />
    </>
  )
}

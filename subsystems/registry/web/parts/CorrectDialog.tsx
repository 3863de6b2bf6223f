import { showToast, TextField } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { correctPerson, getPerson, getPersonHistory, listPeople, type PersonCard } from '../../contract/people.ts'
import { ActDialog } from './ActDialog.tsx'
import { dataOf, draftOf, isComplete, PersonFields } from './PersonFields.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

/** Corrects the data of a person with a reason; the history keeps what was. */
export function CorrectDialog({ person, onClose }: { person: PersonCard; onClose: () => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [draft, setDraft] = useState(() => draftOf(person))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const params = { schoolId, personId: person.id }
  const put = useCommand(correctPerson, {
    stale: () => [keyOf(getPerson, { params }), keyOf(getPersonHistory, { params }), keyOf(listPeople, { params: { schoolId } })],
    onDone: () => { showToast({ text: t.saved, tone: 'ok' }); onClose() },
  })
  const act = () => { setTried(true); if (isComplete(draft)) put.mutate({ params, body: { ...dataOf(draft), reason, basedOn: person.revision } }) }
  return (
    <ActDialog open onClose={onClose} title={t.correct} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      <PersonFields draft={draft} onChange={setDraft} problem={put.error} tried={tried} />
      <TextField label={t.reason} optional value={reason} onChange={setReason} hint={t.reasonHint} />
    </ActDialog>
  )
}

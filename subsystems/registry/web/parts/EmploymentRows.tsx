import { Button, Row, Rows, showToast, Tag } from '@school/ui'
import { dayText, keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { endEmployment, type Employment } from '../../contract/employment.ts'
import { getPerson, listPeople, type PersonCard } from '../../contract/people.ts'
import { EndDialog } from './EndDialog.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

/** Where a person works here, with dismissal for whoever may. */
export function EmploymentRows({ person }: { person: PersonCard }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [ending, setEnding] = useState<Employment | null>(null)
  const end = useCommand(endEmployment, {
    stale: () => [keyOf(getPerson, { params: { schoolId, personId: person.id } }), keyOf(listPeople, { params: { schoolId } })],
    onDone: () => { showToast({ text: t.dismissed, tone: 'ok' }); setEnding(null) },
  })
  return (
    <>
      <Rows>
        {person.employments.map((one) => (
          <Row key={one.id} top title={one.position} sub={<>{t.roles[one.role]}, {t.since(dayText(one.validFrom))}{one.validTo ? ` ${t.until(dayText(one.validTo))}` : ''}</>}
            end={one.can.change ? <Button look="danger" size="sm" flush onClick={() => setEnding(one)}>{t.dismiss}</Button> : one.validTo ? <Tag>{t.closed}</Tag> : null} />
        ))}
      </Rows>
      {ending ? (
        <EndDialog title={`${t.dismiss}: ${ending.position}`} note={t.dismissNote} act={t.dismiss} busy={end.isPending} problem={end.error} onClose={() => { end.reset(); setEnding(null) }}
          onAct={(validTo) => end.mutate({ params: { schoolId, id: ending.id }, body: { validTo, basedOn: ending.revision } })} />
      ) : null}
    </>
  )
}

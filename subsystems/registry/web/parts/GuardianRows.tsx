import { Button, IconPlus, Row, Rows, Section, showToast, Tag } from '@school/ui'
import { dayText, fullName, keyOf, useCommand, useTo } from '@school/web'
import { useState } from 'react'
import { endGuardianship, type Guardianship } from '../../contract/guardianship.ts'
import { getPerson, type PersonCard } from '../../contract/people.ts'
import { EndDialog } from './EndDialog.tsx'
import { GuardianDialog } from './GuardianDialog.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

/** Who represents a pupil, or (`represented`) whom this person represents. */
export function GuardianRows({ person, represented = false }: { person: PersonCard; represented?: boolean }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [editing, setEditing] = useState<Guardianship | 'new' | null>(null)
  const [ending, setEnding] = useState<Guardianship | null>(null)
  const end = useCommand(endGuardianship, {
    stale: () => [keyOf(getPerson, { params: { schoolId, personId: person.id } })],
    onDone: () => { showToast({ text: t.guardianEnded, tone: 'ok' }); setEnding(null) },
  })
  const add = !represented && person.can.correct ? <Button look="text" size="sm" flush icon={<IconPlus size={16} />} onClick={() => setEditing('new')}>{t.add}</Button> : null
  return (
    <Section title={represented ? t.children : t.representatives} action={add}>
      <Rows>
        {(represented ? person.children : person.guardians).map((one) => <GuardianRow key={one.id} one={one} represented={represented} onEdit={() => setEditing(one)} onEnd={() => setEnding(one)} />)}
      </Rows>
      {editing ? <GuardianDialog studentId={editing === 'new' ? person.id : editing.student.id} known={editing === 'new' ? null : editing} onClose={() => setEditing(null)} /> : null}
      {ending ? (
        <EndDialog title={t.endGuardianTitle} note={t.endGuardianNote} act={t.endGuardian} document={t.endDocument} busy={end.isPending} problem={end.error} onClose={() => { end.reset(); setEnding(null) }}
          onAct={(validTo, document) => end.mutate({ params: { schoolId, id: ending.id }, body: { validTo, document, basedOn: ending.revision } })} />
      ) : null}
    </Section>
  )
}

function GuardianRow({ one, represented, onEdit, onEnd }: { one: Guardianship; represented: boolean; onEdit: () => void; onEnd: () => void }) {
  const t = useT()
  const to = useTo()
  const other = represented ? one.student : one.guardian
  const told = [t.bases[one.basis], represented ? null : one.phone, one.validTo ? t.until(dayText(one.validTo)) : null, one.document || null].filter(Boolean).join(', ')
  return (
    <Row top title={<a className="link" href={to(`/people/${other.id}`)}>{fullName(other)}</a>} sub={<>{told} {one.restricted ? <Tag tone="bad">{t.restrictedTag}</Tag> : null}</>}
      end={one.can.change ? <span className="row"><Button look="text" size="sm" flush onClick={onEdit}>{t.edit}</Button><Button look="danger" size="sm" flush onClick={onEnd}>{t.endGuardian}</Button></span> : one.validTo ? <Tag>{t.closed}</Tag> : null} />
  )
}

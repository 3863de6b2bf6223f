import { printSnils } from '@school/contract'
import { Button, Callout, Facts, IconPencil, Section } from '@school/ui'
import { dayText, fullName, SlotPlace, useCan, useTo } from '@school/web'
import { useState } from 'react'
import type { PersonCard } from '../../contract/people.ts'
import { staffCard, studentCard } from '../../contract/slots.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { EmploymentRows } from './EmploymentRows.tsx'
import { EnrolmentRows } from './EnrolmentRows.tsx'
import { GuardianRows } from './GuardianRows.tsx'
import { ProposeDialog } from './merging/ProposeDialog.tsx'
import { PersonHistory } from './PersonHistory.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

/** Everything the reader may know of a person in this school. */
export function PersonView({ person }: { person: PersonCard }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [correcting, setCorrecting] = useState(false)
  const [comparing, setComparing] = useState(false)
  const merges = useCan('registry.merge.ask')
  const [alike] = person.alike
  const isPupil = person.enrolments.length > 0
  const current = person.groups.filter((group) => group.validTo === null && group.kind !== 'class')
  return (
    <>
      {alike ? <Callout title={t.alikeOnCard} action={merges ? <Button size="sm" onClick={() => setComparing(true)}>{t.doubles.compareAct}</Button> : <Button size="sm" href={to(`/people/${alike.id}`)}>{t.open}</Button>}>{fullName(alike)}</Callout> : null}
      {person.detail === 'names' ? null : (
        <Section title={t.personData} action={person.can.correct ? <Button look="text" size="sm" flush icon={<IconPencil size={16} />} onClick={() => setCorrecting(true)}>{t.edit}</Button> : null}>
          <Facts items={[
            [t.birthDate, person.birthDate ? dayText(person.birthDate, { year: 'always' }) : t.none],
            person.detail === 'all' && [t.snils, person.snils ? printSnils(person.snils) : <span className="need">{t.none}</span>],
            [t.phone, person.phone ? <a className="link" href={`tel:${person.phone}`}>{person.phone}</a> : t.none],
            [t.email, person.email ? <a className="link" href={`mailto:${person.email}`}>{person.email}</a> : t.none],
          ]} />
        </Section>
      )}
      {person.employments.length > 0 ? <Section title={t.work}><EmploymentRows person={person} /></Section> : null}
      {isPupil ? <Section title={t.studies}><EnrolmentRows person={person} /></Section> : null}
      {current.length > 0 ? <Section title={t.groups}><p>{current.map((group) => group.name).join(', ')}</p></Section> : null}
      {isPupil && (person.guardians.length > 0 || person.can.correct) ? <GuardianRows person={person} /> : null}
      {person.children.length > 0 ? <GuardianRows person={person} represented /> : null}
      {isPupil ? <SlotPlace slot={studentCard} props={{ schoolId, studentId: person.id }} /> : null}
      {person.employments.length > 0 ? <SlotPlace slot={staffCard} props={{ schoolId, personId: person.id }} /> : null}
      {person.can.seeHistory ? <PersonHistory personId={person.id} /> : null}
      {comparing && alike ? <ProposeDialog personId={person.id} otherId={alike.id} onClose={() => setComparing(false)} /> : null}
      {correcting ? <CorrectDialog person={person} onClose={() => setCorrecting(false)} /> : null}
    </>
  )
}

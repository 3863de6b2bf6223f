import { PageBody, PageHeader, Waiting } from '@school/ui'
import { ask, fullName, Loaded, useCan, useQuery, useTo } from '@school/web'
import { getPerson } from '../../contract/people.ts'
import { PersonView } from '../parts/PersonView.tsx'
import { useSchoolId } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

/** The page of one person. */
export function Person({ personId }: { personId: string }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const office = useCan('registry.person.history')
  const person = useQuery(ask(getPerson, { params: { schoolId, personId } }))
  const back = office ? { href: to('/manage/people'), label: t.people } : { href: to('/classes'), label: t.classes }
  return (
    <PageBody narrow>
      <Loaded query={person} waiting={<Waiting title rows={8} />}>
        {(card) => (
          <>
            <PageHeader title={fullName(card)} sub={[...new Set(card.employments.filter((one) => one.validTo === null).map((one) => one.position)), ...card.enrolments.filter((one) => one.validTo === null).map((one) => one.className)].join(', ')} back={back} />
            <PersonView person={card} />
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

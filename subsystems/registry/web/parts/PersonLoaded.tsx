import { Waiting } from '@school/ui'
import { ask, Loaded, useQuery } from '@school/web'
import { getPerson } from '../../contract/people.ts'
import { PersonView } from './PersonView.tsx'
import { useSchoolId } from './use-school.ts'

/** The card of a person as the body of a panel. */
export function PersonLoaded({ personId }: { personId: string }) {
  const schoolId = useSchoolId()
  const person = useQuery(ask(getPerson, { params: { schoolId, personId } }))
  return <Loaded query={person} waiting={<Waiting rows={6} />}>{(card) => <PersonView key={card.id} person={card} />}</Loaded>
}

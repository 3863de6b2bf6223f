import { showToast } from '@school/ui'
import { ask, explain, keyOf, useCan, useCommand, useQuery, type ProblemError } from '@school/web'
import { useState } from 'react'
import { appointAdministrator, listAdministrators, releaseAdministrator, type Appointment } from '../../contract/grants.ts'
import { Appointments } from './Appointments.tsx'
import { useT } from './words.ts'

interface Props { regionId: string; municipalityId: string; schoolId: string }

/** On a curator's card of a school: who administers it. */
export function Administrators({ regionId, municipalityId, schoolId }: Props) {
  const t = useT()
  const params = { regionId, municipalityId, school: schoolId }
  const [open, setOpen] = useState(false)
  const [leaving, setLeaving] = useState<Appointment | null>(null)
  const query = useQuery(ask(listAdministrators, { params }))
  const done = (text: string) => ({
    stale: () => [keyOf(listAdministrators, { params })], onDone: () => { setOpen(false); setLeaving(null); showToast({ text }) }, onProblem: (problem: ProblemError) => { showToast({ text: explain(problem).text, tone: 'bad' }) },
  })
  const appoint = useCommand(appointAdministrator, done(t.appointed))
  const release = useCommand(releaseAdministrator, done(t.releasedToast))
  return (
    <Appointments title={t.administrators} empty={t.noAdministrators} act={t.appointAdministrator} query={query} may={useCan('identity.school.appoint')}
      operations={{ appoint: 'appointAdministrator', release: 'releaseAdministrator', scopeId: schoolId }} open={open} setOpen={setOpen} leaving={leaving} setLeaving={setLeaving}
      acts={{
        busy: appoint.isPending || release.isPending,
        appoint: (id, who, basis, signedBy) => appoint.mutate({ params: { ...params, id }, body: { who, basis, signedBy } }),
        release: (id, reason, signedBy) => release.mutate({ params: { ...params, id }, body: { reason, signedBy } }),
      }} />
  )
}

import { newId } from '@school/contract'
import { PageBody, PageHeader, showToast } from '@school/ui'
import { useAddress, useContextOfPage, useTo } from '@school/web'
import { useState } from 'react'
import { SchoolForm } from '../parts/SchoolForm.tsx'
import { useT } from '../parts/words.ts'

/** The form that opens an organisation. */
export function NewSchool({ regionId, municipalityId }: { regionId: string; municipalityId: string }) {
  const t = useT()
  const to = useTo()
  const [, go] = useAddress()
  const { role } = useContextOfPage()
  const [id] = useState(newId)
  const place = `/manage/regions/${regionId}/municipalities/${municipalityId}`
  const back = to(role === 'municipalCurator' ? '/manage' : place)
  return (
    <PageBody narrow>
      <PageHeader title={t.schoolForm} sub={t.schoolFormSub} back={{ href: back, label: t.schools }} />
      <SchoolForm regionId={regionId} municipalityId={municipalityId} id={id} known={null} onCancel={() => go(back)}
        onDone={(school) => { showToast({ text: t.schoolOpened(school.shortName), tone: 'ok' }); go(to(`${place}/schools/${school.id}`)) }} />
    </PageBody>
  )
}

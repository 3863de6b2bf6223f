import { Button, Facts, IconPencil, PageBody, PageHeader, Section, showToast, Stat, Stats, Waiting } from '@school/ui'
import { ask, count, dayText, keyOf, Loaded, SlotPlace, useCan, useContextOfPage, useQuery, useQueryClient, useTo } from '@school/web'
import { useState } from 'react'
import { getSchoolOverview, type School } from '../../contract/schools.ts'
import { schoolCard } from '../../contract/slots.ts'
import { SchoolForm } from '../parts/SchoolForm.tsx'
import { Few } from '../parts/SizeStats.tsx'
import { useT } from '../parts/words.ts'
import { zoneText } from '../parts/zone-text.ts'

/** A school as curators see it: registration and sizes, no people. */
export function SchoolOverview({ regionId, municipalityId, id }: { regionId: string; municipalityId: string; id: string }) {
  const t = useT()
  const to = useTo()
  const cache = useQueryClient()
  const { role } = useContextOfPage()
  const opens = useCan('registry.school.open')
  const [editing, setEditing] = useState(false)
  const params = { regionId, municipalityId, id }
  const overview = useQuery(ask(getSchoolOverview, { params }))
  const saved = () => { setEditing(false); showToast({ text: t.saved, tone: 'ok' }); void cache.invalidateQueries({ queryKey: keyOf(getSchoolOverview, { params }) }) }
  return (
    <PageBody narrow>
      <Loaded query={overview} waiting={<Waiting title rows={8} />}>
        {({ school, overview: sizes }) => (
          <>
            <PageHeader title={school.shortName} sub={school.fullName} back={{ href: to(role === 'municipalCurator' ? '/manage' : `/manage/regions/${regionId}/municipalities/${municipalityId}`), label: school.municipalityName }}
              actions={opens && !editing ? <Button icon={<IconPencil size={16} />} onClick={() => setEditing(true)}>{t.editRegistration}</Button> : null} />
            {editing ? <SchoolForm {...params} known={school} onDone={saved} onCancel={() => setEditing(false)} /> : (
              <>
                <Section title={t.sizes}>
                  <Stats><Stat value={count(sizes.classes)} label={t.classCount} /><Stat value={<Few value={sizes.pupils} />} label={t.pupilCount} /><Stat value={<Few value={sizes.staff} />} label={t.staffCount} /></Stats>
                </Section>
                <SlotPlace slot={schoolCard} props={{ regionId, municipalityId, schoolId: id }} waiting={null} />
                <Registration school={school} />
              </>
            )}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function Registration({ school }: { school: School }) {
  const t = useT()
  return (
    <Section title={t.identifiers}>
      <Facts items={[[t.kind, t.kinds[school.kind]], [t.ogrn, school.ogrn], [t.inn, school.inn], [t.kpp, school.kpp], [t.address, school.address || t.none], [t.phone, school.phone || t.none], [t.email, school.email || t.none], [t.timeZone, zoneText(school.timeZone, t.moscow)], [t.openedAt, dayText(school.openedAt.slice(0, 10), { year: 'always' })]]} />
    </Section>
  )
}

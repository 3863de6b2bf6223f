import { IconBook2, IconBuilding, IconEqualNot, IconSchool, IconUsers, PageBody, PageHeader, Row, Rows } from '@school/ui'
import { SlotPlace, useCan, useTo } from '@school/web'
import { officeSections } from '../../contract/slots.ts'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

/** The sections of management in a school: the registry's own, then those of other rooms. */
export function SchoolHub() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const merges = useCan('registry.merge.ask')
  const office = useCan('registry.person.history')
  return (
    <PageBody narrow>
      <PageHeader title={t.manage} sub={t.manageSub} />
      <Rows label={t.manage}>
        {office ? <Row href={to('/manage/people')} lead={<IconUsers size={22} />} title={t.people} sub={t.hub.people} /> : null}
        {merges ? <Row href={to('/manage/doubles')} lead={<IconEqualNot size={22} />} title={t.doubles.title} sub={t.doubles.hub} /> : null}
        <Row href={to('/manage/classes')} lead={<IconSchool size={22} />} title={t.classesAndGroups} sub={t.hub.classes} />
        <Row href={to('/manage/subjects')} lead={<IconBook2 size={22} />} title={t.subjectsAndRooms} sub={t.hub.subjects} />
        <Row href={to('/manage/school')} lead={<IconBuilding size={22} />} title={t.mySchool} sub={t.hub.school} />
        <SlotPlace slot={officeSections} props={{ schoolId }} waiting={null} />
      </Rows>
    </PageBody>
  )
}

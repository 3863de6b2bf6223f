import { IconCertificate, IconChecklist, IconListCheck, IconStar, Row } from '@school/ui'
import { useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The rows of planning on the start page of management. */
export function OfficeRows() {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return (
    <>
      <Row href={to('/manage/year')} lead={<IconStar size={22} />} title={t.year} sub={t.yearSub} />
      <Row href={to('/manage/plans')} lead={<IconCertificate size={22} />} title={t.plans} sub={t.plansSub} />
      <Row href={to('/manage/load')} lead={<IconChecklist size={22} />} title={t.load} sub={t.loadSub} />
      <Row href={to('/lesson-plans')} lead={<IconListCheck size={22} />} title={t.lessons} sub={t.lessonsSub} />
    </>
  )
}

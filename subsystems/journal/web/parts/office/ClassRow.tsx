import { IconAlertTriangle, IconCircleCheck, IconNotebook, IconUserQuestion, Row, Rows } from '@school/ui'
import { useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The way to the final marks of a class from its card. */
export function ClassRow({ classId }: { schoolId: string; classId: string }) {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return <Rows><Row href={to(`/classes/${classId}/finals`)} lead={<IconNotebook size={22} />} title={t.finals} sub={t.finalsNote} /><Row href={to(`/classes/${classId}/desk`)} lead={<IconAlertTriangle size={22} />} title={t.help} sub={t.helpNote} /><Row href={to(`/classes/${classId}/promotion`)} lead={<IconCircleCheck size={22} />} title={t.promotion} sub={t.promotionNote} /><Row href={to(`/attendance/classes/${classId}?view=mark`)} lead={<IconUserQuestion size={22} />} title={t.days} sub={t.daysNote} /></Rows>
}

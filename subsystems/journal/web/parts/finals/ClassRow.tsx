import { IconAlertTriangle, IconNotebook, Row, Rows } from '@school/ui'
import { useTo } from '@school/web'
import { useFinalWords } from './words.ts'

/** The way to the final marks of a class from its card. */
export function ClassRow({ classId }: { schoolId: string; classId: string }) {
  const { ofClass: t, desk } = useFinalWords()
  const to = useTo()
  return <Rows><Row href={to(`/classes/${classId}/finals`)} lead={<IconNotebook size={22} />} title={t.open} sub={t.openNote} /><Row href={to(`/classes/${classId}/desk`)} lead={<IconAlertTriangle size={22} />} title={desk.open} sub={desk.openNote} /></Rows>
}

import { Button, Section } from '@school/ui'
import { useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** On the card of a pupil: the way to the diary, to the marks and to the absences. */
export function DiaryLink({ studentId }: { studentId: string }) {
  const { diary: t } = useOwnWords({ ru, en })
  const to = useTo()
  const at = (path: string) => to(`/students/${studentId}/diary${path}`)
  return <Section title={t.title}><div className="row wrap"><Button look="outlined" size="sm" href={at('')}>{t.week}</Button><Button look="outlined" size="sm" href={at('/marks')}>{t.marks}</Button><Button look="outlined" size="sm" href={at('/absences')}>{t.absences}</Button></div></Section>
}

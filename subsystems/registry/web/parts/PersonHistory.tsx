import { printSnils } from '@school/contract'
import { Button, Empty, Row, Rows, Section, Waiting } from '@school/ui'
import { ask, dateTimeText, dayDigits, Loaded, shortName, useQuery } from '@school/web'
import { useState } from 'react'
import { getPersonHistory } from '../../contract/people.ts'
import { getSchool } from '../../contract/schools.ts'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

type Known = Readonly<Record<string, unknown>> | null

/** What was corrected about a person, when and by whom; brought only when asked for. */
export function PersonHistory({ personId }: { personId: string }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [shown, setShown] = useState(false)
  const school = useQuery(ask(getSchool, { params: { schoolId } }))
  const history = useQuery({ ...ask(getPersonHistory, { params: { schoolId, personId } }), enabled: shown })
  return (
    <Section title={t.history} action={shown ? null : <Button look="text" size="sm" flush onClick={() => setShown(true)}>{t.showHistory}</Button>}>
      {shown ? (
        <Loaded query={history} waiting={<Waiting rows={2} />}>
          {(rows) => rows.length === 0 ? <Empty compact>{t.historyEmpty}</Empty> : (
            <Rows>{rows.map((row) => <Row key={row.id} top title={t.actions[row.action] ?? row.action} sub={<Changes before={row.before as Known} after={row.after as Known} />} end={<span className="muted small">{dateTimeText(row.at, school.data?.timeZone ?? 'Europe/Moscow')}<br />{row.by ? shortName(row.by) : t.whoWrote}</span>} />)}</Rows>
          )}
        </Loaded>
      ) : null}
    </Section>
  )
}

function Changes({ before, after }: { before: Known; after: Known }) {
  const t = useT()
  const told = (key: string, value: unknown): string => {
    const text = String(value)
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayDigits(text)
    if (key === 'snils') return printSnils(text)
    if (key === 'gender') return text === 'M' ? t.male : t.female
    return (key === 'role' ? t.roles[text] : key === 'basis' ? t.bases[text] : undefined) ?? text
  }
  const said = Object.keys(after ?? {}).filter((key) => key in t.fields && (after?.[key] ?? '') !== '' && (before?.[key] ?? '') !== after?.[key])
    .map((key) => `${t.fields[key]}: ${before?.[key] ? `${told(key, before[key])} → ` : ''}${told(key, after?.[key])}`)
  return said.length > 0 ? <>{said.join('; ')}</> : null
}

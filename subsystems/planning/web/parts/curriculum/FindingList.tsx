import { Empty, StatusWord } from '@school/ui'
import type { Finding } from '../../../contract/index.ts'
import { hoursText, useT } from '../words.ts'
import css from './Curriculum.module.css'

const tones = { error: 'bad', warning: 'warn', hint: 'info' } as const

/** What a finding says, with its grade. */
export function useFindingText() {
  const t = useT().curricula
  return (one: Finding) => {
    const said = t.findings[one.code]?.({ has: one.has === null ? '' : hoursText(one.has), needs: one.needs === null ? '' : hoursText(one.needs), subject: one.subject ?? '' }) ?? one.code
    return one.grade === null ? said : `${t.gradeHead(one.grade)}: ${said}`
  }
}

/** Everything that does not add up, the gravest first, each with the rule it breaks. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useT().curricula
  const text = useFindingText()
  if (findings.length === 0) return <Empty compact>{t.noFindings}</Empty>
  return (
    <ul className={css.findings}>
      {findings.map((one, i) => (
        <li key={`${one.code} ${one.grade} ${one.subject} ${i}`}><b>{text(one)}</b><span className="small"><StatusWord tone={tones[one.severity]}>{t.severities[one.severity]}</StatusWord> <span className="muted">{t.laws[one.law] ?? one.law}</span></span></li>
      ))}
    </ul>
  )
}

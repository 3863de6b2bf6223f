import { Row } from '@school/ui'
import { shortName, whenText } from '@school/web'
import type { Look } from '../../contract/index.ts'
import { actionText, ownZone, useT, type Words } from './words.ts'

/** «открыл дневник», «Отметка: 4 → 5». */
export function lookText(t: Words, one: Look): string {
  if (one.kind === 'opened') return t.opened(t.read[one.what] ?? one.what)
  const said = (value: string | null) => (value === null ? '' : t.values[value] ?? value)
  const change = one.became === null ? '' : `: ${one.was === null ? '' : `${said(one.was)} → `}${said(one.became) || t.takenBack}`
  return `${actionText(t, one.what)}${change}`
}

/** One person who opened or changed a record. */
export function LookRow({ look, places = false }: { look: Look; places?: boolean }) {
  const t = useT()
  const who = `${look.by ? shortName(look.by) : t.system}${look.role ? `, ${t.roles[look.role] ?? look.role}` : ''}`
  return <Row title={who} sub={[lookText(t, look), places ? look.place : ''].filter(Boolean).join(' · ')} end={<span className="muted small nowrap">{whenText(look.at, ownZone())}</span>} />
}

import { Button, Facts, Section } from '@school/ui'
import { dateTimeText, fullName } from '@school/web'
import type { Entry } from '../../contract/index.ts'
import { differencesOf } from './differences.ts'
import { fieldText, valueText } from './DifferenceText.tsx'
import { ownZone, useT } from './words.ts'

interface Props { entry: Entry; onBy: (id: string) => void; onAbout?: ((id: string) => void) | undefined }

/** One act in full: who, when, about whom, what was and what became, its place in the chain. */
export function EntryPanel({ entry, onBy, onAbout }: Props) {
  const t = useT()
  const changes = differencesOf(entry.before, entry.after, entry.names)
  const { by, about } = entry
  const facts: [string, string][] = [
    [t.when, dateTimeText(entry.at, ownZone())], [t.who, `${by ? fullName(by) : t.system}${entry.role ? `, ${t.roles[entry.role] ?? entry.role}` : ''}`],
    ...(about ? [[t.about, fullName(about)] as [string, string]] : []), ...(entry.place ? [[t.place, entry.place] as [string, string]] : []),
    [t.chain, entry.sealed === null ? t.notSealed : t.position(entry.sealed)],
  ]
  return (
    <>
      <Facts term={110} items={facts} />
      {changes.length > 0 ? <Section title={t.details}><Facts ruled term={140} items={changes.map((one) => [fieldText(t, one.key), one.was === null ? valueText(t, one.became) : `${valueText(t, one.was)} → ${valueText(t, one.became)}`])} /></Section> : null}
      <p className="wrap">
        {by ? <Button size="sm" onClick={() => onBy(by.id)}>{t.onlyBy}</Button> : null}
        {about && onAbout ? <Button size="sm" onClick={() => onAbout(about.id)}>{t.onlyAbout}</Button> : null}
      </p>
    </>
  )
}

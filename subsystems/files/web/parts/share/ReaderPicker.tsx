import { Field, SearchField } from '@school/ui'
import { ask, useQuery } from '@school/web'
import { useDeferredValue, useState } from 'react'
import { findReaders, type ShareTo } from '../../../contract/shares.ts'
import css from '../Files.module.css'
import { useT } from '../words.ts'

/** Finds people and classes by name, and the roles of one's school; a press gives access. */
export function ReaderPicker({ busy, onPick }: { busy: boolean; onPick: (to: ShareTo) => void }) {
  const t = useT()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const found = useQuery({ ...ask(findReaders, { query: { words: asked } }), enabled: asked !== '' })
  const pick = (to: ShareTo) => { onPick(to); setWords('') }
  const option = (key: string, name: string, note: string, to: ShareTo) => <button key={key} type="button" disabled={busy} onClick={() => pick(to)}><span>{name}</span><small>{note}</small></button>
  const { people = [], classes = [], schools = [] } = asked === '' ? {} : found.data ?? {}
  const roles = schools.flatMap((school) => school.roles.filter((role) => (t.roleNames[role] ?? '').toLowerCase().startsWith(asked.toLowerCase())).map((role) => ({ school, role })))
  const none = asked !== '' && found.data && people.length + classes.length + roles.length === 0
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Field label={t.shareWith} hint={t.shareHint}>{() => <SearchField label={t.shareWith} value={words} onChange={setWords} placeholder={t.shareHint} />}</Field>
      {people.length + classes.length + roles.length > 0 || none ? (
        <div className={css.found} role="group" aria-label={t.shareWith}>
          {people.length > 0 ? <h3>{t.people}</h3> : null}{people.map((one) => option(one.id, one.name, `${t.roleOf[one.role] ?? ''}, ${one.note}`, { kind: 'person', personId: one.id }))}
          {classes.length > 0 ? <h3>{t.classes}</h3> : null}{classes.map((one) => option(one.id, one.name, one.school, { kind: 'class', classId: one.id }))}
          {roles.length > 0 ? <h3>{t.roles}</h3> : null}{roles.map(({ school, role }) => option(`${school.id} ${role}`, t.roleNames[role] ?? role, school.name, { kind: 'role', schoolId: school.id, role: role as 'teacher' }))}
          {none ? <h3>{t.nobodyFound}</h3> : null}
        </div>
      ) : null}
    </div>
  )
}

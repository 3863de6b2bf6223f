import { Section, Waiting } from '@school/ui'
import { ask, Loaded, useContextOfPage, useMessages, useQuery, useTo } from '@school/web'
import { getSchoolOverview } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Home.module.css'

/** Who stands in for whom today. */
export function Substitutions() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const query = useQuery(ask(getSchoolOverview, { params: { schoolId: schoolId ?? '' }, query: {} }))
  return (
    <Loaded query={query} waiting={<Waiting title rows={3} />}>
      {({ substitutions }) => (
        <Section title={t.overview.substitutions} action={<a className="link small" href={to('/timetable')}>{t.overview.timetable}</a>}>
          {substitutions.length === 0 ? <p className="muted small">{t.overview.noSubstitutions}</p> : (
            <table className={css.changes}><tbody>{substitutions.map((one) => <tr key={one.id}><td>{one.number}</td><td>{one.teacher}<br /><span className="muted">{one.subject}, {one.group}</span></td></tr>)}</tbody></table>
          )}
        </Section>
      )}
    </Loaded>
  )
}

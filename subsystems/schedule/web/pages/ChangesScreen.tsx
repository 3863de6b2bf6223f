import { Waiting } from '@school/ui'
import { ask, dayWithWeekday, Loaded, timeText, todayIn, useQuery } from '@school/web'
import { listDayChanges } from '../../contract/index.ts'
import { ChangesTable } from '../parts/substitutions/ChangesTable.tsx'
import css from '../parts/substitutions/Changes.module.css'
import { useSchoolId, useT } from '../parts/words.ts'

const everyMs = 60_000

/** Today's changes in large letters for a screen in the hall; it renews itself, also past midnight. */
export function ChangesScreen() {
  const t = useT()
  const schoolId = useSchoolId()
  const today = todayIn('Europe/Moscow')
  const query = useQuery({ ...ask(listDayChanges, { params: { schoolId, date: today } }), refetchInterval: everyMs, refetchIntervalInBackground: true })
  return (
    <div className={css.screen}>
      <div className={css.clock}><h1>{`${t.substitutions.title}, ${dayWithWeekday(today)}`}</h1><span className="muted" aria-live="off">{query.dataUpdatedAt ? t.substitutions.updated(timeText(new Date(query.dataUpdatedAt).toISOString(), 'Europe/Moscow')) : ''}</span></div>
      <Loaded query={query} waiting={<Waiting rows={8} height={48} />}>{(changes) => <ChangesTable changes={changes} large />}</Loaded>
    </div>
  )
}

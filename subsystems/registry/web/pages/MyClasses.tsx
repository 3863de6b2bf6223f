import { Empty, PageBody, PageHeader, Row, Rows, Tag, Waiting } from '@school/ui'
import { ask, Loaded, shortName, useMe, useQuery, useTo } from '@school/web'
import { listClasses } from '../../contract/classes.ts'
import { useSchoolId } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

/** The classes a teacher may open: the own one first, then those taught. */
export function MyClasses() {
  const t = useT()
  const to = useTo()
  const me = useMe()
  const classes = useQuery(ask(listClasses, { params: { schoolId: useSchoolId() } }))
  const isMine = (row: { homeroomTeacher: { id: string } | null }) => row.homeroomTeacher?.id === me?.person.id
  return (
    <PageBody narrow>
      <PageHeader title={t.myClasses} sub={t.myClassesSub} />
      <Loaded query={classes} waiting={<Waiting rows={5} />}>
        {(rows) => rows.length === 0 ? <Empty>{t.noClasses}</Empty> : (
          <Rows label={t.myClasses}>
            {rows.toSorted((a, b) => Number(isMine(b)) - Number(isMine(a))).map((row) => (
              <Row key={row.id} href={to(`/classes/${row.id}`)} title={<>{row.name} {isMine(row) ? <Tag tone="now">{t.homeroom.toLowerCase()}</Tag> : null}</>} sub={isMine(row) ? t.pupilsOf(row.pupils) : `${t.homeroom}: ${row.homeroomTeacher ? shortName(row.homeroomTeacher) : t.noHomeroom}`} end={isMine(row) ? null : <span className="muted">{t.pupilsOf(row.pupils)}</span>} />
            ))}
          </Rows>
        )}
      </Loaded>
    </PageBody>
  )
}

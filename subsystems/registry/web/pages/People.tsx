import { Button, Empty, IconUserPlus, PageBody, PageHeader, QuickSelect, SearchField, ShowMore, WithPanel } from '@school/ui'
import { ask, call, fullName, keyOf, ProblemNote, useCan, useInfiniteQuery, useQuery, useTo, useUrlValue, type ProblemError } from '@school/web'
import { useDeferredValue, useState } from 'react'
import { listClasses } from '../../contract/classes.ts'
import { listPeople, type PersonRow, type Relation } from '../../contract/people.ts'
import { EnrolDialog } from '../parts/EnrolDialog.tsx'
import { HireDialog } from '../parts/HireDialog.tsx'
import { ManageTabs } from '../parts/ManageTabs.tsx'
import { PeopleTable } from '../parts/PeopleTable.tsx'
import { PersonLoaded } from '../parts/PersonLoaded.tsx'
import css from '../parts/Places.module.css'
import { RelationTabs } from '../parts/RelationTabs.tsx'
import { useSchoolId } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

interface Wanted { relation: Relation; search?: string; classId?: string; former?: boolean }

/** Pages of people under one heading, kept in one list. */
function usePeople(schoolId: string, wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: [...keyOf(listPeople, { params: { schoolId } }), wanted, 'pages'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listPeople, { params: { schoolId }, query: { ...wanted, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

/** Staff, pupils and parents: one list each, the card at the side. */
export function People() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [relation, setRelation] = useUrlValue('who', 'staff')
  const [search, setSearch] = useUrlValue('search')
  const [classId, setClass] = useUrlValue('class')
  const [former, setFormer] = useUrlValue('former')
  const [personId, setPerson] = useUrlValue('person', '', { push: true })
  const deferred = useDeferredValue(search.trim())
  const kind = relation as Relation
  const people = usePeople(schoolId, { relation: kind, ...(deferred ? { search: deferred } : {}), ...(classId && kind !== 'staff' ? { classId } : {}), ...(former ? { former: true } : {}) })
  const rows = people.data?.pages.flatMap((page) => page.rows)
  const total = people.data?.pages[0]?.total
  const open = rows?.find((row) => row.id === personId)
  return (
    <WithPanel open={personId !== ''} narrow="drawer" width={420} label={t.personPanel} title={open ? fullName(open) : t.personPanel} sub={open ? <>{open.note.join(', ')} · <a className="link" href={to(`/people/${personId}`)}>{t.openCard}</a></> : null}
      onClose={() => setPerson('')} panel={personId ? <PersonLoaded key={personId} personId={personId} /> : null}>
      <PageBody>
        <PageHeader title={t.people} sub={total === undefined ? '\u00a0' : t.peopleSub(total)} actions={<Acts kind={kind} />} />
        <ManageTabs at="people" />
        <div className={css.filters}>
          <RelationTabs value={kind} onChange={(next) => { setRelation(next); setPerson('') }} />
          <SearchField narrow label={t.findPerson} value={search} onChange={setSearch} />
          {kind === 'staff' ? null : <ClassFilter value={classId} onChange={setClass} />}
          <QuickSelect label={t.who} value={former} onChange={setFormer} options={[{ value: '', label: t.currentOnes }, { value: '1', label: t.former }]} />
        </div>
        {people.isError && !rows ? <ProblemNote problem={people.error as ProblemError} retry={people.refetch} /> : (
          <PeopleTable rows={rows} kind={kind} currentId={personId} onOpen={(row: PersonRow) => setPerson(row.id)} empty={<Nobody kind={kind} searching={Boolean(deferred || classId || former)} />} />
        )}
        {rows && rows.length > 0 ? <ShowMore shown={rows.length} {...(total === undefined ? {} : { total })} busy={people.isFetchingNextPage} onMore={people.hasNextPage ? () => void people.fetchNextPage() : undefined} /> : null}
      </PageBody>
    </WithPanel>
  )
}

function Acts({ kind }: { kind: Relation }) {
  const t = useT()
  const [adding, setAdding] = useState<Relation | null>(null)
  const [hires, enrols] = [useCan('registry.employment.put'), useCan('registry.enrolment.put')]
  return (
    <>
      {kind === 'staff' && hires ? <Button look="primary" icon={<IconUserPlus size={18} />} onClick={() => setAdding('staff')}>{t.hire}</Button> : null}
      {kind !== 'staff' && enrols ? <Button look="primary" icon={<IconUserPlus size={18} />} onClick={() => setAdding('pupil')}>{t.enrol}</Button> : null}
      {adding === 'staff' ? <HireDialog onClose={() => setAdding(null)} /> : null}
      {adding === 'pupil' ? <EnrolDialog onClose={() => setAdding(null)} /> : null}
    </>
  )
}

function ClassFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT()
  const classes = useQuery(ask(listClasses, { params: { schoolId: useSchoolId() } }))
  return <QuickSelect label={t.classColumn} value={value} onChange={onChange} placeholder={t.allClasses} options={(classes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
}

function Nobody({ kind, searching }: { kind: Relation; searching: boolean }) {
  const t = useT()
  return <Empty>{searching ? t.nobodyFound : kind === 'staff' ? t.noStaff : kind === 'pupil' ? t.noPupils : t.noGuardians}</Empty>
}

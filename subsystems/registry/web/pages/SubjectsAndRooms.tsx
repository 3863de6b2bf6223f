import { Button, DataTable, Empty, IconPlus, PageBody, PageHeader, Row, Rows, Section, Waiting, type Column } from '@school/ui'
import { ask, Loaded, ProblemNote, useCan, useQuery } from '@school/web'
import { useState } from 'react'
import { listPlaces, listSubjects, type Building, type Room, type Subject } from '../../contract/places.ts'
import { ManageTabs } from '../parts/ManageTabs.tsx'
import { BuildingDialog, RoomDialog, SubjectDialog } from '../parts/PlaceDialogs.tsx'
import { useSchoolId } from '../parts/use-school.ts'
import { useT } from '../parts/words.ts'

/** Subjects, rooms and buildings of the school. */
export function SubjectsAndRooms() {
  const t = useT()
  return (
    <PageBody>
      <PageHeader title={t.subjectsAndRooms} sub={t.subjectsSub} />
      <ManageTabs at="subjects" />
      <Subjects />
      <Places />
    </PageBody>
  )
}

function Subjects() {
  const t = useT()
  const puts = useCan('registry.place.put')
  const [open, setOpen] = useState<Subject | 'new' | null>(null)
  const subjects = useQuery(ask(listSubjects, { params: { schoolId: useSchoolId() } }))
  const columns: Column<Subject>[] = [
    { key: 'name', head: t.name, names: true, cell: (row) => row.name }, { key: 'short', head: t.short, cell: (row) => row.shortName, width: 180 }, { key: 'kind', head: t.subjectKind, cell: (row) => t.subjectKinds[row.kind], hidePhone: true, width: 180 },
  ]
  return (
    <Section title={t.subjects} {...(subjects.data ? { count: subjects.data.length } : {})} action={puts ? <Button size="sm" icon={<IconPlus size={16} />} onClick={() => setOpen('new')}>{t.addSubject}</Button> : null}>
      {subjects.isError ? <ProblemNote problem={subjects.error} retry={subjects.refetch} /> : (
        <DataTable caption={t.subjects} columns={columns} rows={subjects.data} rowKey={(row) => row.id} empty={<Empty compact>{t.noSubjects}</Empty>} {...(puts ? { onOpen: setOpen } : {})}
          phone={(row) => <Row title={row.name} sub={`${row.shortName}, ${t.subjectKinds[row.kind]}`} {...(puts ? { onOpen: () => setOpen(row) } : {})} />} />
      )}
      {open ? <SubjectDialog known={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

function Places() {
  const t = useT()
  const puts = useCan('registry.place.put')
  const [room, setRoom] = useState<Room | 'new' | null>(null)
  const [building, setBuilding] = useState<Building | 'new' | null>(null)
  const places = useQuery(ask(listPlaces, { params: { schoolId: useSchoolId() } }))
  return (
    <Loaded query={places} waiting={<Waiting rows={4} />}>
      {({ buildings, rooms }) => {
        const nameOf = new Map(buildings.map(({ id, name }) => [id, name]))
        const columns: Column<Room>[] = [
          { key: 'name', head: t.roomName, names: true, cell: (row) => row.name }, { key: 'building', head: t.building, cell: (row) => row.buildingId ? nameOf.get(row.buildingId) : '' }, { key: 'seats', head: t.capacity, align: 'right', cell: (row) => row.capacity, width: 110 },
        ]
        return (
          <>
            <Section title={t.rooms} count={rooms.length} action={puts ? <Button size="sm" icon={<IconPlus size={16} />} onClick={() => setRoom('new')}>{t.addRoom}</Button> : null}>
              <DataTable caption={t.rooms} columns={columns} rows={rooms} rowKey={(row) => row.id} empty={<Empty compact>{t.noRooms}</Empty>} {...(puts ? { onOpen: setRoom } : {})}
                phone={(row) => <Row title={row.name} sub={[row.buildingId ? nameOf.get(row.buildingId) : null, row.capacity ? `${t.capacity}: ${row.capacity}` : null].filter(Boolean).join(', ')} {...(puts ? { onOpen: () => setRoom(row) } : {})} />} />
            </Section>
            <Section title={t.buildings} action={puts ? <Button size="sm" icon={<IconPlus size={16} />} onClick={() => setBuilding('new')}>{t.addBuilding}</Button> : null}>
              {buildings.length === 0 ? <Empty compact>{t.noBuildings}</Empty> : <Rows label={t.buildings}>{buildings.map((one) => <Row key={one.id} title={one.name} sub={one.address} {...(puts ? { onOpen: () => setBuilding(one) } : {})} />)}</Rows>}
            </Section>
            {room ? <RoomDialog known={room === 'new' ? null : room} buildings={buildings} onClose={() => setRoom(null)} /> : null}
            {building ? <BuildingDialog known={building === 'new' ? null : building} onClose={() => setBuilding(null)} /> : null}
          </>
        )
      }}
    </Loaded>
  )
}

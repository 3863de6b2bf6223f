import { Button, DataTable, DateField, Empty, IconButton, IconChevronLeft, IconChevronRight, PageBody, PageHeader, Row, Waiting, type Column } from '@school/ui'
import { addDays, ask, dayWithWeekday, Loaded, todayIn, useQuery, useTo, useUrlValue } from '@school/web'
import { dayInRooms } from '../../contract/index.ts'
import { useSchoolId, useT } from '../parts/words.ts'

type Room = { id: string; name: string; capacity: number | null; taken: { number: number; name: string }[] }

/** Which rooms are free at which lesson of a day. */
export function Rooms() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const today = todayIn('Europe/Moscow')
  const [date, setDate] = useUrlValue('day', today)
  const found = useQuery(ask(dayInRooms, { params: { schoolId, date } }))
  return (
    <PageBody>
      <PageHeader title={t.rooms} sub={dayWithWeekday(date)} back={{ href: to('/timetable'), label: t.timetable }} actions={
        <>
          <IconButton label={t.previousDay} onClick={() => setDate(addDays(date, -1))}><IconChevronLeft size={20} /></IconButton>
          <Button look="outlined" onClick={() => setDate(today)}>{t.today}</Button>
          <IconButton label={t.nextDay} onClick={() => setDate(addDays(date, 1))}><IconChevronRight size={20} /></IconButton>
          <span className="only-wide"><DateField label={t.day} value={date} onChange={(value) => { if (value) setDate(value) }} /></span>
        </>} />
      <Loaded query={found} waiting={<Waiting rows={12} height={29} />}>
        {({ numbers, rooms }) => {
          const at = (room: Room, number: number) => room.taken.filter((one) => one.number === number).map((one) => one.name).join('; ')
          const columns: Column<Room>[] = [
            { key: 'name', head: t.room, names: true, width: 120, cell: (room) => room.name },
            ...numbers.map(({ number, starts }): Column<Room> => ({ key: String(number), head: `${number} · ${starts}`, cell: (room) => at(room, number) ? <span className="muted small">{at(room, number)}</span> : <b>{t.free}</b> })),
          ]
          return <DataTable caption={t.rooms} density="dense" columns={columns} rows={rooms} rowKey={(room) => room.id} empty={<Empty>{t.noRooms}</Empty>}
            phone={(room) => <Row title={t.cab(room.name)} sub={`${t.free}: ${numbers.filter(({ number }) => !at(room, number)).map(({ number }) => number).join(', ') || '–'}`} />} />
        }}
      </Loaded>
    </PageBody>
  )
}

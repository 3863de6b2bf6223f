import { Empty, Row, Rows, Section, Stat, Stats, StatusWord, Tag, Waiting } from '@school/ui'
import { ask, dayWithWeekday, listName, Loaded, shortName, useQuery, useTo } from '@school/web'
import { getAbsentToday, type AbsentPupil, type AbsentToday, type ClassBoard } from '../../../contract/index.ts'
import { capital } from '../capital.ts'
import { DayTurn } from './DayTurn.tsx'
import { useT } from './words.ts'

/** Who is not at school, class by class: first of whom nobody knows why. */
export function Board({ schoolId, date, onDate }: { schoolId: string; date: string; onDate: (date: string) => void }) {
  const query = useQuery({ ...ask(getAbsentToday, { params: { schoolId }, query: date ? { date } : {} }), placeholderData: (before) => before })
  return <Loaded query={query} waiting={<Waiting rows={8} height={52} />}>{(board) => <Day board={board} onDate={(next) => onDate(next === board.today ? '' : next)} />}</Loaded>
}

function Day({ board, onDate }: { board: AbsentToday; onDate: (date: string) => void }) {
  const t = useT()
  return (
    <>
      <DayTurn date={board.date} today={board.today} onDate={onDate} title={capital(dayWithWeekday(board.date))} />
      <Stats>
        <Stat value={board.unknown} label={t.unknown} />
        <Stat value={board.absent} label={t.absent} />
        <Stat value={board.ill} label={t.ill} />
      </Stats>
      {board.classes.length === 0 ? <Empty>{t.everyone}</Empty> : board.classes.map((one) => <OneClass key={one.id} one={one} threshold={board.threshold} date={board.date} />)}
    </>
  )
}

function OneClass({ one, threshold, date }: { one: ClassBoard; threshold: number; date: string }) {
  const t = useT()
  const to = useTo()
  return (
    <Section title={one.name} lined action={<a className="link small" href={to(`/attendance/classes/${one.id}?from=${date}&to=${date}`)}>{t.give}</a>}>
      <p className="small muted">{[t.ofPupils(one.students.length, one.pupils), one.homeroom ? t.homeroom(shortName(one.homeroom)) : ''].filter(Boolean).join(', ')} {one.overThreshold ? <Tag tone="warn">{t.illShare(one.illnessPercent, threshold)}</Tag> : null}</p>
      <Rows label={one.name}>{one.students.map((row) => <Row key={row.student.id} title={listName(row.student)} sub={[t.missed(row.missed, row.held), row.note].filter(Boolean).join('. ')} end={<Why row={row} />} />)}</Rows>
    </Section>
  )
}

function Why({ row }: { row: AbsentPupil }) {
  const t = useT()
  if (row.reason !== null) return <StatusWord tone={row.reason === 'unexcused' ? 'bad' : 'mute'}>{t.reasons[row.reason]}</StatusWord>
  return <StatusWord tone="warn">{row.asked ? t.asked : t.unknown}</StatusWord>
}

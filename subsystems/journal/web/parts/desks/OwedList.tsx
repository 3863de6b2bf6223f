import { DataTable, Empty, ShowMore, StatusWord, Waiting, type Column } from '@school/ui'
import { ask, dayText, listName, Loaded, useContextOfPage, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { listOwed, type OwedWork } from '../../../contract/index.ts'
import { useFinalWords } from '../finals/words.ts'

/** Works owed to the reader's pages and by the reader's class, the most overdue first. */
export function OwedList() {
  const { owed: t } = useFinalWords()
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const [page, setPage] = useState(1)
  const query = useQuery(ask(listOwed, { params: { schoolId: schoolId ?? '' }, query: { page } }))
  const due = (one: OwedWork) => one.due ? <StatusWord tone={one.overdue ? 'bad' : 'warn'}>{one.overdue ? t.overdue(dayText(one.due)) : t.until(dayText(one.due))}</StatusWord> : ''
  const columns: Column<OwedWork>[] = [
    { key: 'name', head: t.pupil, names: true, cell: (one) => listName(one.student) },
    { key: 'class', head: t.class, width: '90px', cell: (one) => one.className },
    { key: 'work', head: t.work, cell: (one) => `${one.subject}, ${one.work}` },
    { key: 'date', head: t.date, width: '130px', cell: (one) => dayText(one.date) },
    { key: 'due', head: t.due, width: '230px', cell: due },
  ]
  return (
    <Loaded query={query} waiting={<Waiting rows={8} height={44} />}>
      {({ owed, more }) => (
        <>
          <DataTable caption={t.title} columns={columns} rows={owed} rowKey={(one) => one.markId} empty={<Empty>{t.none}</Empty>} density="reading" href={(one) => to(`/lessons/${one.lessonId}`)}
            phone={(one) => <a href={to(`/lessons/${one.lessonId}`)} data-plain=""><b>{listName(one.student)}, {one.className}</b><p className="muted small">{one.subject}, {one.work}, {dayText(one.date)}</p><p className="small">{due(one)}</p></a>} />
          {more ? <ShowMore shown={owed.length} onMore={() => setPage(page + 1)} /> : null}
        </>
      )}
    </Loaded>
  )
}

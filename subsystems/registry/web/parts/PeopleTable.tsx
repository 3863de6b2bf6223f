import { Avatar, DataTable, Row, StatusWord, type Column } from '@school/ui'
import { dayDigits, fullName, initials } from '@school/web'
import type { ReactNode } from 'react'
import type { PersonRow, Relation } from '../../contract/people.ts'
import { useT } from './words.ts'

interface Props { rows: readonly PersonRow[] | undefined; kind: Relation; currentId: string; onOpen: (row: PersonRow) => void; empty: ReactNode }

/** The list of people: the name opens the card at the side. */
export function PeopleTable({ rows, kind, currentId, onOpen, empty }: Props) {
  const t = useT()
  const columns: Column<PersonRow>[] = [
    { key: 'name', head: t.fio, names: true, cell: (row) => fullName(row) },
    { key: 'note', head: kind === 'staff' ? t.position : kind === 'pupil' ? t.classColumn : t.childrenColumn, cell: (row) => row.note.join('; ') },
    ...(kind === 'pupil' ? [{ key: 'born', head: t.birthDate, cell: (row: PersonRow) => row.birthDate ? dayDigits(row.birthDate) : '', hidePhone: true }] : []),
    ...(kind === 'pupil' ? [] : [{ key: 'contact', head: t.contact, cell: (row: PersonRow) => row.phone ?? row.email ?? '', hidePhone: true }]),
    { key: 'snils', head: t.snils, cell: (row) => row.hasSnils === null ? null : row.hasSnils ? <span className="muted">{t.given}</span> : <StatusWord tone="warn">{t.none}</StatusWord>, hidePhone: true },
  ]
  return (
    <DataTable caption={t.people} columns={columns} rows={rows} rowKey={(row) => row.id} currentKey={currentId || null} onOpen={onOpen} empty={empty} waitingRows={10}
      phone={(row) => <Row title={fullName(row)} sub={row.note.join('; ')} lead={<Avatar initials={initials(row)} />} onOpen={() => onOpen(row)} />} />
  )
}

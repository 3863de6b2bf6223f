import type { PersonRow, Relation } from '../../contract/people.ts'
import type { PersonName } from '../../contract/shapes.ts'
import type { ListedPerson } from './list-store.ts'

export interface NameRow { id: string; last_name: string; first_name: string; middle_name: string | null }

export const presentName = (row: NameRow): PersonName => ({ id: row.id, lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name })

/** A line of the list, holding no more than the reader may see. */
export function presentListed(row: ListedPerson, relation: Relation): PersonRow {
  const more = row.detail !== 'names'
  return {
    ...presentName(row), relation, birthDate: more ? row.birth_date : null, note: row.note, classId: row.class_id, phone: more ? row.phone : null, email: more ? row.email : null,
    hasSnils: row.detail === 'all' ? row.snils !== null : null,
  }
}

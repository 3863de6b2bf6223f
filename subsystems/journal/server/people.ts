import type { PersonRef } from '../contract/index.ts'

/** A person joined to a row as `by_id` and names; null when there is none. */
export const presentPerson = (row: { by_id: string | null; last_name: string; first_name: string; middle_name: string | null }): PersonRef | null =>
  row.by_id === null ? null : { id: row.by_id, lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name }

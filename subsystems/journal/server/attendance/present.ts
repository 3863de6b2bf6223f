import type { Excuse } from '../../contract/index.ts'
import { presentPerson } from '../people.ts'
import type { ExcuseRow } from './store.ts'

export const presentExcuse = (row: ExcuseRow): Excuse =>
  ({ id: row.id, studentId: row.student_id, from: row.starts, to: row.ends, reason: row.reason, text: row.text, state: row.state, answer: row.answer, by: presentPerson(row), at: row.put_at.toISOString() })

import { Problem, type Work } from '@school/server'
import type { MadeRecord, StudentRecordDocument } from '../../contract/index.ts'
import { sealed } from '../exports/seal.ts'
import { fullName } from '../words/words.ts'
import type { KeptPupil } from './access.ts'
import { bytesOf, sha256Of } from './document.ts'
import { findMade, findMaterial, insertMade, type MadeRow } from './store.ts'

export const presentMade = (row: MadeRow): MadeRecord => ({ id: row.id, year: row.year, className: row.class_name, sha256: row.document_sha256, madeAt: row.made_at.toISOString(), madeBy: row.made_by_name })

/** Makes the record of a pupil and seals it; the same again answers with the record that was made. */
export async function makeRecordOf(work: Work, pupil: KeptPupil, id: string): Promise<MadeRecord> {
  const known = await findMade(work, id)
  if (known && known.student_id !== pupil.id) throw new Problem(409, 'reports.id_taken')
  if (!known) {
    const bytes = bytesOf(await documentOf(work, pupil, id))
    const container = await sealed(`${fullName(pupil)}.json`, bytes).catch(() => { throw new Problem(503, 'reports.not_signed') })
    await insertMade(work, { id, studentId: pupil.id, year: pupil.year, className: pupil.class_name, sha256: sha256Of(bytes), container })
  }
  work.audit('reports.record.make', { about: pupil.id, after: { recordId: id } })
  return presentMade((await findMade(work, id))!)
}

async function documentOf(work: Work, pupil: KeptPupil, id: string): Promise<StudentRecordDocument> {
  const material = await findMaterial(work, pupil.id, pupil.year)
  return {
    format: 'moya-shkola.student-record', version: 1, id, madeAt: work.now.toISOString(), school: material.school,
    pupil: { lastName: pupil.last_name, firstName: pupil.first_name, middleName: pupil.middle_name, birthDate: pupil.birth_date }, year: pupil.year, className: pupil.class_name,
    enrolments: material.enrolments, periods: material.periods, subjects: material.subjects, absences: material.absences,
  }
}

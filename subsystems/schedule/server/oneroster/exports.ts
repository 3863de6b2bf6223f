import { notFound, Problem, type Read, type Work } from '@school/server'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { writeTemplate } from '../imports/workbook-template.ts'
import { readRosterState } from '../imports/store.ts'
import { fileNames, type Mode, type Tables } from './fields.ts'
import { writePackage } from './package.ts'
import { findExport, findLastSent, insertExport, listPackageRows, type ExportRow } from './store.ts'
import { filledRows } from './workbook.ts'
import { changesSince, fingerprints, tablesOf } from './write.ts'

type Wanted = { recipient: string; format: ExportRow['format']; mode: Mode }

/** Makes the package under the client's id; one already made is given again as it was. */
export async function makeExport(work: Work, id: string, wanted: Wanted): Promise<ExportRow> {
  const known = await findExport(work, id)
  if (known) { work.audit('schedule.roster.export', { about: id, after: { repeated: true } }); return known }
  const made = wanted.format === 'workbook' ? await workbookOf(work) : await packageOf(work, wanted)
  await insertExport(work, { id, ...wanted, mode: wanted.format === 'workbook' ? 'bulk' : wanted.mode, ...made })
  work.audit('schedule.roster.export', { about: id, after: { ...wanted, counts: made.counts } })
  return (await findExport(work, id)) ?? missing()
}

const missing = (): never => { throw notFound() }

async function packageOf(work: Work, { recipient, mode }: Wanted) {
  const today = await registryFace.schoolDay(work)
  const year = schoolYearOf(today)
  const rows = await listPackageRows(work, year, today)
  if (!rows.sessions.some((one) => one['type'] === 'schoolYear')) throw new Problem(409, 'schedule.year_not_open', { year })
  const whole = tablesOf(rows, year + 1)
  const before = mode === 'delta' ? await findLastSent(work, recipient) : null
  if (mode === 'delta' && before === null) throw new Problem(409, 'schedule.export_no_earlier', { recipient })
  const tables = before === null ? whole : changesSince(whole, before, work.now.toISOString())
  return { counts: countsOf(tables), sent: fingerprints(whole), content: writePackage(tables, mode, { name: 'Моя школа', code: 'moya-shkola' }) } // not a message: the sender's name inside the package
}

const countsOf = (tables: Tables) => Object.fromEntries(fileNames.filter((name) => tables[name].length > 0).map((name) => [name, tables[name].length]))

/** The school's lists as our own workbook; read back, it changes nothing. */
async function workbookOf(read: Read) {
  const filled = filledRows(await readRosterState(read, schoolYearOf(await registryFace.schoolDay(read))))
  return { counts: Object.fromEntries(Object.entries(filled).map(([sheet, rows]) => [sheet, rows.length])), sent: null, content: await writeTemplate(filled) }
}

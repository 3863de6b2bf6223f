import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { unzipSync, zipSync } from 'fflate'
import { whyNotWorkbook, WORKBOOK_LIMITS, type SheetFault as ZipFault } from '@school/workbook'
import type { RowError } from '../imports/workbook-rows.ts'
import { fileNames, FILES, noTables, otherFiles, type FileName, type Mode, type Row, type Tables } from './fields.ts'

export type Package = {
  modes: Partial<Record<FileName, Mode>>
  tables: Tables
  /** Line of the file by record, for telling where something is wrong. */
  lines: Map<Row, number>
  errors: RowError[]
}

const wrong = (sheet: string, code: string, value = '', row = 0, column = ''): RowError => ({ sheet, row, column, code, value, hint: null })

/** Whether a zip says of itself that it is a OneRoster package rather than a workbook. */
export function isPackage(bytes: Uint8Array): boolean {
  if (whyNotWorkbook(bytes) !== null) return false
  let found = false
  unzipSync(bytes, { filter: ({ name }) => { found ||= baseName(name) === 'manifest.csv'; return false } })
  return found
}

/** Reads the zip file by file; everything wrong is listed at once, nothing is thrown for what is in it. */
export function readPackage(bytes: Uint8Array): Package {
  const read: Package = { modes: {}, tables: noTables(), lines: new Map(), errors: [] }
  const fault: ZipFault | null = whyNotWorkbook(bytes)
  if (fault) { read.errors.push(wrong('', fault)); return read }
  const wanted = new Set(['manifest.csv', ...fileNames.map((name) => `${name}.csv`)])
  const files = new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted.has(baseName(name)) })).map(([name, content]) => [baseName(name), content]))
  const manifest = new Map(rowsOf(read, 'manifest', files.get('manifest.csv')).map(({ cells }) => [cells['propertyName'] ?? '', cells['value'] ?? '']))
  const version = manifest.get('oneroster.version')
  if (version !== '1.2') { read.errors.push(wrong('manifest.csv', 'oneroster_version', version ?? '')); return read }
  for (const name of fileNames) {
    const mode = manifest.get(`file.${name}`) ?? 'absent'
    const content = files.get(`${name}.csv`)
    if (mode !== 'bulk' && mode !== 'delta') continue
    if (content === undefined) { read.errors.push(wrong('manifest.csv', 'file_missing', `${name}.csv`)); continue }
    read.modes[name] = mode
    fill(read, name, content)
  }
  return read
}

function fill(read: Package, name: FileName, content: Uint8Array): void {
  const seen = new Map<string, number>()
  for (const { cells, line } of rowsOf(read, name, content)) {
    const id = cells['sourcedId'] ?? ''
    if (id === '') { read.errors.push(wrong(`${name}.csv`, 'required', '', line, 'sourcedId')); continue }
    if (seen.has(id)) { read.errors.push({ ...wrong(`${name}.csv`, 'duplicate_id', id, line, 'sourcedId'), hint: String(seen.get(id)) }); continue }
    seen.set(id, line)
    const row = cells as Row
    read.tables[name].push(row)
    read.lines.set(row, line)
  }
}

function rowsOf(read: Package, name: string, content: Uint8Array | undefined): { cells: Record<string, string>; line: number }[] {
  if (content === undefined) { read.errors.push(wrong('', 'no_manifest')); return [] }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    const found = parse(text, { bom: true, columns: true, skip_empty_lines: true, relax_column_count: true, trim: true, info: true, max_record_size: 100_000 }) as unknown as { record: Record<string, string>; info: { lines: number } }[]
    if (found.length > WORKBOOK_LIMITS.rows * 5) { read.errors.push(wrong(`${name}.csv`, 'too_many_rows')); return [] }
    return found.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    read.errors.push(wrong(`${name}.csv`, error instanceof TypeError ? 'bad_encoding' : 'not_csv'))
    return []
  }
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Writes a package: the manifest and every file that has rows (an empty file is not permitted). */
export function writePackage(tables: Tables, mode: Mode, system: { name: string; code: string }): Uint8Array {
  const present = fileNames.filter((name) => tables[name].length > 0)
  const manifest = [
    ['manifest.version', '1.0'], ['oneroster.version', '1.2'],
    ...[...fileNames, ...otherFiles].toSorted().map((name) => [`file.${name}`, present.includes(name as FileName) ? mode : 'absent']),
    ['source.systemName', system.name], ['source.systemCode', system.code],
  ]
  const files = present.map((name): [string, Uint8Array] => {
    const columns = ['sourcedId', 'status', 'dateLastModified', ...FILES[name]]
    return [`${name}.csv`, text(stringify(tables[name].map((row) => columns.map((column) => (row[column] ?? '').replace(/[\r\n]+/g, ' '))), { header: true, columns, record_delimiter: 'windows' }))]
  })
  return zipSync({ 'manifest.csv': text(stringify(manifest, { header: true, columns: ['propertyName', 'value'], record_delimiter: 'windows' })), ...Object.fromEntries(files) }, { level: 6 })
}

const text = (content: string) => new TextEncoder().encode(content)

import { registryFace } from '@school/registry/server'
import type { Read } from '@school/server'
import type { Report, ReportList } from '../../contract/index.ts'
import { isOffice, readableClass, readableTeacher } from '../frame/access.ts'
import { spanOf, yearOf, type Frame } from '../frame/frame.ts'
import { findFrame, listReadableClasses, listReadableTeachers } from '../frame/store.ts'
import { asCollege, reportOfCollege } from '../words/college-words.ts'
import { wordsIn, type Language } from '../words/words.ts'
import { catalogue, specOf } from './catalogue.ts'

export interface Wish {
  readonly params: { readonly key: string; readonly classId?: string; readonly teacherId?: string }
  readonly query: { readonly language?: Language; readonly period?: string; readonly day?: string; readonly least?: number }
}

const usualLeast = 10

/** The calendar of the school as reports need it. */
export async function frameOf(read: Read): Promise<Frame> {
  const row = await findFrame(read)
  const periods = row.periods ?? []
  return { today: row.today, clock: row.clock, timeZone: row.time_zone, school: row.school, periods, year: yearOf(periods, row.today) }
}

/** Makes a report in the words of one language, once its reader is known to be allowed. */
export async function makeReport(read: Read, { params, query }: Wish): Promise<Report> {
  const words = wordsIn(query.language)
  const frame = await frameOf(read)
  const classUnit = params.classId === undefined ? null : await readableClass(read, params.classId)
  const teacher = params.teacherId === undefined ? null : await readableTeacher(read, params.teacherId, frame.year)
  const spec = specOf(classUnit ? 'class' : teacher ? 'teacher' : 'school', params.key)
  const span = spanOf(frame, spec.asks.includes('period') ? query.period : 'year', classUnit?.scheme_id ?? null, words.year, classUnit?.year, spec.ended)
  const day = query.day ?? frame.today
  const tables = await spec.make(read, { frame, span, day, least: query.least ?? usualLeast, classId: classUnit?.id ?? null, teacherId: teacher?.id ?? null, words })
  const { title, about } = words.reports[spec.of][spec.key]!
  const report: Report = {
    key: spec.key, title, about, place: [classUnit?.name ?? teacher?.name, frame.school].filter(Boolean).join(', '), span: spec.asks.includes('day') ? words.onDay(day) : words.span(span.name, span.starts, span.until),
    madeAt: read.now.toISOString(), tables: [...tables],
  }
  return await isCollege(read) ? reportOfCollege(report, query.language) : report
}

const isCollege = async (read: Read): Promise<boolean> => (await registryFace.schoolOf(read, read.schoolId))?.kind === 'college'

/** What this person may ask, of whom and of which time. */
export async function listFor(read: Read, language: Language | undefined): Promise<ReportList> {
  const words = wordsIn(language)
  const frame = await frameOf(read)
  const office = isOffice(read)
  const classes = (await listReadableClasses(read, office, null)).filter((one) => one.year === frame.year)
  const teachers = await listReadableTeachers(read, office, null, frame.year)
  const college = await isCollege(read)
  const said = ({ title, about }: { title: string; about: string }) => (college ? { title: asCollege(title, language), about: asCollege(about, language) } : { title, about })
  const offered = { class: classes.length > 0, teacher: teachers.length > 0, school: office }
  return {
    today: frame.today, periods: frame.periods.filter((one) => one.year === frame.year).map(({ id, schemeId, name, starts, ends }) => ({ id, schemeId, name, starts, ends })),
    classes: classes.map((one) => ({ id: one.id, name: one.name, schemeId: one.scheme_id })), teachers: teachers.map((one) => ({ id: one.id, name: one.name })),
    reports: catalogue.filter((one) => offered[one.of]).map((one) => ({ key: one.key, of: one.of, ended: one.ended ?? false, asks: [...one.asks], ...said(words.reports[one.of][one.key]!) })),
  }
}

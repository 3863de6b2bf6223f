import { addressOf } from '@school/contract'
import { ask, useContextOfPage, useLanguage, useQuery, useUrlValue } from '@school/web'
import { getClassReport, getClassReportFile, getSchoolReport, getSchoolReportFile, getTeacherReport, getTeacherReportFile, listReports, type ReportList } from '../../contract/index.ts'

export type Of = 'class' | 'teacher' | 'school'

/** What the address asks for; whom and when have sensible first values. */
export function useAsked(of: Of, list: ReportList | undefined, ended: boolean) {
  const [classId, setClass] = useUrlValue('class', list?.classes[0]?.id ?? '')
  const [teacherId, setTeacher] = useUrlValue('teacher', list?.teachers[0]?.id ?? '')
  const [period, setPeriod] = useUrlValue('period')
  const [day, setDay] = useUrlValue('day', list?.today ?? '')
  const [least, setLeast] = useUrlValue('least', '10')
  const schemeId = of === 'class' ? list?.classes.find((one) => one.id === classId)?.schemeId ?? null : null
  const periods = list?.periods.filter((one) => schemeId === null || one.schemeId === schemeId) ?? []
  const over = ended ? periods.filter((one) => one.ends <= (list?.today ?? '')).at(-1) : undefined
  const current = over ?? periods.filter((one) => one.starts <= (list?.today ?? '')).at(-1) ?? periods[0]
  const known = period === 'year' || periods.some((one) => one.id === period) ? period : current?.id ?? 'year'
  return { classId, setClass, teacherId, setTeacher, period: known, setPeriod, day, setDay, least, setLeast, periods }
}
export type AskedFor = ReturnType<typeof useAsked>

/** The list for the choices of the page. */
export function useList() {
  const { schoolId } = useContextOfPage()
  const language = useLanguage()
  return useQuery(ask(listReports, { params: { schoolId: schoolId ?? '' }, query: { language } }))
}

/** The report itself and the addresses of its files. */
export function useReport(of: Of, key: string, asks: readonly string[], asked: AskedFor, ready: boolean) {
  const { schoolId: id } = useContextOfPage()
  const language = useLanguage()
  const schoolId = id ?? ''
  const least = Math.min(500, Math.max(1, Math.trunc(Number(asked.least)) || 10))
  const query = { language, ...(asks.includes('period') ? { period: asked.period } : {}), ...(asks.includes('day') && asked.day ? { day: asked.day } : {}), ...(asks.includes('least') ? { least } : {}) }
  const about = {
    class: { read: ask(getClassReport, { params: { schoolId, classId: asked.classId, key: key as never }, query }), file: getClassReportFile, params: { schoolId, classId: asked.classId, key } },
    teacher: { read: ask(getTeacherReport, { params: { schoolId, teacherId: asked.teacherId, key: key as never }, query }), file: getTeacherReportFile, params: { schoolId, teacherId: asked.teacherId, key } },
    school: { read: ask(getSchoolReport, { params: { schoolId, key: key as never }, query }), file: getSchoolReportFile, params: { schoolId, key } },
  }[of]
  const found = useQuery({ ...(about.read as ReturnType<typeof ask<typeof getSchoolReport>>), enabled: ready })
  return { found, fileAddress: (format: 'xlsx' | 'pdf') => addressOf(about.file, { params: about.params, query: { ...query, format } }) }
}

import { Day, Id, OneOf, route } from '@school/contract'
import { Type } from 'typebox'
import { Report, ReportList } from './report.ts'

export const ClassReportKey = OneOf('summary', 'homeroom', 'attendance', 'risk', 'accumulation', 'movement', 'acknowledgement', 'fill')
export const TeacherReportKey = OneOf('subject', 'fill', 'programme', 'accumulation')
export const SchoolReportKey = OneOf('results', 'objectivity', 'attendance', 'risk', 'fill', 'programme', 'accumulation', 'movement', 'headcount', 'acknowledgement')

const language = Type.Optional(OneOf('ru', 'en'))
/** A period of the calendar, or the whole year; without it, the period that is going on. `least` is the number of missed lessons from which a pupil is listed. */
const asked = {
  language, day: Type.Optional(Day), least: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  period: Type.Optional(Type.String({ pattern: '^(year|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$' })),
}
const query = Type.Object(asked)
const fileQuery = Type.Object({ ...asked, format: OneOf('xlsx', 'pdf') })
const ofClass = Type.Object({ schoolId: Id, classId: Id, key: ClassReportKey })
const ofTeacher = Type.Object({ schoolId: Id, teacherId: Id, key: TeacherReportKey })
const ofSchool = Type.Object({ schoolId: Id, key: SchoolReportKey })
const forClass = { permission: 'reports.class.read' } as const
const forTeacher = { permission: 'reports.teacher.read' } as const
const forSchool = { permission: 'reports.school.read' } as const

export const listReports = route({
  method: 'GET', path: '/api/schools/:schoolId/reports', summary: 'Reports this person may ask for, with the classes, teachers and periods to choose', access: { permission: 'reports.list.read' },
  params: Type.Object({ schoolId: Id }), query: Type.Object({ language }), reply: ReportList,
})
export const getClassReport = route({ method: 'GET', path: '/api/schools/:schoolId/reports/classes/:classId/:key', summary: 'A report about a class', access: forClass, params: ofClass, query, reply: Report })
export const getTeacherReport = route({ method: 'GET', path: '/api/schools/:schoolId/reports/teachers/:teacherId/:key', summary: 'A report about the lessons of a teacher', access: forTeacher, params: ofTeacher, query, reply: Report })
export const getSchoolReport = route({ method: 'GET', path: '/api/schools/:schoolId/reports/school/:key', summary: 'A report about the whole school', access: forSchool, params: ofSchool, query, reply: Report })

const file = { method: 'GET', stream: true, query: fileQuery, reply: Type.Unknown() } as const
export const getClassReportFile = route({ ...file, path: '/api/schools/:schoolId/reports/classes/:classId/:key/file', summary: 'A report about a class as Excel or PDF', access: forClass, params: ofClass })
export const getTeacherReportFile = route({ ...file, path: '/api/schools/:schoolId/reports/teachers/:teacherId/:key/file', summary: 'A report about the lessons of a teacher as Excel or PDF', access: forTeacher, params: ofTeacher })
export const getSchoolReportFile = route({ ...file, path: '/api/schools/:schoolId/reports/school/:key/file', summary: 'A report about the whole school as Excel or PDF', access: forSchool, params: ofSchool })

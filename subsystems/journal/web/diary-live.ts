import { lessonChanged, timetableChanged } from '@school/schedule/contract'
import { keyOf, onFact, type LiveRule } from '@school/web'
import { absenceSpanPut, answerPut, attendancePut, excusePut, explainAverage, explainFinal, finalPut, finalsChanged, getDiaryWeek, getMissing, getPupilHomework, getStudentFinals, getStudentToday, getSubjectPage, getSubjects, homeworkDone, homeworkPut, lessonRecorded, listAbsences, listExcuses, markPut, markShown, promotionPut, settingsChanged, weekAcknowledged, workPut } from '../contract/index.ts'

interface OfStudent { readonly schoolId: string; readonly studentId: string }

const weeks = ({ schoolId, studentId }: OfStudent) => [keyOf(getDiaryWeek, { params: { schoolId, studentId } }), keyOf(getStudentToday, { params: { schoolId, studentId } }), keyOf(getMissing, { params: { schoolId, studentId } })]
const record = ({ schoolId, studentId }: OfStudent) => [...weeks({ schoolId, studentId }), keyOf(getSubjects, { params: { schoolId, studentId } }), keyOf(getSubjectPage), keyOf(explainAverage), keyOf(getStudentFinals, { params: { schoolId, studentId } }), keyOf(explainFinal), keyOf(listAbsences, { params: { schoolId, studentId } })]
const everyWeek = () => [keyOf(getDiaryWeek), keyOf(getStudentToday), keyOf(getMissing)]

/** What makes a family's pages stale: marks appear by themselves. */
export const diaryLive: readonly LiveRule[] = [
  onFact(markPut, record), onFact(markShown, record), onFact(attendancePut, record), onFact(absenceSpanPut, record),
  onFact(excusePut, ({ schoolId, studentId }) => [keyOf(listExcuses, { params: { schoolId, studentId } })]),
  onFact(finalPut, ({ schoolId, studentId }) => [keyOf(getStudentFinals, { params: { schoolId, studentId } }), keyOf(explainFinal)]),
  onFact(finalsChanged, ({ schoolId, studentId }) => [keyOf(getStudentFinals, { params: { schoolId, studentId } }), keyOf(explainFinal)]),
  onFact(promotionPut, ({ schoolId, studentId }) => [keyOf(getStudentFinals, { params: { schoolId, studentId } })]),
  onFact(answerPut, (of) => [...weeks(of), keyOf(getPupilHomework, { params: { schoolId: of.schoolId, studentId: of.studentId, homeworkId: of.homeworkId } })]),
  onFact(homeworkDone, weeks), onFact(weekAcknowledged, weeks),
  onFact(homeworkPut, everyWeek), onFact(workPut, everyWeek), onFact(lessonRecorded, everyWeek), onFact(lessonChanged, everyWeek), onFact(timetableChanged, everyWeek),
  onFact(settingsChanged, () => [keyOf(getSubjects), keyOf(getSubjectPage)]),
]

import { keyOf, onFact, type LiveRule } from '@school/web'
import { absenceSpanPut, answerPut, attendancePut, classAbsences, closingChanged, excusePut, explainAverage, explainFinal, finalPut, getAbsentToday, getCellHistory, getClassDay, getClassFinals, getClassPromotion, getClosingBoard, getClosingChecklist, getCourseFinals, getLessonSheet, getQuestion, getSchoolOverview, getSettings, getTeacherDay, homeworkDone, homeworkLoad, homeworkPut, lessonRecorded, listAnswers, listQuestions, listUnfilled, listUnlocks, listWaitingAnswers, markPut, promotionPut, questionChanged, settingsChanged, unlockChanged, workPut } from '../contract/index.ts'

/** The page of a course, whatever its range. */
export const pageKey = (courseId: string) => ['journal.page', courseId] as const

interface OfLesson { readonly schoolId: string; readonly courseId: string; readonly lessonId: string }

const lessonKeys = ({ schoolId, courseId, lessonId }: OfLesson) => [pageKey(courseId), keyOf(getLessonSheet, { params: { schoolId, lessonId } }), keyOf(getTeacherDay), keyOf(listUnfilled), keyOf(getSchoolOverview)]
/** Typing brings such facts by the hundred: what shows no marks stays as it is. */
const cellKeys = (fact: OfLesson & { readonly studentId: string }) => [
  pageKey(fact.courseId), keyOf(getTeacherDay), keyOf(listUnfilled), keyOf(getSchoolOverview), keyOf(getCellHistory, { params: { schoolId: fact.schoolId, lessonId: fact.lessonId, studentId: fact.studentId } }),
  keyOf(explainAverage),
]

const absenceKeys = () => [keyOf(getAbsentToday), keyOf(classAbsences), keyOf(getClassDay)]

/** What others do makes these pages stale. */
export const live: readonly LiveRule[] = [
  onFact(markPut, cellKeys),
  onFact(attendancePut, (fact) => [...cellKeys(fact), ...absenceKeys(), keyOf(getLessonSheet, { params: { schoolId: fact.schoolId, lessonId: fact.lessonId } })]),
  onFact(absenceSpanPut, absenceKeys),
  onFact(excusePut, absenceKeys),
  onFact(finalPut, ({ schoolId, courseId }) => [keyOf(getCourseFinals, { params: { schoolId, courseId } }), keyOf(getClassFinals), keyOf(explainFinal), keyOf(getClosingBoard), keyOf(getClosingChecklist)]),
  onFact(closingChanged, () => [keyOf(getClosingBoard), keyOf(getCourseFinals), keyOf(getClassFinals)]),
  onFact(unlockChanged, () => [keyOf(listUnlocks), keyOf(getClosingBoard), keyOf(getCourseFinals)]),
  onFact(promotionPut, () => [keyOf(getClassPromotion)]),
  onFact(workPut, lessonKeys),
  onFact(lessonRecorded, lessonKeys),
  onFact(homeworkPut, (fact) => [...lessonKeys(fact), keyOf(homeworkLoad)]),
  onFact(answerPut, ({ schoolId, homeworkId }) => [keyOf(listAnswers, { params: { schoolId, homeworkId } }), keyOf(listWaitingAnswers), keyOf(getLessonSheet)]),
  onFact(homeworkDone, ({ courseId }) => [pageKey(courseId), keyOf(getLessonSheet), keyOf(getTeacherDay)]),
  onFact(questionChanged, ({ schoolId, questionId }) => [keyOf(listQuestions), keyOf(getQuestion, { params: { schoolId, questionId } })]),
  onFact(settingsChanged, () => [keyOf(getSettings), keyOf(explainAverage)]),
]

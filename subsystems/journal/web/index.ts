// not messages: names of things as registers, keys and rails have them
import { homeMain, homeSide } from '@school/portal/contract'
import { classCard, officeSections, studentCard } from '@school/registry/contract'
import { IconBook2, IconMessageCircle, IconNotebook, IconUserQuestion } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'
import { diarySide, lessonPanel } from '../contract/index.ts'
import { diaryLive } from './diary-live.ts'
import { live } from './live.ts'

export const web: WebSubsystem = {
  name: 'journal',
  live: [...live, ...diaryLive],
  entries: () => import('./parts/grid/kinds.ts'),
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  noticeWords: { ru: () => import('./messages/notices.ru.ts'), en: () => import('./messages/notices.en.ts') },
  pages: [
    page('/journal', () => import('./pages/Courses.tsx'), { needs: 'journal.page.read', offline: true }),
    page('/journal/:courseId', () => import('./pages/Journal.tsx'), { needs: 'journal.page.read', wide: true, offline: true, slots: [lessonPanel] }),
    page('/journal/homework/:homeworkId', () => import('./pages/HomeworkAnswers.tsx'), { needs: 'journal.page.read' }),
    page('/lessons/:lessonId', () => import('./pages/Lesson.tsx'), { needs: 'journal.page.read', offline: true, slots: [lessonPanel] }),
    page('/attendance', () => import('./pages/Attendance.tsx'), { needs: 'journal.class.read' }),
    page('/attendance/classes/:classId', () => import('./pages/ClassAttendance.tsx'), { needs: 'journal.class.read' }),
    page('/journal/:courseId/finals', () => import('./pages/CourseFinals.tsx'), { needs: 'journal.page.read' }),
    page('/classes/:classId/finals', () => import('./pages/ClassFinals.tsx'), { needs: 'journal.class.read' }),
    page('/classes/:classId/promotion', () => import('./pages/ClassPromotion.tsx'), { needs: 'journal.class.read' }),
    page('/classes/:classId/desk', () => import('./pages/ClassDesk.tsx'), { needs: 'journal.class.read' }),
    page('/questions', () => import('./pages/Questions.tsx'), { needs: 'journal.question.read' }),
    page('/manage/closing', () => import('./pages/Closing.tsx'), { needs: 'journal.closing.put' }),
    page('/manage/marking', () => import('./pages/Settings.tsx'), { needs: 'journal.settings.read' }),
    ...['', '/students/:studentId'].flatMap((of) => [
      page(`${of}/diary`, () => import('./pages/Diary.tsx'), { needs: 'journal.diary.read', offline: true, slots: [diarySide] }),
      page(`${of}/diary/homework/:homeworkId`, () => import('./pages/PupilHomework.tsx'), { needs: 'journal.diary.read' }),
      page(`${of}/diary/marks`, () => import('./pages/DiaryMarks.tsx'), { needs: 'journal.diary.read' }),
      page(`${of}/diary/finals`, () => import('./pages/DiaryFinals.tsx'), { needs: 'journal.diary.read' }),
      page(`${of}/diary/subjects/:courseId`, () => import('./pages/Subject.tsx'), { needs: 'journal.diary.read' }),
      page(`${of}/diary/absences`, () => import('./pages/Absences.tsx'), { needs: 'journal.diary.read' }),
      page(`${of}/diary/missing`, () => import('./pages/Missing.tsx'), { needs: 'journal.diary.read' }),
    ]),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/journal', title: { ru: 'Журнал', en: 'Journal' }, icon: IconNotebook, order: 10, roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'], needs: 'journal.page.read', also: ['/lessons'] },
    // not a message: as above
    { path: '/attendance', title: { ru: 'Нет в школе', en: 'Absences' }, icon: IconUserQuestion, order: 15, roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'], needs: 'journal.class.read' },
    // not a message: as above
    { path: '/questions', title: { ru: 'Вопросы', en: 'Questions' }, icon: IconMessageCircle, order: 60, roles: ['parent', 'pupil', 'teacher', 'homeroomTeacher', 'deputyHead', 'principal'], needs: 'journal.question.read' },
    { path: '/diary', title: { ru: 'Дневник', en: 'Diary' }, icon: IconBook2, order: 10, roles: ['pupil', 'parent'], needs: 'journal.diary.read' },
  ],
  fills: [
    fill(homeMain, () => import('./parts/child-today/ChildToday.tsx'), { needs: ['journal.week.acknowledge', 'journal.homework.done'], order: 10 }),
    fill(homeSide, () => import('./parts/child-today/ChildrenWait.tsx'), { needs: 'journal.week.acknowledge', order: 10 }),
    fill(studentCard, () => import('./parts/office/DiaryLink.tsx'), { ownWords: true, needs: 'journal.diary.read', order: 10 }),
    fill(homeMain, () => import('./parts/home/TeacherDay.tsx'), { needs: 'journal.day.read', order: 10 }),
    fill(homeSide, () => import('./parts/home/Unfilled.tsx'), { needs: 'journal.day.read', order: 10 }),
    fill(homeSide, () => import('./parts/home/AnswersWait.tsx'), { needs: 'journal.day.read', order: 5 }),
    fill(homeMain, () => import('./parts/home/SchoolDay.tsx'), { needs: 'journal.overview.read', order: 1 }),
    fill(homeMain, () => import('./parts/home/SchoolUnfilled.tsx'), { needs: 'journal.overview.read', order: 20 }),
    fill(homeSide, () => import('./parts/home/Substitutions.tsx'), { needs: 'journal.overview.read', order: 10 }),
    fill(studentCard, () => import('./parts/office/Brought.tsx'), { needs: 'journal.reason.put', order: 20 }),
    fill(classCard, () => import('./parts/office/ClassRow.tsx'), { ownWords: true, needs: 'journal.class.read', order: 10 }),
    fill(officeSections, () => import('./parts/office/ClosingRow.tsx'), { ownWords: true, needs: 'journal.closing.put', order: 15 }),
    fill(officeSections, () => import('./parts/office/SettingsRow.tsx'), { ownWords: true, needs: 'journal.settings.put', order: 20 }),
  ],
}

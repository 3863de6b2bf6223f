import { officeSections } from '@school/registry/contract'
import { IconListCheck } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'
import { live } from './live.ts'

export const web: WebSubsystem = {
  name: 'planning',
  live,
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/manage/year', () => import('./pages/YearSteps.tsx'), { needs: 'planning.year.open' }),
    page('/manage/plans', () => import('./pages/Curricula.tsx'), { needs: 'planning.curriculum.read' }),
    page('/manage/plans/norms', () => import('./pages/Norms.tsx'), { needs: 'planning.curriculum.read' }),
    page('/manage/plans/:id', () => import('./pages/CurriculumPage.tsx'), { needs: 'planning.curriculum.read', wide: true }),
    page('/manage/load', () => import('./pages/Load.tsx'), { needs: 'planning.load.read', wide: true }),
    page('/lesson-plans', () => import('./pages/LessonPlans.tsx'), { needs: 'planning.programme.read' }),
    page('/lesson-plans/:courseId', () => import('./pages/LessonPlan.tsx'), { needs: 'planning.programme.read' }),
    page('/programmes', () => import('./pages/Programmes.tsx'), { needs: 'planning.programme.read' }),
    page('/programmes/:id', () => import('./pages/ProgrammePage.tsx'), { needs: 'planning.programme.read' }),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/lesson-plans', title: { ru: 'КТП', en: 'Lesson plans' }, icon: IconListCheck, order: 22, roles: ['teacher', 'homeroomTeacher'], needs: 'planning.programme.read', also: ['/programmes'] },
  ],
  fills: [fill(officeSections, () => import('./parts/office/OfficeRows.tsx'), { ownWords: true, needs: 'planning.year.open', order: 4 })],
}

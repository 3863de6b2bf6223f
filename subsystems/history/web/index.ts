import { officeSections } from '@school/registry/contract'
import { IconEye, IconHistory } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'

export const web: WebSubsystem = {
  name: 'history',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/manage/history', () => import('./pages/History.tsx'), { needs: ['history.school.read', 'history.system.read'] }),
    page('/looks', () => import('./pages/Looks.tsx'), { needs: 'history.own.read' }),
  ],
  fills: [fill(officeSections, () => import('./parts/HistoryRow.tsx'), { needs: 'history.school.read', order: 40 })],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/looks', title: { ru: 'Кто смотрел', en: 'Who looked' }, icon: IconEye, order: 85, place: 'foot', roles: ['parent', 'pupil'], needs: 'history.own.read' },
    // not a message: as above
    { path: '/manage/history', title: { ru: 'История', en: 'History' }, icon: IconHistory, order: 95, place: 'foot', roles: ['operator'], needs: 'history.system.read' },
  ],
}

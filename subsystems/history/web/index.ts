import { homeSide } from '@school/portal/contract'
import { officeSections, territorySections } from '@school/registry/contract'
import { IconEye, IconHistory } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'

export const web: WebSubsystem = {
  name: 'history',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/history', () => import('./pages/History.tsx'), { needs: ['history.school.read', 'history.territory.read', 'history.system.read'] }),
    page('/looks', () => import('./pages/Looks.tsx')),
  ],
  fills: [
    fill(officeSections, () => import('./parts/office/HistoryRow.tsx'), { ownWords: true, needs: 'history.school.read', order: 40 }),
    fill(territorySections, () => import('./parts/office/HistoryRow.tsx'), { ownWords: true, needs: 'history.territory.read', order: 40 }),
    fill(homeSide, () => import('./parts/LatestLooks.tsx'), { needs: 'history.own.read', order: 200 }),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/looks', title: { ru: 'Кто смотрел', en: 'Who looked' }, icon: IconEye, order: 96, place: 'foot', roles: ['parent', 'pupil', 'teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'] },
    // not a message: as above
    { path: '/history', title: { ru: 'История', en: 'History' }, icon: IconHistory, order: 95, place: 'foot', roles: ['operator', 'regionalCurator', 'municipalCurator'], needs: ['history.system.read', 'history.territory.read'] },
  ],
}

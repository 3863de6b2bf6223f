// not messages: names of things as registers, keys and rails have them
import { officeSections, schoolCard, territoryCard } from '@school/registry/contract'
import { IconChartBar, IconUserCheck } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'
import { live } from './live.ts'

const curators = ['operator', 'regionalCurator', 'municipalCurator']

export const web: WebSubsystem = {
  name: 'identity',
  live,
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  noticeWords: { ru: () => import('./messages/notices.ru.ts'), en: () => import('./messages/notices.en.ts') },
  pages: [
    page('/sign-in', () => import('./pages/SignIn.tsx'), { access: 'public' }),
    page('/join', () => import('./pages/Join.tsx'), { access: 'signedIn' }),
    page('/join/:kind', () => import('./pages/Ask.tsx'), { access: 'signedIn' }),
    page('/profile', () => import('./pages/Profile.tsx'), { access: 'signedIn' }),
    page('/consents', () => import('./pages/Consents.tsx'), { access: 'signedIn' }),
    page('/requests', () => import('./pages/Requests.tsx'), { needs: 'identity.request.read' }),
    page('/workplace', () => import('./pages/Workplace.tsx'), { needs: 'identity.workplace.check' }),
    page('/connection', () => import('./pages/Connection.tsx'), { needs: 'identity.funnel.read' }),
    page('/connection/waiting', () => import('./pages/Waiting.tsx'), { needs: 'identity.waiting.read' }),
    page('/connection/merges', () => import('./pages/Merges.tsx'), { needs: 'identity.merge.decide' }),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/requests', title: { ru: 'Заявки', en: 'Requests' }, icon: IconUserCheck, order: 85, place: 'foot', roles: ['schoolAdmin'], needs: 'identity.request.read' },
    // not a message: as above
    { path: '/connection', title: { ru: 'Подключение', en: 'Connection' }, icon: IconChartBar, order: 85, place: 'foot', roles: curators, needs: 'identity.funnel.read' },
  ],
  fills: [
    fill(officeSections, () => import('./parts/office/ManageRows.tsx'), { ownWords: true, needs: 'identity.workplace.check', order: 10 }),
    fill(schoolCard, () => import('./parts/Administrators.tsx'), { needs: 'identity.curator.read', order: 10 }),
    fill(territoryCard, () => import('./parts/Curators.tsx'), { needs: 'identity.curator.read', order: 10 }),
  ],
}

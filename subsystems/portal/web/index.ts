import { officeSections, territorySections } from '@school/registry/contract'
import { IconHome } from '@school/ui'
import { fill, keyOf, onFact, page, type WebSubsystem } from '@school/web'
import { homeMain, homeSide, listItems, listOwnItems, newsPublished } from '../contract/index.ts'

export const web: WebSubsystem = {
  name: 'portal',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/', () => import('./pages/Front.tsx'), { access: 'public' }),
    page('/home', () => import('./pages/Home.tsx'), { offline: true, slots: [homeMain, homeSide] }),
    page('/news', () => import('./pages/News.tsx')),
    page('/manage/items', () => import('./pages/Items.tsx'), { needs: 'portal.item.put' }),
  ],
  fills: [fill(officeSections, () => import('./parts/office/ItemsRow.tsx'), { ownWords: true, needs: 'portal.item.put', order: 30 }), fill(territorySections, () => import('./parts/office/ItemsRow.tsx'), { ownWords: true, needs: 'portal.item.put', order: 30 })],
  live: [onFact(newsPublished, () => [keyOf(listItems), keyOf(listOwnItems)])],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/home', title: { ru: 'Главная', en: 'Home' }, icon: IconHome, order: 0 },
  ],
}

import { IconFolder } from '@school/ui'
import { page, type WebSubsystem } from '@school/web'
import { live } from './live.ts'

export const web: WebSubsystem = {
  name: 'files',
  live,
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/files', () => import('./pages/Files.tsx')),
    page('/files/in/:folderId', () => import('./pages/Files.tsx')),
    page('/files/view/:view', () => import('./pages/Files.tsx')),
    page('/shared/:secret', () => import('./pages/Linked.tsx'), { access: 'public' }),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/files', title: { ru: 'Мои файлы', en: 'My files' }, icon: IconFolder, order: 40 },
  ],
}

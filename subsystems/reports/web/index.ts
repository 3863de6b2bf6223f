import { IconReport } from '@school/ui'
import { page, type WebSubsystem } from '@school/web'

export const web: WebSubsystem = {
  name: 'reports',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/reports', () => import('./pages/Reports.tsx'), { needs: 'reports.list.read' }),
    page('/reports/journals', () => import('./pages/JournalExports.tsx'), { needs: 'reports.journal.export' }),
    page('/reports/:of/:name', () => import('./pages/ReportPage.tsx'), { needs: 'reports.list.read', wide: true }),
  ],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/reports', title: { ru: 'Отчёты', en: 'Reports' }, icon: IconReport, order: 40, roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'], needs: 'reports.list.read' },
  ],
}

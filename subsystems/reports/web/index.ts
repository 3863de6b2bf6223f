import { studentCard } from '@school/registry/contract'
import { IconReport } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'

export const web: WebSubsystem = {
  name: 'reports',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/reports', () => import('./pages/Reports.tsx'), { needs: 'reports.list.read' }),
    page('/reports/journals', () => import('./pages/JournalExports.tsx'), { needs: 'reports.journal.export' }),
    page('/reports/:of/:name', () => import('./pages/ReportPage.tsx'), { needs: 'reports.list.read', wide: true }),
  ],
  fills: [fill(studentCard, () => import('./parts/Records.tsx'), { needs: 'reports.record.keep', order: 30 })],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/reports', title: { ru: 'Отчёты', en: 'Reports' }, icon: IconReport, order: 40, roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'], needs: 'reports.list.read' },
  ],
}

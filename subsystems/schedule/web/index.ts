import { officeSections } from '@school/registry/contract'
import { IconCalendarEvent } from '@school/ui'
import { fill, page, type WebSubsystem } from '@school/web'
import { live } from './live.ts'

const everyone = 'schedule.lesson.read'

export const web: WebSubsystem = {
  name: 'schedule',
  live,
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/timetable', () => import('./pages/Timetable.tsx'), { needs: everyone, wide: true }),
    page('/timetable/rooms', () => import('./pages/Rooms.tsx'), { needs: 'schedule.timetable.read', wide: true }),
    page('/manage/timetables', () => import('./pages/Timetables.tsx'), { needs: 'schedule.timetable.put' }),
    page('/manage/timetables/:timetableId', () => import('./pages/TimetableEdit.tsx'), { needs: 'schedule.timetable.put', wide: true }),
    page('/manage/calendar', () => import('./pages/Calendar.tsx'), { needs: 'schedule.calendar.put' }),
    page('/manage/imports', () => import('./pages/Imports.tsx'), { needs: 'schedule.import.run' }),
    page('/manage/imports/:importId', () => import('./pages/ImportPage.tsx'), { needs: 'schedule.import.run' }),
    page('/manage/exports', () => import('./pages/Exports.tsx'), { needs: 'schedule.roster.export' }),
  ],
  fills: [fill(officeSections, () => import('./parts/OfficeRows.tsx'), { ownWords: true, needs: 'schedule.calendar.put', order: 5 })],
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/timetable', title: { ru: 'Расписание', en: 'Timetable' }, icon: IconCalendarEvent, order: 20, needs: everyone },
  ],
}

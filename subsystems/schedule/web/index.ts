import { IconCalendarEvent } from '@school/ui'
import { page, type WebSubsystem } from '@school/web'
import { fills } from './fills.ts'
import { live } from './live.ts'

const everyone = 'schedule.lesson.read'

export const web: WebSubsystem = {
  name: 'schedule',
  live,
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  noticeWords: { ru: () => import('./messages/notices.ru.ts'), en: () => import('./messages/notices.en.ts') },
  pages: [
    page('/timetable', () => import('./pages/Timetable.tsx'), { needs: everyone, wide: true }),
    page('/timetable/rooms', () => import('./pages/Rooms.tsx'), { needs: 'schedule.timetable.read', wide: true }),
    page('/timetable/substitutions', () => import('./pages/Substitutions.tsx'), { needs: 'schedule.lesson.change' }),
    page('/timetable/substitution-hours', () => import('./pages/SubstitutionHours.tsx'), { needs: 'schedule.lesson.change' }),
    page('/timetable/changes', () => import('./pages/DayChanges.tsx'), { needs: 'schedule.timetable.read' }),
    page('/timetable/screen', () => import('./pages/ChangesScreen.tsx'), { needs: 'schedule.timetable.read', wide: true }),
    page('/manage/timetables', () => import('./pages/Timetables.tsx'), { needs: 'schedule.timetable.put' }),
    page('/manage/timetables/:timetableId', () => import('./pages/TimetableBoard.tsx'), { needs: 'schedule.timetable.put', wide: true }),
    page('/manage/timetable-rules', () => import('./pages/TimetableRules.tsx'), { needs: 'schedule.timetable.put' }),
    page('/manage/calendar', () => import('./pages/Calendar.tsx'), { needs: 'schedule.calendar.put' }),
    page('/manage/imports', () => import('./pages/Imports.tsx'), { needs: 'schedule.import.run' }),
    page('/manage/imports/:importId', () => import('./pages/ImportPage.tsx'), { needs: 'schedule.import.run' }),
    page('/manage/exports', () => import('./pages/Exports.tsx'), { needs: 'schedule.roster.export' }),
  ],
  fills,
  nav: [
    // not a message: the rail is drawn before any catalogue comes
    { path: '/timetable', title: { ru: 'Расписание', en: 'Timetable' }, icon: IconCalendarEvent, order: 20, needs: everyone },
  ],
}

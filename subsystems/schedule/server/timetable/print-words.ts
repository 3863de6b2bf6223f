/** Words on posters and in books; a paper has its own language, whatever screen ordered it. */
export const words = {
  ru: {
    days: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'], number: '№', room: (name: string) => (/^\d/.test(name) ? `каб. ${name}` : name), week: { A: 'неделя А', B: 'неделя Б' },
    title: (of: string) => `Расписание: ${of}`, from: (day: string) => `действует с ${day}`, draft: 'черновик', page: (page: number, pages: number) => `${page} из ${pages}`, file: 'Расписание', minutes: 'Звонки',
  },
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'], number: '#', room: (name: string) => (/^\d/.test(name) ? `room ${name}` : name), week: { A: 'week A', B: 'week B' },
    title: (of: string) => `Timetable: ${of}`, from: (day: string) => `from ${day}`, draft: 'draft', page: (page: number, pages: number) => `${page} of ${pages}`, file: 'Timetable', minutes: 'Bells',
  },
} as const
export type PrintWords = (typeof words)['ru' | 'en']
/** A date as papers write it: 24.11.2026. */
export const paperDay = (day: string): string => day.split('-').toReversed().join('.')

/** Words in calendars of families and teachers; a calendar program names no language. */
export const words = { name: (whose: string) => `Уроки: ${whose}`, substitute: 'замена', cancelled: 'отменён', room: (name: string) => (/^\d/.test(name) ? `каб. ${name}` : name) }

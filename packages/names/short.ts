type Parts = { lastName: string; firstName: string; middleName?: string | null }

/** «Иванова А. П.»: initials after the surname. Takes a full name as text or in parts. */
export function shortName(name: string | Parts): string {
  const { lastName, firstName, middleName } = typeof name === 'string' ? splitName(name) : name
  const initials = [firstName, middleName ?? ''].filter((part) => part !== '').map(initial)
  return [lastName, ...initials].join(' ').trim()
}

/** Surname, first name and the rest as the patronymic, of a text written in that order. */
export function splitName(text: string): { lastName: string; firstName: string; middleName: string | null } {
  const [lastName = '', firstName = '', ...rest] = text.trim().split(/\s+/)
  return { lastName, firstName, middleName: rest.length ? rest.join(' ') : null }
}

/** «Анна-Мария» gives «А.-М.». */
const initial = (part: string) => part.split('-').map((word) => `${word.charAt(0).toLocaleUpperCase('ru')}.`).join('-')

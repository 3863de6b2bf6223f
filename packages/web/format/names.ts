export interface PersonName { readonly lastName: string; readonly firstName: string; readonly middleName?: string | null }

/** «Павлова Ксения Игоревна». */
export const fullName = ({ lastName, firstName, middleName }: PersonName) => [lastName, firstName, middleName].filter(Boolean).join(' ')

/** «Павлова Ксения», as lists of a class show it. */
export const listName = ({ lastName, firstName }: PersonName) => `${lastName} ${firstName}`

/** «Павлова К. И.», kept on one line. */
export const shortName = ({ lastName, firstName, middleName }: PersonName) => `${lastName} ${[firstName, middleName].filter((part) => part).map((part) => `${part![0]}.`).join(' ')}`.replaceAll(' ', ' ')

/** «Ксения Игоревна», as people are addressed. */
export const addressName = ({ firstName, middleName }: PersonName) => [firstName, middleName].filter(Boolean).join(' ')

/** «ПК». */
export const initials = ({ lastName, firstName }: PersonName) => `${lastName[0] ?? ''}${firstName[0] ?? ''}`.toUpperCase()

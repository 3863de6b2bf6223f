import type { FastifyRequest } from 'fastify'

const ru = {
  stand: 'Стенд входа',
  notice: 'Это не Госуслуги. Люди вымышлены, пароль не нужен.',
  who: 'Кто входит?',
  into: (client: string) => `Вход в «${client}»`,
  method: 'Способ входа',
  password: 'Пароль',
  signature: 'Электронная подпись',
  search: 'Поиск по имени, роли, классу, школе',
  searchShort: 'Имя, роль, класс, школа',
  find: 'Найти',
  found: (count: number) => `Найдено: ${count}`,
  nobody: 'Никого не нашлось. Измените запрос.',
  noPersons: 'На стенде пока нет людей.',
  featured: 'С кого начать',
  recent: 'Недавно',
  all: (count: number) => `Показать всех, ${count}`,
  age: (years: number) => {
    const last = years % 10
    const teen = years % 100 > 10 && years % 100 < 15
    return `${years} ${!teen && last === 1 ? 'год' : !teen && last > 1 && last < 5 ? 'года' : 'лет'}`
  },
  children: 'Дети',
  unconfirmed: 'не подтверждена',
  child: 'до 14 лет',
  closed: 'запись закрыта',
  consentTitle: 'Передать данные?',
  consentAsks: (client: string) => `«${client}» запрашивает у вас:`,
  consentNote: 'Решение запоминается до перезапуска стенда.',
  allow: 'Предоставить',
  deny: 'Отказать',
  refusedTitle: 'Вход не выполнен',
  refusedHint: 'Вернитесь на страницу входа и начните заново. Если ошибка повторится, её код нужен администратору.',
  expiredTitle: 'Время входа истекло',
  expiredHint: 'Вернитесь на страницу входа в школу и начните заново.',
  scopes: {
    openid: 'Номер учётной записи', fullname: 'Фамилия, имя, отчество', birthdate: 'Дата рождения', gender: 'Пол', snils: 'СНИЛС',
    email: 'Электронная почта', mobile: 'Номер телефона', usr_org: 'Организации, где вы работаете', kid_fullname: 'Имена детей',
    kid_birthdate: 'Даты рождения детей', kid_snils: 'СНИЛС детей', kid_gender: 'Пол детей', id_doc: 'Документ, удостоверяющий личность',
  } as Record<string, string>,
}

const en: typeof ru = {
  stand: 'Sign-in stand',
  notice: 'This is not Gosuslugi. The people are invented, no password is needed.',
  who: 'Who is signing in?',
  into: (client) => `Signing in to “${client}”`,
  method: 'Way of signing in',
  password: 'Password',
  signature: 'Electronic signature',
  search: 'Search by name, role, class, school',
  searchShort: 'Name, role, class, school',
  find: 'Find',
  found: (count) => `Found: ${count}`,
  nobody: 'Nobody found. Change the words.',
  noPersons: 'There are no people at the stand yet.',
  featured: 'Where to start',
  recent: 'Recent',
  all: (count) => `Show all ${count}`,
  age: (years) => `${years} ${years === 1 ? 'year' : 'years'}`,
  children: 'Children',
  unconfirmed: 'not confirmed',
  child: 'under 14',
  closed: 'account closed',
  consentTitle: 'Hand over data?',
  consentAsks: (client) => `“${client}” asks you for:`,
  consentNote: 'Your answer is remembered until the stand restarts.',
  allow: 'Allow',
  deny: 'Refuse',
  refusedTitle: 'Not signed in',
  refusedHint: 'Go back to the sign-in page and start again. If it happens again, the administrator needs the code.',
  expiredTitle: 'The sign-in took too long',
  expiredHint: 'Go back to the sign-in page of the school and start again.',
  scopes: {
    openid: 'Account number', fullname: 'Full name', birthdate: 'Date of birth', gender: 'Gender', snils: 'SNILS',
    email: 'E-mail', mobile: 'Phone number', usr_org: 'Organisations you work for', kid_fullname: 'Names of your children',
    kid_birthdate: 'Birth dates of your children', kid_snils: 'SNILS of your children', kid_gender: 'Gender of your children', id_doc: 'Identity document',
  },
}

export type Language = 'ru' | 'en'

export const messages = { ru, en }

/** The browser's language, if we speak it; Russian otherwise. */
export function languageOf(request: FastifyRequest): Language {
  const [wanted = ''] = (request.headers['accept-language'] ?? '').split(',')
  return wanted.trim().toLowerCase().startsWith('en') ? 'en' : 'ru'
}

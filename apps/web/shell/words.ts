import { plural } from '@school/web'

export const languageNames = { ru: 'Русский', en: 'English' } as const

export const ru = {
  roleSwitch: 'В какой роли работать', children: 'Дети', profile: 'Профиль', language: 'Язык', look: 'Вид', light: 'Светлый', dark: 'Тёмный', auto: 'Как в системе',
  vision: 'Для слабовидящих', usualVision: 'Обычный вид', signOut: 'Выйти', person: 'Личное меню', search: 'Поиск',
  noPage: 'Такой страницы нет', noPageText: 'Адрес изменился, или страницу убрали.', home: 'На главную',
  foreign: 'Эта страница открыта для другой роли', foreignText: 'Вы вошли, но роли из адреса у вас нет. Выберите одну из своих.',
  noRight: 'У этой роли нет доступа к странице', noRightText: 'Право даёт администратор вашей организации.',
  noContexts: 'Вы вошли, но роли пока нет', noContextsText: 'Школа ещё не подтвердила, кто вы. Подайте заявку или дождитесь ответа на неё.', ask: 'Подать заявку',
  broken: 'Страница не открылась', brokenText: 'Ошибка на этой странице, остальное работает. Введённое на других страницах сохранено.', updated: 'Вышла новая версия. Обновите страницу.', reload: 'Обновить',
  signedOut: 'Сеанс закончился. Войдите снова.', offline: 'Нет связи. Показано последнее, что известно.', online: 'Связь есть, данные обновлены', notices: 'Уведомления', signIn: 'Войти',
  keptFrom: (when: string) => `Данные от ${when}, нет сети`, newVersion: 'Вышла новая версия',
  queue: {
    title: 'Записи этого устройства', waiting: (n: number) => `${n} ${plural(n, 'запись ждёт', 'записи ждут', 'записей ждут')} сети`, sending: (n: number) => `Отправляем: ${n}`,
    conflicts: (n: number) => `${n} ${plural(n, 'запись изменил', 'записи изменил', 'записей изменил')} другой человек`, refused: (n: number) => `Не принято: ${n}`,
    states: { waiting: 'ждёт отправки', sending: 'отправляется', offline: 'ждёт сети', conflict: 'тем временем изменено другим человеком, решите на странице', refused: 'не принято' },
    written: (when: string) => `записано ${when}`, again: 'Повторить', dismiss: 'Убрать', note: 'Записи уйдут сами, когда появится сеть. Их видите только вы.', keeps: (n: number) => `Не отправлено: ${n}. Записи останутся на этом устройстве и уйдут, когда вы снова войдёте.`,
  },
}
export const en: typeof ru = {
  roleSwitch: 'Role to work in', children: 'Children', profile: 'Profile', language: 'Language', look: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As in the system',
  vision: 'For the visually impaired', usualVision: 'Usual appearance', signOut: 'Sign out', person: 'Personal menu', search: 'Search',
  noPage: 'There is no such page', noPageText: 'The address has changed or the page was removed.', home: 'To the home page',
  foreign: 'This page is open to another role', foreignText: 'You are signed in but do not have the role in the address. Choose one of yours.',
  noRight: 'This role has no access to the page', noRightText: 'The administrator of your organisation grants the right.',
  noContexts: 'You are signed in but have no role yet', noContextsText: 'The school has not confirmed who you are. Send a request or wait for the answer.', ask: 'Send a request',
  broken: 'The page did not open', brokenText: 'Something failed on this page; the rest works. What you typed on other pages is kept.', updated: 'A new version is out. Reload the page.', reload: 'Reload',
  signedOut: 'The session has ended. Sign in again.', offline: 'No connection. Showing the last known data.', online: 'Connected again, data refreshed', notices: 'Notifications', signIn: 'Sign in',
  keptFrom: (when) => `Data as of ${when}, no connection`, newVersion: 'A new version is out',
  queue: {
    title: 'Entries of this device', waiting: (n) => n === 1 ? '1 entry waits for the network' : `${n} entries wait for the network`, sending: (n) => `Sending: ${n}`,
    conflicts: (n) => n === 1 ? '1 entry was changed by another person' : `${n} entries were changed by another person`, refused: (n) => `Not accepted: ${n}`,
    states: { waiting: 'waiting to be sent', sending: 'being sent', offline: 'waiting for the network', conflict: 'changed by another person meanwhile, decide on the page', refused: 'not accepted' },
    written: (when) => `written ${when}`, again: 'Try again', dismiss: 'Put away', note: 'Entries go out by themselves when the network is back. Only you see them.', keeps: (n) => `Not sent yet: ${n}. The entries stay on this device and go out when you sign in again.`,
  },
}

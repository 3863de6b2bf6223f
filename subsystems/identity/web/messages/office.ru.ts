import { plural } from '@school/web'

/** Requests and the workplace check on the start pages of management. */
export const ru = {
  requests: 'Заявки',
  requestsSub: 'Сотрудники, родители и ученики ждут подтверждения',
  waitCount: (n: number) => `${n} ${plural(n, 'ждёт', 'ждут', 'ждут')}`,
  workplace: 'Проверка рабочего места',
  workplaceSub: 'Браузер, плагин и сертификат для электронной подписи',
}

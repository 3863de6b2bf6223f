import { plural } from '@school/web'
import type { ru } from './office.ru.ts'

export const en: typeof ru = {
  requests: 'Requests',
  requestsSub: 'Staff, parents and pupils wait for approval',
  waitCount: (n) => `${n} ${plural(n, 'waits', 'wait', 'wait')}`,
  workplace: 'Workplace check',
  workplaceSub: 'Browser, plug-in and certificate for the electronic signature',
}

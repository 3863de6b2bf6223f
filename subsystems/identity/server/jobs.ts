import { timedJob } from '@school/server'
import { judgeLateRequests, lookForLateRequests } from './requests/escalation.ts'
import { removeEnded } from './sessions/store.ts'

export const jobs = [
  judgeLateRequests,
  lookForLateRequests,
  timedJob('identity.session.remove_ended', 3600, async (work) => { await removeEnded(work) }),
]

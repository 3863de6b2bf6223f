import { markPut } from '@school/journal/contract'
import { listen } from '@school/server'
import { noteStep } from './funnel/store.ts'

export const listeners = [
  listen('identity.note_first_mark', markPut, (work, { schoolId }) => noteStep(work, schoolId, 'firstMark')),
]

import { addresses, newId } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { ConsentState } from '../../contract/consents.ts'
import { consentChanged } from '../../contract/facts.ts'
import type { ConsentDocumentTable } from '../tables.ts'
import { kindsOf, subjectsOf, type AnswerableSubject, type Subject } from './access.ts'
import { concerns, inForce, stateOf } from './rules.ts'
import { findEsiaSid, insertConsent, listAnswers, listDocuments, withdrawAnswers } from './store.ts'

const documentsNow = async (read: Read) => inForce(await listDocuments(read), read.now.toISOString().slice(0, 10))

/** The documents in force and what oneself and one's children have answered. */
export async function consentsOf(read: Read): Promise<{ documents: ConsentDocumentTable[]; subjects: { subject: Subject; states: ConsentState[] }[] }> {
  const [documents, subjects] = await Promise.all([documentsNow(read), subjectsOf(read)])
  const answers = await listAnswers(read, subjects.map((one) => one.id))
  const shown = subjects.map((subject) => ({
    subject, states: documents.filter((one) => concerns(one, subject.kinds)).map((one) => stateOf(one, answers.filter((answer) => answer.subject_id === subject.id))),
  }))
  return { documents: documents.filter((one) => shown.some(({ states }) => states.some((state) => state.purpose === one.purpose))), subjects: shown }
}

/** Whether a required document waits for the answer of this person, old enough to give it. */
export async function requiredUnanswered(read: Read): Promise<boolean> {
  const kinds = kindsOf(read.by)
  const [documents, answers] = await Promise.all([documentsNow(read), listAnswers(read, [read.by.personId])])
  return documents.some((one) => one.required && concerns(one, kinds) && stateOf(one, answers).state !== 'given')
}

async function documentFor(read: Read, subject: AnswerableSubject, purpose: string): Promise<ConsentDocumentTable> {
  const document = (await documentsNow(read)).find((one) => one.purpose === purpose && concerns(one, subject.kinds))
  if (!document) throw notFound()
  return document
}

/** Gives a consent to the very text that was read; giving it twice changes nothing. */
export async function give(work: Work, subject: AnswerableSubject, purpose: string, read: { edition: number; hash: string }): Promise<ConsentState> {
  const document = await documentFor(work, subject, purpose)
  if (document.edition !== read.edition || document.hash !== read.hash) throw new Problem(409, 'identity.other_edition', { edition: document.edition })
  const before = stateOf(document, await listAnswers(work, [subject.id]))
  work.audit('identity.consent.give', { about: subject.id, before: { state: before.state }, after: { purpose, edition: document.edition, hash: document.hash } })
  if (before.state === 'given') return before
  await insertConsent(work, {
    id: newId(), subject_id: subject.id, given_by: work.by.personId, purpose, edition: document.edition, hash: document.hash, given_at: work.now, channel: 'web',
    esia_sid: await findEsiaSid(work, work.by.sessionId), withdrawn_at: null,
  })
  return told(work, subject, document)
}

/** Withdraws a consent; what rests on the law goes on without it. */
export async function withdraw(work: Work, subject: AnswerableSubject, purpose: string): Promise<ConsentState> {
  const document = await documentFor(work, subject, purpose)
  const withdrawn = await withdrawAnswers(work, subject.id, purpose)
  if (withdrawn.length === 0) throw new Problem(409, 'identity.not_given')
  work.audit('identity.consent.withdraw', { about: subject.id, before: { purpose, editions: withdrawn.map((one) => one.edition) } })
  return told(work, subject, document)
}

async function told(work: Work, subject: AnswerableSubject, document: ConsentDocumentTable): Promise<ConsentState> {
  work.announce(consentChanged, { subjectId: subject.id, purpose: document.purpose }, [addresses.person(subject.id), addresses.person(work.by.personId)])
  return stateOf(document, await listAnswers(work, [subject.id]))
}

/** For rooms above: whether a consent to a purpose is in force, e.g. before a photograph is published. */
export async function hasConsent(read: Read, subjectId: string, purpose: string): Promise<boolean> {
  return (await listAnswers(read, [subjectId])).some((answer) => answer.purpose === purpose && answer.withdrawn_at === null)
}

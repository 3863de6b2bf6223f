import { registryFace } from '@school/registry/server'
import { notFound, Problem, type Actor, type Read } from '@school/server'
import { answersAlone, type SubjectKind } from './rules.ts'
import { listPeople } from './store.ts'

declare const granted: unique symbol
export interface Subject { readonly id: string; readonly name: string; readonly self: boolean; readonly mayAnswer: boolean; readonly kinds: readonly SubjectKind[] }
/** Somebody for whom this person answers; made only by `answerable`. */
export type AnswerableSubject = Subject & { readonly [granted]: 'answer' }

/** Oneself and the children one represents, each with whether one answers for them. */
export async function subjectsOf(read: Read): Promise<Subject[]> {
  const { by } = read
  const known = by.grants.filter((grant) => grant.role === 'parent').map((grant) => grant.scopeId)
  const heads = await registryFace.headsOf(read, known) // one child under two records is one child
  const children = [...new Set(known.map((id) => heads.get(id) ?? id))]
  const day = read.now.toISOString().slice(0, 10)
  const people = new Map((await listPeople(read, [by.personId, ...children])).map((person) => [person.id, person]))
  return [by.personId, ...children].flatMap((id): Subject[] => {
    const person = people.get(id)
    if (!person) return []
    const alone = answersAlone(person.birth_date, day)
    const self = id === by.personId
    return [{ id, name: `${person.last_name} ${person.first_name}`, self, mayAnswer: self ? alone : !alone, kinds: self ? kindsOf(by) : ['pupil'] }]
  })
}

/** In what capacities documents concern this person. */
export function kindsOf(by: Actor): SubjectKind[] {
  const roles = new Set(by.grants.map((grant) => grant.role))
  const staff = [...roles].some((role) => role !== 'pupil' && role !== 'parent')
  return [...(roles.has('pupil') ? ['pupil' as const] : []), ...(roles.has('parent') ? ['parent' as const] : []), ...(staff ? ['staff' as const] : [])]
}

/** The subject, if this person answers for them; a stranger looks like nobody. */
export async function answerable(read: Read, subjectId: string): Promise<AnswerableSubject> {
  const subject = (await subjectsOf(read)).find((one) => one.id === subjectId)
  if (!subject) throw notFound()
  if (!subject.mayAnswer) throw new Problem(403, 'identity.not_your_answer')
  return subject as AnswerableSubject
}

import { actingRoles, type Role } from '@school/contract'
import { notFound, serve, type Kit } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getMe } from '../../contract/me.ts'
import { requiredUnanswered } from '../consents/consents.ts'
import { answersAlone } from '../consents/rules.ts'
import { contextsOf } from './contexts.ts'
import { findName, listNamedContexts } from './store.ts'

/** Serves who is signed in and as what they may act. */
export function meRoutes(app: FastifyInstance): void {
  serve(app, getMe, async (read) => {
    const day = read.now.toISOString().slice(0, 10)
    const [person, rows, unanswered] = await Promise.all([findName(read, read.by.personId), listNamedContexts(read, read.by.personId, day), requiredUnanswered(read)])
    if (!person) throw notFound()
    const contexts = contextsOf(rows)
    return {
      person: { id: person.id, lastName: person.last_name, firstName: person.first_name, middleName: person.middle_name },
      contexts, permissionsByRole: permissionsOf(app.kit, contexts.map((one) => one.role), rows.map((row) => row.role as Role)), unread: 0, consentsNeeded: unanswered && answersAlone(person.birth_date, day),
    }
  })
}

/** What each role of the person may do; acting as a teacher adds what the class teacher may, if the person is one. */
function permissionsOf(kit: Kit, acting: readonly Role[], held: readonly Role[]): Record<string, string[]> {
  const keysOf = (role: Role) => kit.permissions.filter((one) => actingRoles(role).some((part) => (part === role || held.includes(part)) && one.roles.includes(part))).map((one) => one.key)
  return Object.fromEntries([...new Set(acting)].map((role) => [role, keysOf(role)]))
}

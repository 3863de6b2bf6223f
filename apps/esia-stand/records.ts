import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Grant, Stand } from './context.ts'
import type { StandPerson } from './persons.ts'
import { collection, contactRecords, kidRecord, organisationRecord, personRecord, roleRecord } from './record-shapes.ts'
import { Refusal } from './refusal.ts'
import { field, fieldsOf } from './signed-request.ts'

interface Reader {
  readonly person: StandPerson
  readonly scopes: ReadonlySet<string>
}
type Listing = (reader: Reader) => Promise<readonly { id: string; record: object }[]>

/** The person's own records, each behind the scope it needs. */
export function recordRoutes(app: FastifyInstance, stand: Stand) {
  const listings: Record<string, { needs: readonly string[]; list: Listing }> = {
    kids: {
      needs: ['kid_fullname'],
      list: async ({ person, scopes }) => (await kidsOf(stand, person)).map((kid) => ({ id: kid.oid, record: kidRecord(kid, scopes) })),
    },
    roles: {
      needs: ['usr_org'],
      list: async ({ person }) => person.organisations.map((one) => ({ id: one.oid, record: roleRecord(person, one) })),
    },
    orgs: {
      needs: ['usr_org'],
      list: async ({ person }) => person.organisations.map((one) => ({ id: one.oid, record: organisationRecord(one) })),
    },
    ctts: {
      needs: ['email', 'mobile'],
      list: async ({ person, scopes }) => contactRecords(person, scopes).map((record) => ({ id: record.id, record })),
    },
    docs: { needs: ['id_doc'], list: async () => [] },
  }
  const embeddable: Record<string, string> = { organizations: 'orgs', contacts: 'ctts', documents: 'docs' }

  app.get<{ Params: { oid: string } }>('/rs/prns/:oid', async (request) => {
    const reader = await readerOf(stand, request)
    const record: Record<string, unknown> = personRecord(reader.person, reader.scopes)
    for (const name of embedsOf(request)) {
      const listing = listings[embeddable[name] ?? '']
      if (listing?.needs.some((scope) => reader.scopes.has(scope))) record[name] = collection((await listing.list(reader)).map((one) => one.record), [], true)
    }
    return record
  })

  for (const [name, listing] of Object.entries(listings)) {
    app.get<{ Params: { oid: string } }>(`/rs/prns/:oid/${name}`, async (request) => {
      const reader = await readerOf(stand, request)
      if (!listing.needs.some((scope) => reader.scopes.has(scope))) throw new Refusal('007019', name)
      const found = await listing.list(reader)
      const links = found.map((one) => `${stand.url}/rs/prns/${reader.person.oid}/${name}/${one.id}`)
      return collection(found.map((one) => one.record), links, embedsOf(request).includes(''))
    })
  }
}

async function kidsOf(stand: Stand, person: StandPerson): Promise<StandPerson[]> {
  const everybody = await stand.persons.all()
  return everybody.filter((one) => person.kids.includes(one.oid))
}

/** The person whose record is read, if the token is theirs and still good. */
async function readerOf(stand: Stand, request: FastifyRequest<{ Params: { oid: string } }>): Promise<Reader> {
  const grant: Grant | undefined = stand.tokens.find(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
  if (!grant) throw Object.assign(new Error('The token is unknown or has expired'), { statusCode: 401 })
  const person = await stand.persons.find(grant.oid)
  const foreign = grant.oid !== request.params.oid
  if (!person || foreign || stand.faults.strikes('revokedGrant')) {
    stand.journal.note('record refused', { client: grant.clientId, oid: grant.oid, code: 'ESIA-007019', detail: request.url })
    throw new Refusal('007019')
  }
  return { person, scopes: new Set(grant.scope.split(' ')) }
}

/** `(elements)` is the collection's own; `(contacts.elements,…)` names collections of a person. */
function embedsOf(request: FastifyRequest): string[] {
  const [, list = ''] = /^\(([\w.,-]*)\)$/.exec(field(fieldsOf(request.query), 'embed')) ?? []
  return list.split(',').flatMap((name) => (name === 'elements' ? [''] : name.endsWith('.elements') ? [name.slice(0, -'.elements'.length)] : []))
}

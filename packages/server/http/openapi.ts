// not messages: the name of the product in the API documents
import { commonProblems, type Route } from '@school/contract'
import { strict } from './schema.ts'

export interface Described { readonly room: string; readonly route: Route }

/** The OpenAPI 3.1 document of every route, printed from the contracts themselves. */
export function openApi(described: readonly Described[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { room, route } of described) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[route.method.toLowerCase()] = operation(room, route)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Моя школа', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }, description: 'Every route of the platform. Signed-in calls carry the session cookie; unsafe methods need the Origin of the site.' },
    tags: [...new Set(described.map((one) => one.room))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-sid' } },
      schemas: { Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string' }, details: { type: 'object' }, requestId: { type: 'string' } } } },
    },
  }
}

function operation(room: string, route: Route): Record<string, unknown> {
  const access = typeof route.access === 'object' ? route.access.permission : route.access
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')]
  return {
    tags: [room], summary: route.summary, 'x-access': access,
    ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: strict(route.body) } } } } : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: strict(route.reply) } } },
      ...Object.fromEntries(Object.entries(commonProblems).map(([status, codes]) => [status, { description: codes.join(', '), content: problemContent }])),
      ...(route.problems?.length ? { 409: { description: route.problems.join(', '), content: problemContent } } : {}),
    },
  }
}

const problemContent = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } }

function parametersOf(schema: unknown, place: 'path' | 'query'): Record<string, unknown>[] {
  const object = schema as { properties?: Record<string, unknown>; required?: string[] } | undefined
  return Object.entries(object?.properties ?? {}).map(([name, inner]) => ({ name, in: place, required: place === 'path' || (object?.required ?? []).includes(name), schema: strict(inner) }))
}

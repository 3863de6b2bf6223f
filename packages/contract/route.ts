import type { Static, TObject, TSchema } from 'typebox'

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** Who may call: anyone, anyone signed in, or a role that holds the permission in the scope named by the path. */
export type Access = 'public' | 'signedIn' | { readonly permission: string }

export interface Limit { readonly max: number; readonly per: 'minute' | 'hour' }

/** A route as both halves see it; its type is its own, so that an editor pays per route and not per application. */
export interface Route {
  readonly method: Method
  /** Path with `:names`. `:schoolId`, `:municipalityId` and `:regionId` name the scope in which rights are judged. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TSchema
  readonly reply: TSchema
  /** Codes this route may answer besides the common ones. */
  readonly problems?: readonly string[]
  /** `false` only with a comment that says why the act needs no trace. */
  readonly audit?: false
  /** A read whose reply skips the compiled serializer in production; tests still hold it to the schema. */
  readonly hot?: true
  readonly limit?: Limit
  /** The handler opens its own transactions (streams, uploads, several schools, calls to other systems). */
  readonly stream?: true
}

type Part<S> = S extends TSchema ? Static<S> : Record<never, never>

export interface Input<R extends Route> {
  readonly params: Part<R['params']>
  readonly query: Part<R['query']>
  readonly body: R['body'] extends TSchema ? Static<R['body']> : undefined
}

type Given<K extends string, S> = S extends TSchema ? ({} extends Static<S> ? { readonly [P in K]?: Static<S> } : { readonly [P in K]: Static<S> }) : { readonly [P in K]?: undefined }

/** What a caller passes: only the parts that the route has. */
export type CallInput<R extends Route> = Given<'params', R['params']> & Given<'query', R['query']> & Given<'body', R['body']>

export type Reply<R extends Route> = Static<R['reply']>

/** Declares a route. */
export const route = <const R extends Route>(declared: R): R => declared

/** The path of a route with its parameters filled in and its query appended. */
export function addressOf(to: Route, input: { params?: unknown; query?: unknown } = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = to.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${to.method} ${to.path}: parameter ${name} is missing`)
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

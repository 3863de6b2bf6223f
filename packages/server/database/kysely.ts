import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { nameOf } from './pool.ts'

/** Kysely's view of what a room may see; rooms narrow it in their `tables.ts`. */
export type Db<T = Record<string, Record<string, unknown>>> = Kysely<T>

class Connection implements DatabaseConnection {
  readonly #client: PoolClient
  constructor(client: PoolClient) { this.#client = client }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = nameOf(query.sql)
    const values = query.parameters as unknown[]
    const result = await this.#client.query(name === undefined ? { text: query.sql, values } : { name, text: query.sql, values })
    return { rows: result.rows as R[], ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }) }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> { throw new Error('streaming is not offered here') }
}

const dbs = new WeakMap<PoolClient, Kysely<unknown>>()

/** A query builder bound to one connection, hence to the transaction open on it. */
export function kyselyOn<T>(client: PoolClient): Db<T> {
  let db = dbs.get(client)
  if (!db) {
    const connection = new Connection(client)
    db = new Kysely<unknown>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createIntrospector: (inner) => new PostgresIntrospector(inner),
        createQueryCompiler: () => new PostgresQueryCompiler(),
        createDriver: () => ({
          async init() {}, async destroy() {},
          async acquireConnection() { return connection }, async releaseConnection() {},
          async beginTransaction() { throw new Error('the request is the transaction') },
          async commitTransaction() {}, async rollbackTransaction() {},
        }),
      },
    })
    dbs.set(client, db)
  }
  return db as unknown as Db<T>
}

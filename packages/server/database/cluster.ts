import pg from 'pg'

/** A PostgreSQL server on which we may create databases. */
export interface Cluster {
  /** Owner address of the main database. */
  readonly url: string
  /** Owner address of another database of the same server. */
  urlOf(database: string): string
  /** Creates a database: empty (UTF-8, C.UTF-8), or as a copy of `template`. */
  createDatabase(name: string, options?: { template?: string }): Promise<string>
  /** Drops a database with whatever is connected to it; absent ones are fine. */
  dropDatabase(name: string): Promise<void>
  hasDatabase(name: string): Promise<boolean>
}

/** The server behind an owner address such as `postgres://owner:secret@host:5432/school`. */
export function clusterFrom(databaseUrl: string): Cluster {
  const urlOf = (database: string) => {
    const url = new URL(databaseUrl)
    url.pathname = `/${encodeURIComponent(database)}`
    return url.toString()
  }
  const admin = <T>(work: (client: pg.Client) => Promise<T>) => withAdmin(urlOf('postgres'), work)
  return {
    url: databaseUrl,
    urlOf,
    async createDatabase(name, { template } = {}) {
      await admin((client) => (template === undefined ? createEmpty(client, name) : copy(client, name, template)))
      return urlOf(name)
    },
    dropDatabase: (name) => admin(async (client) => void (await client.query(`drop database if exists ${quoted(name)} with (force)`))),
    hasDatabase: (name) => admin(async (client) => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1),
  }
}

/** Letters of every alphabet must count as letters: with the C locale, trigram search finds no Cyrillic. */
async function createEmpty(client: pg.Client, name: string): Promise<void> {
  const version = Number((await client.query<{ server_version_num: string }>('show server_version_num')).rows[0]?.server_version_num)
  const provider = version >= 170000 ? `locale_provider builtin builtin_locale 'C.UTF-8'` : 'locale_provider libc'
  const base = `create database ${quoted(name)} template template0 encoding 'UTF8' ${provider}`
  try {
    await client.query(`${base} lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`)
  } catch (error) {
    const unknownLocale = ['42809', '22023'].includes((error as { code?: string }).code ?? '')
    if (!unknownLocale) throw error
    await client.query(base) // systems without this locale: the server's own UTF-8 one
  }
}

async function copy(client: pg.Client, name: string, template: string): Promise<void> {
  await client.query(`create database ${quoted(name)} template ${quoted(template)}`)
}

async function withAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The cluster on which tests make their databases: TEST_DATABASE_URL, its owner; TEST_TEMPLATE names the migrated template. */
function cluster(): { url: string; template: string } {
  const url = process.env['TEST_DATABASE_URL']
  const template = process.env['TEST_TEMPLATE']
  if (!url || !template) throw new Error('tests with a database run through `npm test -- <filter>`, which sets TEST_DATABASE_URL and TEST_TEMPLATE')
  return { url, template }
}

export interface TestDatabase { readonly url: string; drop(): Promise<void> }

/** A database of its own, copied from the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { url, template } = cluster()
  const name = `t_${randomBytes(6).toString('hex')}`
  await once(url, `create database ${name} template ${template}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => once(url, `drop database if exists ${name} with (force)`) }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (let tries = 0; ; tries++) {
      try {
        await client.query(sql)
        return
      } catch (error) {
        // Another test may be copying the template this very moment.
        if ((error as { code?: string }).code !== '55006' || tries > 50) throw error
        await new Promise((done) => setTimeout(done, 50))
      }
    }
  } finally {
    await client.end()
  }
}

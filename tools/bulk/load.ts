import pg from 'pg'
import { Dice } from './dice.ts'
import { usualPlan, writeSchool, type BulkPlan, type BulkSchool } from './school.ts'
import { TableWriter } from './table-writer.ts'

export interface Load { readonly url: string; readonly schools: number; readonly firstSchool?: number; readonly plan?: BulkPlan; readonly progress?: (line: string) => void; /** One transaction: a stopped load leaves nothing. */ readonly whole?: boolean }

const epoch = new Date('2026-08-20T06:00:00Z')

/** Fills a migrated database with many light schools by COPY; run again with a later `firstSchool` to make it grow. */
export async function loadSchools({ url, schools, firstSchool = 1, plan = usualPlan, progress = () => {}, whole = false }: Load): Promise<BulkSchool[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    if (whole) await client.query('begin')
    const dice = new Dice(7 + firstSchool)
    const out = new TableWriter(client)
    const [regionId, municipalityId] = [dice.id(), dice.id()]
    const code = String(10 + (firstSchool % 80)).padStart(2, '0')
    await client.query(`insert into registry.region (id, code, name, time_zone, opened_at) values ($1, $2, $3, 'Europe/Moscow', $4) on conflict do nothing`, [regionId, code, `Учебный регион ${code}`, epoch])
    const region = (await client.query<{ id: string }>('select id from registry.region where code = $1', [code])).rows[0]!
    await client.query(`insert into registry.municipality (id, region_id, name, time_zone, opened_at) values ($1, $2, $3, 'Europe/Moscow', $4)`, [municipalityId, region.id, `Учебный район ${firstSchool}`, epoch])
    const made: BulkSchool[] = []
    for (let n = firstSchool; n < firstSchool + schools; n++) {
      made.push(await writeSchool(out, n, municipalityId, plan))
      if (made.length % 20 === 0) progress(`${made.length} schools, ${made.reduce((sum, one) => sum + one.marks, 0)} marks`)
    }
    await out.flush()
    if (whole) await client.query('commit')
    await client.query('analyze')
    return made
  } finally {
    await client.end()
  }
}

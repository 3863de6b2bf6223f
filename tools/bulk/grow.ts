import pg from 'pg'
import { loadSchools } from './load.ts'

/** Each batch has a region and a municipality of its own and is written whole or not at all. */
const batch = 10

/** Adds light schools until the database holds as many; those that are already there are counted, so a stopped run goes on. */
export async function growCountry(url: string, schools: number, progress: (words: string) => void): Promise<void> {
  let there = await countSchools(url)
  if (there >= schools) progress(`${there} are there already`)
  while (there < schools) {
    await loadSchools({ url, schools: Math.min(batch, schools - there), firstSchool: there + 1, whole: true })
    there = await countSchools(url)
    progress(`${there} of ${schools}`)
  }
}

async function countSchools(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from registry.school where short_name like 'Учебная школа № %'`)
    return rows[0]!.n
  } finally {
    await client.end()
  }
}

import type { Read } from '@school/server'

export interface ChainRow { sealed: number; unsealed: number; checkpoint_at: Date | null; checkpoint_size: number }

// Whatever is older than a day is sealed long since; only the newest rows are counted.
const columns = (chains: string, entries: string) => `
  select coalesce((select sum(c.size) from audit.v_chain c where ${chains}), 0)::int as sealed,
         (select count(*)::int from audit.v_entry e where ${entries} and e.seq is null and e.at > $1::timestamptz - interval '1 day') as unsealed,
         (select max(c.at) from audit.v_checkpoint c where ${chains}) as checkpoint_at,
         coalesce((select sum(size) from (select max(c.size) as size from audit.v_checkpoint c where ${chains} group by c.chain) as last), 0)::int as checkpoint_size`

const ofSchool = columns('c.chain = $2::text', 'e.school_id = $2::uuid')
const ofSystem = columns(`c.chain like 'common-%'`, 'e.school_id is null')

export const findSchoolChain = async (read: Read, schoolId: string) => (await read.rows<ChainRow>(ofSchool, [read.now, schoolId]))[0]!
export const findSystemChain = async (read: Read) => (await read.rows<ChainRow>(ofSystem, [read.now]))[0]!

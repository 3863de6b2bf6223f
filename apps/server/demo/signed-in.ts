import { identityFace } from '@school/identity/server'
import { writing } from '@school/server'
import type { Making } from './making.ts'
import { placeOf, type TeachingPlace } from './shapes.ts'

/** How many of a hundred adults of a school have signed in at least once. */
const shares: Readonly<Record<TeachingPlace, number>> = { large: 82, college: 64, gymnasium: 71, third: 58, rural: 34 }

/** A school that has come so far: its first mark is put, and many of its adults have signed in. Whoever a visitor may play comes for the first time. */
export async function noteArrivals(making: Making, name: TeachingPlace): Promise<void> {
  const { schoolId, adminId } = making.country.schools[placeOf[name]]!
  const played = making.people.all.map((one) => one.snils).filter((snils) => snils !== null)
  await writing(making.stage.composed.kit, { schoolId }, async (work) => {
    await identityFace.noteStep(work, schoolId, 'firstMark')
    await work.rows(`
      insert into identity.account (person_id, oid, first_at, last_at, profile)
      select p.id, '2' || left(p.snils, 9), $4::timestamptz - interval '70 days', $4::timestamptz - interval '1 hour' * (ascii(right(p.snils, 1)) % 48), case when r.role = 'parent' then 'parent' else 'staff' end
      from (select distinct on (person_id) person_id, role from identity.v_role where school_id = $1 and role in ('teacher', 'deputyHead', 'principal', 'parent') order by person_id, role) r
      join registry.person p on p.id = r.person_id
      where p.snils <> all($2::text[]) and substr(p.snils, 8, 2)::integer < $3 on conflict do nothing`, [schoolId, played, shares[name], making.now])
    await work.rows(`update registry.person p set esia_oid = a.oid from identity.account a where a.person_id = p.id and p.esia_oid is null`, [])
    await noteAdmin(making, work, adminId)
  })
}

/** The administrator connected the school, so has been here; under the account that the stand gives. */
async function noteAdmin(making: Making, work: Parameters<Parameters<typeof writing>[2]>[0], adminId: string): Promise<void> {
  const [row] = await work.rows<{ snils: string }>('select snils from registry.person where id = $1', [adminId])
  const oid = making.people.all.find((one) => one.snils === row?.snils)?.oid
  if (!oid) return
  await work.rows(`insert into identity.account (person_id, oid, first_at, last_at, profile) values ($1, $2, $3::timestamptz - interval '80 days', $3, 'staff') on conflict do nothing`, [adminId, oid, making.now])
  await work.rows('update registry.person set esia_oid = $2 where id = $1 and esia_oid is null', [adminId, oid])
}

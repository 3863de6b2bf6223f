import { federation } from '@school/contract'
import { putItem } from '@school/portal/contract'
import { day, isoDay } from './days.ts'
import { federal, municipal, regional, school, type PlannedItem } from './items.ts'
import type { Making } from './making.ts'

/** News, questions with answers, links and contacts of every level, each written by whoever keeps that level. */
export async function publishItems(making: Making): Promise<void> {
  const { country, stage, today } = making
  const id = making.ids(3)
  const publish = async (who: string, level: 'federation' | 'region' | 'municipality' | 'school', scopeId: string, items: readonly PlannedItem[]) => {
    const author = await stage.as(who)
    for (const { from = 0, to, href, audience, pinned, ...item } of items) {
      const on = (days: number) => isoDay(Date.parse(today) + days * day)
      await author.call(putItem, {
        params: { level, scopeId, id: id() },
        body: { ...item, href: href ?? null, audience: audience ? [...audience] : null, pinned: pinned ?? false, showFrom: on(from), showTo: to === undefined ? null : on(to), published: true, basedOn: null },
      })
    }
  }
  const [main] = country.schools
  await publish(country.operatorId, 'federation', federation, federal)
  await publish(country.regionalCuratorId, 'region', country.regionId, regional)
  await publish(country.municipalCuratorIds[0]!, 'municipality', main!.municipalityId, municipal)
  await publish(main!.adminId, 'school', main!.schoolId, school)
}

import type { StandPerson } from './persons.ts'

export interface Walk {
  readonly oid: string
  readonly method?: 'PWD' | 'DS'
  readonly decision?: 'allow' | 'deny'
}

/** Does in a stand what a person would do in a browser, and gives the address the browser is sent back to. */
export async function walkThrough(authorizationUrl: string, walk: Walk): Promise<URL> {
  let step = await fetch(authorizationUrl, { redirect: 'manual' })
  for (let steps = 0; steps < 4; steps += 1) {
    const location = step.headers.get('location')
    if (!location) throw new Error(`The stand stayed on its own page (${step.status}): ${await step.text()}`)
    const address = new URL(location, step.url || authorizationUrl)
    const tx = address.searchParams.get('tx')
    const atStand = address.origin === new URL(authorizationUrl).origin
    if (!atStand || !tx) return address
    const body = new URLSearchParams({ tx, oid: walk.oid, method: walk.method ?? 'PWD', decision: walk.decision ?? 'allow' })
    step = await fetch(address.origin + address.pathname, { method: 'POST', body, redirect: 'manual' })
  }
  throw new Error('The stand never sent the browser back')
}

/** A confirmed adult, changed as wished. */
export const aStandPerson = (change: Partial<StandPerson> = {}): StandPerson => ({
  oid: '1000000001',
  lastName: 'Смирнова',
  firstName: 'Анна',
  middleName: 'Ильинична',
  birthDate: '1985-02-01',
  gender: 'F',
  snils: '11223344595',
  confirmed: true,
  kids: [],
  organisations: [],
  school: 'Школа № 1',
  group: 'Учителя',
  label: 'математика',
  ...change,
})

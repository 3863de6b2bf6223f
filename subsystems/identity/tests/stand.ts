import { chooseSigner } from '@school/gost'
import { startStand, type RunningStand, type StandPerson } from '@school/esia-stand'
import { walkThrough, type Walk } from '@school/esia-stand/testing'
import { configureIdentity, esiaV2, studySignatures } from '@school/identity/server'
import type { TestWorld } from '@school/app-server/testing'

const scopes = 'openid fullname birthdate gender snils usr_org kid_fullname kid_birthdate kid_snils kid_gender'.split(' ')
export const publicUrl = 'http://localhost:80'

export interface Stand extends RunningStand { readonly people: StandPerson[]; faults(given: object | null): Promise<void> }

/** A stand that the test world signs in at; whoever is put into `people` can sign in. */
export async function signInStand(world: TestWorld): Promise<Stand> {
  const now = world.kit.clock()
  const signer = await chooseSigner({ commonName: 'MYSCHOOL', profile: 'rsa', now })
  const people: StandPerson[] = []
  const stand = await startStand({
    port: 0, clock: () => world.kit.clock(), persons: async () => people, signer: await chooseSigner({ commonName: 'STAND', profile: 'rsa', now }),
    clients: [{ mnemonic: 'MYSCHOOL', title: 'Моя школа', certificates: [signer.certificatePem], redirects: [`${publicUrl}/auth/`, `${publicUrl}/`], scopes }],
  })
  configureIdentity(world.kit, {
    provider: esiaV2({ host: stand.url, issuer: stand.issuer, clientId: 'MYSCHOOL', redirectUri: `${publicUrl}/auth/esia/return`, signer, trusted: [stand], tokenAlgorithm: stand.algorithm, clock: () => world.kit.clock() }),
    publicUrl, secureCookies: true, signatures: studySignatures(signer),
  })
  return {
    ...stand, people,
    async faults(given) {
      await fetch(`${stand.url}/_stand/faults`, given === null ? { method: 'DELETE' } : { method: 'PUT', body: JSON.stringify(given), headers: { 'content-type': 'application/json' } })
    },
  }
}

const cookiesOf = (response: { headers: Record<string, unknown> }): Map<string, string> => {
  const lines = [response.headers['set-cookie'] ?? []].flat() as string[]
  return new Map(lines.map((line) => /^([^=]+)=([^;]*)/.exec(line)!).map((found) => [found[1]!, found[2]!]))
}

export interface Landing { readonly location: string; readonly cookie: string | null; readonly setCookie: string; readonly back: string; readonly tx: string }

/** Begins at our door and goes as far as the address to which ЕСИА sends the browser back. */
export async function walkToReturn(world: TestWorld, walk: Walk, query = 'profile=staff', cookie?: string): Promise<{ back: string; tx: string }> {
  const start = await world.app.inject({ method: 'GET', url: `/auth/esia/start?${query}`, headers: { host: 'localhost:80', ...(cookie ? { cookie } : {}) } })
  const back = await walkThrough(start.headers.location!, walk)
  return { back: back.pathname + back.search, tx: cookiesOf(start).get('__Host-tx')! }
}

/** The whole sign-in of a person, as a browser does it; `cookie` is the session, null when it was refused. */
export async function signIn(world: TestWorld, walk: Walk, query = 'profile=staff', cookie?: string): Promise<Landing> {
  const { back, tx } = await walkToReturn(world, walk, query, cookie)
  const end = await world.app.inject({ method: 'GET', url: back, headers: { host: 'localhost:80', cookie: [`__Host-tx=${tx}`, cookie].filter(Boolean).join('; ') } })
  const secret = cookiesOf(end).get('__Host-sid')
  return { location: end.headers.location!, cookie: secret ? `__Host-sid=${secret}` : null, setCookie: [end.headers['set-cookie'] ?? ''].flat().join('\n'), back, tx }
}

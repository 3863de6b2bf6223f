import type { Signer } from '@school/gost'
import type { StandClient } from './clients.ts'
import type { Expiring } from './expiring.ts'
import type { Faults } from './faults.ts'
import type { Journal } from './journal.ts'
import type { Persons } from './persons.ts'

/** An authorization request that was accepted and waits for a person. */
export interface Pending {
  readonly client: StandClient
  readonly scope: string
  readonly scopeOrg: string
  readonly redirectUri: string
  readonly state: string
  readonly offline: boolean
  readonly personFilter: string
  readonly challenge: string | null
}

export type Method = 'PWD' | 'DS'

/** What a person allowed a client to know. */
export interface Grant {
  readonly oid: string
  readonly clientId: string
  readonly scope: string
  readonly scopeOrg: string
  readonly redirectUri: string
  readonly method: Method
  readonly sid: string
}

export interface Code extends Grant {
  readonly offline: boolean
  readonly challenge: string | null
}

/** Everything the routes of one stand share. */
export interface Stand {
  /** The address without a trailing slash; tokens carry it with one. */
  url: string
  readonly clock: () => Date
  readonly clients: readonly StandClient[]
  readonly persons: Persons
  readonly signer: Signer
  /** A signer whose certificate is no longer valid; made when a fault asks for it. */
  readonly oldSigner: () => Promise<Signer>
  /** Which last field a refresh is signed with: published clients disagree. */
  readonly refreshText: 'redirect_uri' | 'refresh_token'
  readonly faults: Faults
  readonly journal: Journal
  readonly pending: Expiring<Pending>
  /** Who was picked and now looks at the consent page. */
  readonly asked: Expiring<{ pending: Pending; oid: string; method: Method }>
  readonly codes: Expiring<Code>
  readonly tokens: Expiring<Grant>
  readonly refreshes: Expiring<Grant>
  /** Consents given, remembered by person, client and scope. */
  readonly consents: Set<string>
}

export const consentKey = (oid: string, clientId: string, scope: string) => `${oid} ${clientId} ${scope}`

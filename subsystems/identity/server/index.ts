import type { Fact, Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { accountRoutes } from './accounts/routes.ts'
import { hasConsent } from './consents/consents.ts'
import { consentRoutes } from './consents/routes.ts'
import { noteStep } from './funnel/store.ts'
import { funnelRoutes } from './funnel/routes.ts'
import { grantRoutes } from './grants/routes.ts'
import { jobs } from './jobs.ts'
import { listeners } from './listeners.ts'
import { notices } from './notices.ts'
import { territoryAddresses } from './live.ts'
import { meRoutes } from './me/routes.ts'
import { noteKids } from './requests/kids.ts'
import { requestRoutes } from './requests/routes.ts'
import { Sessions } from './sessions/identify.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { requireSignature } from './step-up/step-up.ts'
import { stepUpRoutes } from './step-up/routes.ts'

export { configureIdentity, type IdentitySettings } from './settings.ts'
export { qualifiedSignatures, studySignatures, type Signatures } from './step-up/signatures.ts'
export { esiaV2 } from './esia/v2.ts'
export type { EsiaConfig } from './esia/config.ts'
export type { IdentityProvider } from './esia/provider.ts'

/** What rooms above may ask. They pass their own `read` or `work`. */
export const identityFace = {
  /** Whether a consent to a purpose (`photo`, `external`, `messages`, `results`) is in force for a person. */
  hasConsent,
  /** Lets an act marked for an electronic signature go on, or refuses with `identity.signature_needed`. */
  requireSignature,
  /** What an ЕСИА account names as a parent's children; the sign-in notes it, the demo country too. */
  noteKids,
  /** Notes that a school has reached a step of the connection; heard of marks by itself, told by whoever loads in bulk. */
  noteStep,
} as const

const sessions = new Sessions()
const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'identity',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  listeners,
  notices,
  jobs,
  routes(app) {
    meRoutes(app)
    signInRoutes(app)
    sessionRoutes(app)
    accountRoutes(app)
    consentRoutes(app)
    stepUpRoutes(app)
    grantRoutes(app)
    requestRoutes(app)
    funnelRoutes(app)
  },
  addresses: territoryAddresses,
  identify: (kit, request) => sessions.identify(kit, request),
  ready: (kit) => sessions.watch(kit),
}

import { Problem, type Kit } from '@school/server'
import type { IdentityProvider } from './esia/provider.ts'
import type { Signatures } from './step-up/signatures.ts'

/** What the installation decides at its start. */
export interface IdentitySettings {
  readonly provider: IdentityProvider
  /** Where a browser lands after signing out of ЕСИА too. */
  readonly publicUrl: string
  /** False only where the product is reached without HTTPS and not on this machine: then the cookies lose their protection. */
  readonly secureCookies: boolean
  /** Who checks signatures before weighty acts; absent: such acts need a session opened with one. */
  readonly signatures?: Signatures
}

const settings = new WeakMap<Kit, IdentitySettings>()

/** Tells this process through whom people sign in; called once when the server starts. */
export function configureIdentity(kit: Kit, given: IdentitySettings): void {
  settings.set(kit, given)
}

export const findSettings = (kit: Kit): IdentitySettings | undefined => settings.get(kit)

/** The settings, or the refusal a person sees when nobody can be asked who they are. */
export function settingsOf(kit: Kit): IdentitySettings {
  const found = settings.get(kit)
  if (!found) throw new Problem(503, 'identity.esia_unavailable')
  return found
}

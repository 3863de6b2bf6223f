/**
 * Signing in at ЕСИА, without sessions and without a database. The callers keep a `SignInStart` between the two steps.
 *
 *   const provider = esiaV2(config)                       // v2.ts, config.ts
 *   const start = await provider.start('parent')          // keep start.state, start.codeVerifier, start.profile; redirect to start.url
 *   const person = await provider.finish(query, start)    // on return; once per start
 *   provider.signOutUrl('https://school.example/')        // after the own session is gone
 *
 * Every refusal is a `SignInRefused` (failures.ts): `code` is a problem code for the person, `alert` says that an
 * operator has to look, `detail` and `esiaCode` are for the journal. No token and no secret ever leaves this folder.
 * Matching a person with the school's records (СНИЛС first) and deciding who may do what is the callers' work.
 */
export interface IdentityProvider {
  readonly name: string
  /** A new sign-in: the address to send the browser to and what to remember until it returns. */
  start(profile: ScopeProfile): Promise<SignInStart>
  /** The person behind the browser's return, fully checked. Use a start once and drop it before calling. */
  finish(answer: CallbackQuery, started: Pick<SignInStart, 'state' | 'codeVerifier' | 'profile'>): Promise<SignedInPerson>
  /** Where to send the browser to end the provider's own session too. */
  signOutUrl(returnTo: string): string
}

/** Whose data is asked for: each profile requests only what that kind of person needs. */
export type ScopeProfile = 'staff' | 'parent' | 'pupil'

export interface SignInStart {
  readonly url: string
  /** A UUID; the browser brings it back. */
  readonly state: string
  readonly codeVerifier: string
  readonly profile: ScopeProfile
}

export interface CallbackQuery {
  readonly code?: string | undefined
  readonly state?: string | undefined
  readonly error?: string | undefined
  readonly error_description?: string | undefined
}

export interface PersonNames {
  readonly lastName: string
  readonly firstName: string
  readonly middleName: string | null
}

export interface SignedInPerson extends PersonNames {
  /** ЕСИА's number of the person, as text: it may be longer than JavaScript's numbers. */
  readonly oid: string
  readonly birthDate: string
  readonly gender: 'M' | 'F' | null
  /** Eleven digits. */
  readonly snils: string | null
  readonly confirmed: boolean
  /** Younger than 14 on the day of the sign-in: such an account needs no confirmation. */
  readonly childAccount: boolean
  /** How the person proved who they are: `PWD` password, `DS` electronic signature. */
  readonly amr: readonly string[]
  readonly esiaSid: string
  /** Filled for the profile `parent`. */
  readonly kids: readonly Kid[]
  /** Filled for the profile `staff`. */
  readonly organisations: readonly Organisation[]
}

export interface Kid extends PersonNames {
  readonly oid: string | null
  readonly birthDate: string | null
  readonly gender: 'M' | 'F' | null
  readonly snils: string | null
}

export interface Organisation {
  readonly oid: string
  readonly ogrn: string | null
  readonly fullName: string
  readonly shortName: string | null
  readonly type: string | null
  /** The person is the head of the organisation. */
  readonly chief: boolean
  readonly admin: boolean
  readonly active: boolean
  readonly liquidated: boolean
}

import type { ScopeProfile } from './provider.ts'

const everybody = ['openid', 'fullname', 'birthdate', 'gender', 'snils']

// No documents, addresses or contacts: the school does not need them to know who signed in.
const scopes: Record<ScopeProfile, readonly string[]> = {
  staff: [...everybody, 'usr_org'],
  parent: [...everybody, 'kid_fullname', 'kid_birthdate', 'kid_snils', 'kid_gender'],
  pupil: everybody,
}

/** The scope string of a profile; the very string that is also signed. */
export const scopeOf = (profile: ScopeProfile) => scopes[profile].join(' ')

/** What a person may be told when signing in fails; each code has a text in the messages. */
export const signInProblems = [
  'identity.consent_refused',
  'identity.account_unconfirmed',
  'identity.account_closed',
  'identity.wrong_account_kind',
  'identity.second_factor_unavailable',
  'identity.permission_revoked',
  'identity.sign_in_expired',
  'identity.esia_unavailable',
  'identity.esia_answer_refused',
] as const
export type SignInProblem = (typeof signInProblems)[number]

export interface RefusalFacts {
  /** Six digits of `ESIA-00NNNN`, when ЕСИА gave them. */
  readonly esiaCode?: string | undefined
  /** True when only an operator can mend it: our certificate, our clock, our request, an answer not to be believed. */
  readonly alert?: boolean
  /** For the operator's journal; never shown to the person. */
  readonly detail?: string
}

/** A sign-in that did not succeed. */
export class SignInRefused extends Error {
  readonly code: SignInProblem
  readonly esiaCode: string | null
  readonly alert: boolean
  readonly detail: string

  constructor(code: SignInProblem, facts: RefusalFacts = {}, cause?: unknown) {
    super(`${code}${facts.esiaCode ? ` (ESIA-${facts.esiaCode})` : ''}${facts.detail ? `: ${facts.detail}` : ''}`, { cause })
    this.code = code
    this.esiaCode = facts.esiaCode ?? null
    this.alert = facts.alert ?? false
    this.detail = facts.detail ?? ''
  }
}

type Reaction = readonly [SignInProblem, 'alert' | 'quiet']
const ours: Reaction = ['identity.esia_unavailable', 'alert']

const reactions = new Map<string, Reaction>([
  ['007004', ['identity.consent_refused', 'quiet']],
  ['007007', ['identity.esia_unavailable', 'quiet']],
  ['007008', ['identity.esia_unavailable', 'quiet']],
  ['007011', ['identity.sign_in_expired', 'quiet']],
  ['007019', ['identity.permission_revoked', 'quiet']],
  ['007046', ['identity.second_factor_unavailable', 'quiet']],
  ['007055', ['identity.account_unconfirmed', 'quiet']],
  ['007060', ['identity.wrong_account_kind', 'quiet']],
  ['007061', ['identity.wrong_account_kind', 'quiet']],
  ['007062', ['identity.wrong_account_kind', 'quiet']],
  ['007194', ['identity.wrong_account_kind', 'quiet']],
])

/** The refusal for an ЕСИА error. A code that is not about the person is our fault or unknown, and alerts the operator. */
export function refusalOf(error: string, description: string): SignInRefused {
  const esiaCode = esiaCodeIn(description)
  const [code, loudness] = (esiaCode ? reactions.get(esiaCode) : undefined) ?? withoutCode(error, esiaCode)
  return new SignInRefused(code, { esiaCode, alert: loudness === 'alert', detail: `${error} ${description}`.trim().slice(0, 300) })
}

/** The six digits of an `ESIA-00NNNN` somewhere in a text. */
export const esiaCodeIn = (text: string) => /ESIA-(\d{6})/.exec(text)?.[1]

function withoutCode(error: string, esiaCode: string | undefined): Reaction {
  if (esiaCode) return ours
  if (error === 'access_denied') return ['identity.consent_refused', 'quiet']
  if (error === 'invalid_grant') return ['identity.sign_in_expired', 'quiet']
  if (error === 'server_error' || error === 'temporarily_unavailable') return ['identity.esia_unavailable', 'quiet']
  return ours
}

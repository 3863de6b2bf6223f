import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { ageOfOwnAccount, ageOn } from './age.ts'
import type { EsiaConfig } from './config.ts'
import { SignInRefused, refusalOf } from './failures.ts'
import { kidsFrom, organisationsFrom, personFrom } from './people.ts'
import type { CallbackQuery, IdentityProvider, ScopeProfile, SignInStart, SignedInPerson } from './provider.ts'
import { scopeOf } from './scopes.ts'
import { authorizationText, tokenText } from './signed-text.ts'
import { esiaTimestamp } from './timestamp.ts'
import { readTokens } from './tokens.ts'
import { send } from './wire.ts'

const defaultTimeoutMs = 5_000

/** ЕСИА by its second dialect: `v2/ac`, `v3/te`, raw signatures and the hash of our certificate. */
export function esiaV2(config: EsiaConfig): IdentityProvider {
  return {
    name: 'esia-v2',
    start: (profile) => start(config, profile),
    finish: (answer, started) => finish(config, answer, started),
    signOutUrl: (returnTo) => `${config.host}/idp/ext/Logout?${encoded({ client_id: config.clientId, redirect_url: returnTo })}`,
  }
}

async function start(config: EsiaConfig, profile: ScopeProfile): Promise<SignInStart> {
  const state = randomUUID()
  const codeVerifier = randomBytes(32).toString('base64url')
  const signed = await signedFields(config, profile, state)
  const url = `${config.host}/aas/oauth2/v2/ac?${encoded({
    ...signed,
    response_type: 'code',
    access_type: 'online',
    // a child's account may be unconfirmed, so pupils are judged by their birth date on return
    ...(profile === 'pupil' ? {} : { person_filter: 'conf_acc' }),
    ...(config.pkce === false ? {} : { code_challenge: challengeOf(codeVerifier), code_challenge_method: 'S256' }),
  })}`
  return { url, state, codeVerifier, profile }
}

async function finish(
  config: EsiaConfig,
  answer: CallbackQuery,
  started: Pick<SignInStart, 'state' | 'codeVerifier' | 'profile'>,
): Promise<SignedInPerson> {
  if (answer.state !== started.state) throw new SignInRefused('identity.sign_in_expired', { detail: 'the browser brought another state' })
  if (answer.error) throw refusalOf(answer.error, answer.error_description ?? '')
  if (!answer.code) throw new SignInRefused('identity.sign_in_expired', { detail: 'neither code nor error' })
  const tokens = await exchange(config, answer.code, started)
  const facts = await readTokens(config, tokens.access, tokens.id)
  const [person, kids, organisations] = await Promise.all([
    read(config, tokens.access, `/rs/prns/${facts.oid}`).then(personFrom),
    started.profile === 'parent' ? read(config, tokens.access, `/rs/prns/${facts.oid}/kids?embed=(elements)`).then(kidsFrom) : [],
    started.profile === 'staff' ? read(config, tokens.access, `/rs/prns/${facts.oid}/roles?embed=(elements)`).then(organisationsFrom) : [],
  ])
  if (person.closed) throw new SignInRefused('identity.account_closed')
  const childAccount = ageOn(person.birthDate, dayOf(config)) < ageOfOwnAccount
  const confirmed = facts.confirmed && person.trusted
  if (!confirmed && !childAccount) throw new SignInRefused('identity.account_unconfirmed')
  const { trusted: _trusted, closed: _closed, ...known } = person
  return { ...facts, ...known, confirmed, childAccount, kids, organisations }
}

async function exchange(config: EsiaConfig, code: string, started: Pick<SignInStart, 'codeVerifier' | 'profile'>) {
  let asked = ''
  const answer = await send(timeout(config), async () => {
    asked = randomUUID() // a new state for every request; the answer has to repeat it
    const body = encoded({
      ...(await signedFields(config, started.profile, asked, code)),
      grant_type: 'authorization_code',
      token_type: 'Bearer',
      ...(config.pkce === false ? {} : { code_verifier: started.codeVerifier }),
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    return { url: `${config.host}/aas/oauth2/v3/te`, init: { method: 'POST', headers, body } }
  })
  const { access_token: access, id_token: id, state } = answer as Record<string, unknown>
  if (state !== asked || typeof access !== 'string' || typeof id !== 'string') {
    throw new SignInRefused('identity.esia_answer_refused', { alert: true, detail: 'the token answer repeats another state or has no tokens' })
  }
  return { access, id }
}

async function signedFields(config: EsiaConfig, profile: ScopeProfile, state: string, code?: string) {
  const text = {
    clientId: config.clientId,
    scope: scopeOf(profile),
    timestamp: esiaTimestamp(config.clock(), config.offsetMinutes),
    state,
    redirectUri: config.redirectUri,
  }
  const signature = await config.signer.sign(code === undefined ? authorizationText(text) : tokenText({ ...text, code }))
  return {
    client_id: text.clientId,
    client_secret: signature.toString('base64url'),
    client_certificate_hash: config.signer.certificateHash,
    redirect_uri: text.redirectUri,
    scope: text.scope,
    state,
    timestamp: text.timestamp,
    ...(code === undefined ? {} : { code }),
  }
}

const read = (config: EsiaConfig, token: string, path: string) =>
  send(timeout(config), () => ({ url: config.host + path, init: { headers: { accept: 'application/json', authorization: `Bearer ${token}` } } }))

const timeout = (config: EsiaConfig) => config.timeoutMs ?? defaultTimeoutMs

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

/** The day of the sign-in where ЕСИА's clocks are. */
const dayOf = (config: EsiaConfig) => esiaTimestamp(config.clock(), config.offsetMinutes).slice(0, 10).replaceAll('.', '-')

// percent signs everywhere: the plus of a time zone must arrive as a plus, a space as a space
const encoded = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')

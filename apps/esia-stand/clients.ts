/** An information system registered at the stand. */
export interface StandClient {
  readonly mnemonic: string
  /** Shown on the consent page. */
  readonly title: string
  /** PEM certificates whose signatures are accepted. */
  readonly certificates: readonly string[]
  /** Addresses the browser may return to: `https://school.example/auth/` allows everything below it. */
  readonly redirects: readonly string[]
  readonly scopes: readonly string[]
}

/** Whether an address lies at or below one of the registered ones; origins are compared whole. */
export function mayReturnTo(client: StandClient, address: string): boolean {
  if (!URL.canParse(address)) return false
  const wanted = new URL(address)
  return client.redirects.map((redirect) => new URL(redirect)).some((registered) => {
    const folder = registered.pathname.endsWith('/') ? registered.pathname : `${registered.pathname}/`
    return wanted.origin === registered.origin && (wanted.pathname === registered.pathname || wanted.pathname.startsWith(folder))
  })
}

/** Origins the browser may be sent to after a form of the stand. */
export const originsOf = (clients: readonly StandClient[]) => [
  ...new Set(clients.flatMap((client) => client.redirects.map((redirect) => new URL(redirect).origin))),
]

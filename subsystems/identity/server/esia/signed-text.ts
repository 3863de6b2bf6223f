export interface AuthorizationText {
  readonly clientId: string
  readonly scope: string
  readonly scopeOrg?: string
  readonly timestamp: string
  readonly state: string
  readonly redirectUri: string
}

/** The text signed for `v2/ac`: the fields one after another, in exactly this order, nothing between them. */
export const authorizationText = (of: AuthorizationText) =>
  of.clientId + of.scope + (of.scopeOrg ?? '') + of.timestamp + of.state + of.redirectUri

/** The text signed for `v3/te`: the same fields and the code behind them. */
export const tokenText = (of: AuthorizationText & { readonly code: string }) => authorizationText(of) + of.code

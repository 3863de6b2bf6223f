/** A refusal or a failure of a call: `status` 0 means that the server was not reached. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string | undefined

  constructor(status: number, code: string, details: Record<string, unknown> = {}, requestId?: string) {
    super(`${status} ${code}`)
    this.name = 'ProblemError'
    this.status = status
    this.code = code
    this.details = details
    this.requestId = requestId
  }
}

/** A refusal with a stable code; the one error handler turns it into a reply, catalogues turn it into a sentence. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown> | undefined

  constructor(status: number, code: string, details?: Record<string, unknown>) {
    super(code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.details = details
  }
}

/** The same answer for "absent" and "not yours", so that nobody learns which it was. */
export const notFound = () => new Problem(404, 'not_found')

/** The body of every refusal. Sentences are made by the reader from `code` and `details`. */
export interface ProblemBody {
  readonly code: string
  readonly details?: Record<string, unknown>
  readonly requestId?: string
}

/** Codes any route may answer. */
export const commonProblems = {
  400: ['bad_input'],
  401: ['sign_in_first'],
  403: ['not_allowed', 'foreign_origin'],
  404: ['not_found'],
  413: ['too_large'],
  415: ['unsupported_type'],
  429: ['too_many_requests'],
  500: ['our_fault'],
  503: ['overloaded'],
} as const

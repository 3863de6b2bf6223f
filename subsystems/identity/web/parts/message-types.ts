/** A sentence in two parts: what is, and what it means. */
export interface Verdict { readonly title: string; readonly text: string }
export interface CheckWords { readonly matched: string; readonly differs: string; readonly notFound: string; readonly noSnils: string; readonly document: string }

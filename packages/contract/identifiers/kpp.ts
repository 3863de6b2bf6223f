export type KppFault = 'empty' | 'length' | 'all_zeros' | 'form'

/** The nine signs without spaces, letters in upper case. */
export const normalKpp = (text: string) => text.replace(/[\s\u00a0]/g, '').toUpperCase()

/** Says why the text is no КПП, or null when it may be one: КПП has no check digit, only a form. */
export function whyKppWrong(text: string): KppFault | null {
  const signs = normalKpp(text)
  if (signs === '') return 'empty'
  if (signs.length !== 9) return 'length'
  if (/^0+$/.test(signs)) return 'all_zeros'
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(signs) ? null : 'form'
}

/** A КПП of the tax office 0000, which does not exist. */
export const fictionalKpp = (number: number) => '000001' + String(1 + (Math.abs(Math.trunc(number)) % 999)).padStart(3, '0')

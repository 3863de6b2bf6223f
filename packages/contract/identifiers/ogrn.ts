export type OgrnFault = 'empty' | 'length' | 'all_zeros' | 'check_digit'

/** The digits without spaces. */
export const normalOgrn = (text: string) => text.replace(/[\s\u00a0]/g, '')

/** Says why the text is no ОГРН (13 digits) or ОГРНИП (15), or null when it is one. */
export function whyOgrnWrong(text: string): OgrnFault | null {
  const digits = normalOgrn(text)
  if (digits === '') return 'empty'
  if (!/^\d{13}(\d\d)?$/.test(digits)) return 'length'
  if (/^0+$/.test(digits)) return 'all_zeros'
  return digits.endsWith(checkDigit(digits.slice(0, -1))) ? null : 'check_digit'
}

/** A valid ОГРН nobody has: registered in the year 00 of the region 00. */
export function fictionalOgrn(number: number): string {
  const body = '10000' + String(Math.abs(Math.trunc(number)) % 10_000_000).padStart(7, '0')
  return body + checkDigit(body)
}

/** Thirteen digits divide by 11, fifteen by 13; both stay exact in a double. */
const checkDigit = (body: string) => String((Number(body) % (body.length === 12 ? 11 : 13)) % 10)

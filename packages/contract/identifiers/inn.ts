export type InnFault = 'empty' | 'length' | 'all_zeros' | 'check_digit'
export type InnHolder = 'organisation' | 'person'

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
/** No tax office has the code 00, so nothing real begins like this. */
const FICTIONAL_PREFIX = '00'

/** The digits without spaces. */
export const normalInn = (text: string) => text.replace(/[\s\u00a0]/g, '')

/** Says why the text is no ИНН of an organisation (10 digits) or a person (12), or null when it is one. */
export function whyInnWrong(text: string, holder?: InnHolder): InnFault | null {
  const digits = normalInn(text)
  if (digits === '') return 'empty'
  const right = holder === 'organisation' ? /^\d{10}$/ : holder === 'person' ? /^\d{12}$/ : /^\d{10}(\d\d)?$/
  if (!right.test(digits)) return 'length'
  if (/^0+$/.test(digits)) return 'all_zeros'
  const body = digits.slice(0, digits.length === 10 ? 9 : 10)
  return digits === withCheck(body) ? null : 'check_digit'
}

/** A valid ИНН nobody has: it begins with 00, which no tax office uses. */
export function fictionalInn(number: number, holder: InnHolder = 'organisation'): string {
  const width = holder === 'organisation' ? 7 : 8
  const own = 1 + (Math.abs(Math.trunc(number)) % (10 ** width - 1))
  return withCheck(FICTIONAL_PREFIX + String(own).padStart(width, '0'))
}

function withCheck(body: string): string {
  const once = body + checkDigit(body)
  return body.length === 9 ? once : once + checkDigit(once)
}

/** The weights are one row, read from its right end. */
function checkDigit(digits: string): number {
  const weights = WEIGHTS.slice(WEIGHTS.length - digits.length)
  return (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11) % 10
}

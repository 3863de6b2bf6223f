export type SnilsFault = 'empty' | 'length' | 'all_zeros' | 'check_digit'

/** Numbers up to this one were given out before check digits existed. */
const LAST_UNCHECKED = 1001998
/** Fictional numbers live in 900-… and above, which the pension register does not reach. */
const FIRST_FICTIONAL = 900_000_000
const FICTIONAL_COUNT = 99_000_000

/** The eleven digits without dashes and spaces; letters and other signs stay, so that the check can refuse them. */
export const normalSnils = (text: string) => text.replace(/[\s\u00a0\-–—−_.]/g, '')

/** Says why the text is no СНИЛС, or null when it is one; dashes and spaces do not matter. */
export function whySnilsWrong(text: string): SnilsFault | null {
  const digits = normalSnils(text)
  if (digits === '') return 'empty'
  if (!/^\d{11}$/.test(digits)) return 'length'
  if (digits === '00000000000') return 'all_zeros' // its sum is right, but nobody holds it
  const number = Number(digits.slice(0, 9))
  if (number <= LAST_UNCHECKED) return null
  return digits.slice(9) === snilsCheck(digits.slice(0, 9)) ? null : 'check_digit'
}

/** `XXX-XXX-XXX YY`; a text that has no eleven digits comes back as it is. */
export function printSnils(text: string): string {
  const parts = /^(\d{3})(\d{3})(\d{3})(\d{2})$/.exec(normalSnils(text))
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}` : text
}

/** A valid СНИЛС nobody has: it begins with 9 and the same number always gives the same one. */
export function fictionalSnils(number: number): string {
  const body = String(FIRST_FICTIONAL + (Math.abs(Math.trunc(number)) % FICTIONAL_COUNT))
  return body + snilsCheck(body)
}

/** Whether the number comes from the range of `fictionalSnils`. */
export const isFictionalSnils = (text: string) => /^9\d{10}$/.test(normalSnils(text)) && whySnilsWrong(text) === null

function snilsCheck(nine: string): string {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (9 - i)
  const rest = sum % 101
  return String(rest === 100 ? 0 : rest).padStart(2, '0')
}

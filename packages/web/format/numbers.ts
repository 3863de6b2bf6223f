import { language } from '../language/language.ts'

/** «4,46»: decimal comma, two digits; `digits` for another precision. */
export function decimal(value: number, digits = 2): string {
  const text = value.toFixed(digits)
  return language() === 'ru' ? text.replace('.', ',') : text
}

/** «12 480». */
export const count = (value: number) => value.toLocaleString(language() === 'ru' ? 'ru-RU' : 'en-GB')

/** «87 %». */
export const percent = (share: number, digits = 0) => `${decimal(share * 100, digits)} %`

/** «1 ч 50 мин» of minutes. */
export function durationText(minutes: number): string {
  const [hour, minute] = language() === 'ru' ? ['ч', 'мин'] : ['h', 'min']
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [whole > 0 && `${whole} ${hour}`, (rest > 0 || whole === 0) && `${whole > 0 ? String(rest).padStart(2, '0') : rest} ${minute}`].filter(Boolean).join(' ')
}

const units = { ru: ['Б', 'КБ', 'МБ', 'ГБ'], en: ['B', 'KB', 'MB', 'GB'] } as const

/** «240 КБ», «1,2 МБ». */
export function bytesText(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)))
  const value = bytes / 1024 ** step
  return `${step === 0 || value >= 10 ? Math.round(value) : decimal(value, 1)} ${units[language()][step]}`
}

/** Hours between a time zone and UTC now. */
function offsetOf(timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date()).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return Number(/[+-]\d\d/.exec(name)?.[0] ?? 0)
}

/** A time zone as people say it: the word for Moscow time and the hours from it. */
export function zoneText(timeZone: string, moscow: string): string {
  const hours = offsetOf(timeZone) - offsetOf('Europe/Moscow')
  return hours === 0 ? moscow : `${moscow}${hours > 0 ? '+' : '−'}${Math.abs(hours)}`
}

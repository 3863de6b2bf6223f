const moscow = 180

/** A moment as ЕСИА reads it, `2026.11.24 09:15:00 +0300`, written digit by digit so that no locale can change it. */
export function esiaTimestamp(at: Date, offsetMinutes = moscow): string {
  const local = new Date(at.getTime() + offsetMinutes * 60_000)
  const day = [digits(local.getUTCFullYear(), 4), digits(local.getUTCMonth() + 1), digits(local.getUTCDate())].join('.')
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map((part) => digits(part)).join(':')
  const away = Math.abs(offsetMinutes)
  return `${day} ${time} ${offsetMinutes < 0 ? '-' : '+'}${digits(Math.floor(away / 60))}${digits(away % 60)}`
}

const digits = (value: number, length = 2) => String(value).padStart(length, '0')

export const day = 86_400_000
export const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The Monday of the week before the last. */
export function twoWeeksAgo({ today }: { readonly today: string }): string {
  const at = Date.parse(today)
  return isoDay(at - (14 + ((new Date(at).getUTCDay() + 6) % 7)) * day)
}

interface Terms { readonly from: string; readonly answerWorkingDays: number; readonly expireDays: number; readonly mostWaiting: number }

/** How long a school may think; every edition keeps its first day. */
const editions: readonly Terms[] = [{ from: '2026-01-01', answerWorkingDays: 1, expireDays: 14, mostWaiting: 10 }]

export const requestTerms = (day: string): Terms => editions.findLast((one) => one.from <= day) ?? editions[0]!

const dayMs = 86_400_000

/** The same hour some working days later; weekends do not count. */
export function addWorkingDays(from: Date, days: number): Date {
  let at = from
  for (let left = days; left > 0;) {
    at = new Date(at.getTime() + dayMs)
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6) left--
  }
  return at
}

/** When a request asked now is late, and when it ends by itself. */
export function datesOf(now: Date): { dueAt: Date; expiresAt: Date } {
  const terms = requestTerms(now.toISOString().slice(0, 10))
  return { dueAt: addWorkingDays(now, terms.answerWorkingDays), expiresAt: new Date(now.getTime() + terms.expireDays * dayMs) }
}

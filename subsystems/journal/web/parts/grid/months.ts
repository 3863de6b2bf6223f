/** The months of a range, `YYYY-MM`. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = []
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; months.length < 14; month === 12 ? (year++, month = 1) : month++) {
    const text = `${year}-${String(month).padStart(2, '0')}`
    if (text > to.slice(0, 7)) break
    months.push(text)
  }
  return months
}

/** The first and the last day of a month that lie inside a range. */
export function rangeOfMonth(month: string, from: string, to: string): { from: string; to: string } {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
  const first = `${month}-01`
  return { from: first < from ? from : first, to: last > to ? to : last }
}

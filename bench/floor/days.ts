/** The day `n` days later. */
export const dayAfter = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
/** The Monday of the day's week. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
/** From one day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

export interface Span { id: string; name: string; ordinal: number; starts: string; ends: string }

export const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`
export const shortName = (p: string) => `${p}.last_name || ' ' || left(${p}.first_name, 1) || '.' || coalesce(' ' || left(${p}.middle_name, 1) || '.', '')`
export const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
export const periods = (scheme: string) => `(select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts) from schedule.period pd where pd.school_id = $1 and pd.scheme_id = ${scheme})`

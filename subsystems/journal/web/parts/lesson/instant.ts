/** The instant of a clock of a day where the browser is. */
export const instantOf = (day: string, clock: string): string => new Date(`${day}T${clock}:00`).toISOString()

/** The school day on which the bench lives, whatever the calendar says: a Friday in autumn, the lessons of Monday already planned. */
export const today = '2026-10-16'
const beginsAt = Date.parse(`${today}T07:00:00Z`)

/** How far this run's clock lags behind the real one; every process of a run gets the same. */
export const lagFrom = (realNow: number): number => realNow - beginsAt

/** The clock of a process that was told the lag. */
export const clockWith = (lag: number) => () => new Date(Date.now() - lag)

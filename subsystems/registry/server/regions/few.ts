/** Fewer people than this could be recognised behind a figure. */
const floor = 10

/** A figure for those who see only aggregates: null when so few people stand behind it that they could be recognised. */
export const few = (count: number): number | null => (count === 0 || count >= floor ? count : null)

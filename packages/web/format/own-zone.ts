/** The reader's own time zone: instants are told in it. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

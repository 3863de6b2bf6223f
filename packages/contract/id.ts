import { uuidv7 } from 'uuidv7'

/** A fresh UUIDv7: unique and ordered by time of making. */
export const newId = (): string => uuidv7()

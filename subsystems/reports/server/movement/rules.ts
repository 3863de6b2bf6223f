export interface Stay { readonly valid_from: string; readonly valid_to: string | null; readonly begun_by: string; readonly end_reason: string | null }
export interface Movement { readonly start: number; readonly arrived: number; readonly fromClass: number; readonly left: number; readonly toClass: number; readonly end: number }

/** Came after the first day. */
export const arrived = (stay: Stay, starts: string): boolean => stay.valid_from > starts
/** Left before the last day; whoever's last day it is has stayed to the end. */
export const departed = (stay: Stay, until: string): boolean => stay.valid_to !== null && stay.valid_to < until

/** How many there were on the first day, came, left and were there on the last. */
export function movementOf(stays: readonly Stay[], starts: string, until: string): Movement {
  const came = stays.filter((one) => arrived(one, starts))
  const gone = stays.filter((one) => departed(one, until))
  const start = stays.length - came.length
  return {
    start, arrived: came.length, fromClass: came.filter((one) => one.begun_by === 'transferred').length, left: gone.length, toClass: gone.filter((one) => one.end_reason === 'transferred').length,
    end: start + came.length - gone.length,
  }
}

export interface ScaleStep { readonly from: number; readonly mark: string }

/** The mark that so many points will bring, shown at once; the server judges by the rule of the lesson's day. */
export const markOf = (points: number, outOf: number, scale: readonly ScaleStep[]): string => scale.toSorted((a, b) => b.from - a.from).find(({ from }) => points * 100 >= from * outOf)?.mark ?? '2'

/** Points of a hundred as somebody types or pastes them; null when it is something else. */
export function pointsIn(text: string): number | null {
  const found = /^\s*(\d{1,3})\s*$/.exec(text)
  return found && Number(found[1]) <= 100 ? Number(found[1]) : null
}

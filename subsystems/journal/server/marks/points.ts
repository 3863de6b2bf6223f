/** From how many of a hundred points on which mark. */
export interface ScaleStep { readonly from: number; readonly mark: string }
export interface Counted { readonly points: number; readonly criteria: number[] | null; readonly outOf: number }

/** The mark of so many points out of so many; judged on the fraction itself. */
export function markOf(points: number, outOf: number, scale: readonly ScaleStep[]): string {
  const step = scale.toSorted((a, b) => b.from - a.from).find(({ from }) => points * 100 >= from * outOf)
  return step?.mark ?? scale.toSorted((a, b) => a.from - b.from)[0]?.mark ?? '2'
}

/** The points as they were given, added up; null when they do not fit the work. */
export function countPoints(scale: string, criteria: readonly { readonly max: number }[], given: { readonly points?: number | undefined; readonly criteria?: readonly number[] | undefined }): Counted | null {
  if (scale === 'hundred') return given.points !== undefined && given.criteria === undefined && given.points <= 100 ? { points: given.points, criteria: null, outOf: 100 } : null
  if (scale !== 'criteria' || given.criteria === undefined || criteria.length === 0 || given.criteria.length !== criteria.length) return null
  if (given.criteria.some((points, i) => points > criteria[i]!.max)) return null
  return { points: given.criteria.reduce((sum, points) => sum + points, 0), criteria: [...given.criteria], outOf: criteria.reduce((sum, one) => sum + one.max, 0) }
}

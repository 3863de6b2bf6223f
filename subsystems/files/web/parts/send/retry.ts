/** How long to wait before going on after the network failed, longer each time. */
export const pauseAfter = (failures: number): number => Math.min(30_000, 1000 * 2 ** Math.min(failures, 5))

/** A chunk is large enough to be quick and small enough to be lost. */
export const chunkBytes = 8 * 1_048_576

/** tus metadata: values in base64 of UTF-8. */
export function metadataOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).filter(([, value]) => value !== '').map(([key, value]) => `${key} ${btoa(String.fromCodePoint(...new TextEncoder().encode(value)))}`).join(',')
}

/** Bytes a second over the last measures, and from it the seconds that are left; null while nothing is known. */
export function secondsLeft(measures: ReadonlyArray<{ readonly at: number; readonly sent: number }>, all: number): number | null {
  const [first, last] = [measures[0], measures.at(-1)]
  if (!first || !last || last.at - first.at < 1500 || last.sent <= first.sent) return null
  return Math.ceil(((all - last.sent) * (last.at - first.at)) / (last.sent - first.sent) / 1000)
}

/** A set of files by path from the root, with `/`. */
export type Tree = ReadonlyMap<string, string>

export interface Breach { readonly path: string; readonly line?: number; readonly says: string }

/** A law of the house: what it forbids, and examples that prove it. */
export interface Law {
  readonly name: string
  readonly check: (tree: Tree) => Iterable<Breach>
  /** Trees that obey, and trees that break it at least once; tried by lint.test.ts. */
  readonly good: readonly Record<string, string>[]
  readonly bad: readonly Record<string, string>[]
}

export const subsystemOf = (path: string): string | null => /^subsystems\/([^/]+)\//.exec(path)?.[1] ?? null

export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /\/tests\//.test(path) || /\/testing(\.ts|\/)/.test(path) || /^(e2e|tests|bench)\//.test(path) || path.startsWith('packages/testing/')

export const isSource = (path: string) => /\.(tsx?|mjs|cjs)$/.test(path)

export const isOfHouse = (path: string) => /^(apps|packages|subsystems)\//.test(path)

/** Reports every line of the chosen files that matches, with `says` telling what to do instead. */
export function* linesLike(tree: Tree, chosen: (path: string) => boolean, pattern: RegExp, says: string): Generator<Breach> {
  for (const [path, text] of tree) {
    if (!chosen(path) || !pattern.test(text)) continue
    for (const [index, line] of text.split('\n').entries()) {
      if (/^\s*(\/\/|\*|\/\*|--)/.test(line) || !pattern.test(line)) continue
      yield { path, line: index + 1, says }
    }
  }
}

/** Level of every subsystem, from its package.json. */
export function levels(tree: Tree): Map<string, number> {
  const all = new Map<string, number>()
  for (const [path, text] of tree) {
    const name = /^subsystems\/([^/]+)\/package\.json$/.exec(path)?.[1]
    const level = name && (JSON.parse(text) as { school?: { level?: number } }).school?.level
    if (name && typeof level === 'number') all.set(name, level)
  }
  return all
}

import { readFileSync, readdirSync } from 'node:fs'

/** CPU milliseconds a process has used so far, all its living threads, to the nanosecond where Linux tells them. */
export function cpuOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]))
    return threads.reduce((sum, one) => sum + one, 0) / 1e6
  } catch {
    return 0
  }
}

/** A process and everything below it: a database server with its backends. */
export function treeOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch { /* it ended meanwhile */ }
  }
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)]
  return below(pid)
}

/** CPU milliseconds of each process of a tree. */
export const cpuOfTree = (pid: number): Map<number, number> => new Map(treeOf(pid).map((one) => [one, cpuOf(one)]))

/** CPU milliseconds spent between two looks at a tree; a process that ended between them is not counted. */
export const spent = (before: Map<number, number>, after: Map<number, number>): number => [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)

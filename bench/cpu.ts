import { readFileSync, readdirSync } from 'node:fs'

const ticksPerSecond = 100

/** CPU milliseconds a process has used so far, all its threads. */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
  } catch {
    return 0
  }
}

/** CPU milliseconds of a process and everything below it: a database server with its backends. */
export function cpuOfTree(pid: number): number {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])
      parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
    } catch { /* it ended meanwhile */ }
  }
  const sum = (one: number): number => cpuOf(one) + (parents.get(one) ?? []).reduce((total, child) => total + sum(child), 0)
  return sum(pid)
}

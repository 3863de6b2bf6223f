import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Held by one living process at a time; a lock left by a dead one is taken over. */
export interface ProcessLock {
  release(): void
}

/** Thrown when another living process holds the lock. */
export class Locked extends Error {
  readonly pid: number
  constructor(file: string, pid: number) {
    super(`${file} is held by the running process ${pid}`)
    this.pid = pid
  }
}

/** Takes the lock kept in `file`, or throws `Locked` with the id of the process that has it. */
export function takeLock(file: string): ProcessLock {
  const mine = signatureOf(process.pid)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return { release: () => releaseIfOurs(file, mine) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = livingHolder(file)
    if (holder !== null) throw new Locked(file, holder)
    rmSync(file, { force: true })
  }
  throw new Error(`could not take the lock ${file}`)
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function releaseIfOurs(file: string, mine: string): void {
  if (readOrEmpty(file) === mine) rmSync(file, { force: true })
}

function livingHolder(file: string): number | null {
  const text = readOrEmpty(file)
  const pid = Number(text.split(' ')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  return signatureOf(pid) === text ? pid : null
}

/** Process id and, where the system tells it, its start time: ids are reused, above all in containers. */
function signatureOf(pid: number): string {
  const stat = readOrEmpty(`/proc/${pid}/stat`)
  const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  return `${pid} ${startedAt}`
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './files.ts'

export interface Ran { readonly code: number; readonly output: string; readonly seconds: number }

/** Runs a program in the project's root and keeps what it printed. */
export function run(program: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; onOutput?: (text: string) => void } = {}): Promise<Ran> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (data: Buffer) => {
      output += String(data)
      options.onOutput?.(String(data))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const done = (code: number) => resolve({ code, output, seconds: (performance.now() - startedAt) / 1000 })
    child.once('error', (error) => { output += error.message; done(127) })
    child.once('close', (code) => done(code ?? 1))
  })
}

/** Runs a script of ours or of a package on this Node. */
export const runNode = (script: string, args: readonly string[] = [], options?: Parameters<typeof run>[2]) => run(process.execPath, [join(root, script), ...args], options)

/** Does all the work, `width` pieces at a time, in order of the list. */
export async function inTurns<T>(list: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...list]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

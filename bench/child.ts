import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Child { readonly pid: number; readonly base: URL; stop(): Promise<void>; kill(): Promise<void> }

/** Starts a server of the bench as a process of its own and waits until it listens. */
export async function startChild(file: string, env: Record<string, string>, flags: readonly string[] = []): Promise<Child> {
  const child = spawn(process.execPath, [...flags, new URL(file, import.meta.url).pathname], { env: { ...process.env, ...env, NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.stdin.on('error', () => {})
  const port = await Promise.race([
    new Promise<number>((found) => createInterface(child.stdout).on('line', (line) => { if (line.startsWith('ready ')) found(Number(line.slice(6))) })),
    gone.then(() => { throw new Error(`${file} ended before it listened`) }),
  ])
  return {
    pid: child.pid!, base: new URL(`http://127.0.0.1:${port}`),
    async stop() { child.stdin.end(); const timer = setTimeout(() => child.kill('SIGKILL'), 5000); await gone; clearTimeout(timer) },
    async kill() { child.kill('SIGKILL'); await gone },
  }
}

/** Tells the parent where this child listens, and ends when the parent does. */
export function sayReady(port: number): void {
  console.log(`ready ${port}`)
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume()
}

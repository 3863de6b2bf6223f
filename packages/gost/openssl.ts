import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'

// The engine is named by id: OpenSSL finds the library itself. Loading the same file by -config a second time would fail.
const engineConfig = `openssl_conf = openssl_init
[openssl_init]
engines = engine_section
[engine_section]
gost = gost_section
[gost_section]
engine_id = gost
default_algorithms = ALL
`
export interface Done { readonly code: number; readonly output: Buffer; readonly errors: string }

const timeoutMs = 15_000
const atOnce = 8

/** The OpenSSL program with the ГОСТ engine, and a private folder for the files it can only read from disk. */
export class OpenSsl {
  #program: string
  #folder: string | undefined
  #kept = new Set<string>()
  #running = 0
  #waiting: (() => void)[] = []

  constructor(program = 'openssl') {
    this.#program = program
  }

  /** Where output goes that nobody reads. */
  readonly nowhere = devNull

  /** Runs one command; the result has its output, its words about errors and its exit code, and a program that cannot start throws. */
  async run(args: readonly string[], input: Uint8Array = Buffer.alloc(0)): Promise<Done> {
    if (this.#running >= atOnce) await new Promise<void>((free) => this.#waiting.push(free))
    else this.#running += 1
    try {
      return await this.#spawn(args, input)
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  /** Runs one command that has to succeed and gives its output. */
  async must(args: readonly string[], input?: Uint8Array): Promise<Buffer> {
    const { code, output } = await this.run(args, input)
    if (code !== 0) throw new Error(`openssl ${args[0]} ended with code ${code}`)
    return output
  }

  /** Keeps bytes in the private folder under a name made of their hash, so that the same key is written once. */
  keep(bytes: string | Uint8Array): string {
    const path = join(this.#place(), createHash('sha256').update(bytes).digest('hex'))
    // written once and never again: another command may be reading it at this moment
    if (!this.#kept.has(path)) writeFileSync(path, bytes, { mode: 0o600 })
    this.#kept.add(path)
    return path
  }

  /** Lends a file with these bytes for the length of one call. */
  async lend<T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
    const path = join(this.#place(), randomUUID())
    await writeFile(path, bytes, { mode: 0o600 })
    try {
      return await use(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  #place(): string {
    if (this.#folder) return this.#folder
    const folder = mkdtempSync(join(tmpdir(), 'school-gost-'))
    writeFileSync(join(folder, 'openssl.cnf'), engineConfig)
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return (this.#folder = folder)
  }

  #spawn(args: readonly string[], input: Uint8Array): Promise<Done> {
    return new Promise((done, failed) => {
      const env = { ...process.env, OPENSSL_CONF: join(this.#place(), 'openssl.cnf') }
      const child = spawn(this.#program, args, { env, stdio: 'pipe', timeout: timeoutMs, killSignal: 'SIGKILL' })
      const output: Buffer[] = []
      const errors: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
      child.stdin.on('error', () => undefined) // a command that refuses early closes its input; its exit code tells
      child.on('error', failed)
      child.on('close', (code) => done({ code: code ?? -1, output: Buffer.concat(output), errors: Buffer.concat(errors).toString('utf8') }))
      child.stdin.end(input)
    })
  }
}

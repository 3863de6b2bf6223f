import { isAbsolute, join, relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { root } from './files.ts'

export interface Tally { passed: number; failed: number; skipped: number; slowest: { name: string; file: string; seconds: number }[] }

interface Ended {
  readonly name: string
  readonly file?: string
  readonly skip?: string | boolean
  readonly todo?: string | boolean
  readonly details: { readonly duration_ms: number; readonly type?: string; readonly error?: Error }
}

const usualPatience = 300_000

/** Runs test files, each in a process of its own with so many milliseconds for it, and adds the outcome to the tally. */
export async function runFiles(files: readonly string[], width: number, total: Tally, patience = usualPatience): Promise<void> {
  if (files.length === 0) return
  const perFile = new Map<string, { passed: number; failed: number; seconds: number }>()
  const stream = run({ files: files.map((path) => join(root, path)), concurrency: width, isolation: 'process', timeout: patience })
  stream.on('test:pass', (event: Ended) => note(event, false))
  stream.on('test:fail', (event: Ended) => note(event, true))
  stream.on('test:stderr', ({ message }: { message: string }) => void process.stderr.write(message))
  stream.on('test:summary', ({ file, success }: { file?: string; success: boolean }) => {
    if (file === undefined) return
    const { passed, failed, seconds } = perFile.get(nameOf(file)) ?? { passed: 0, failed: 0, seconds: 0 }
    console.log(`${success ? 'ok    ' : 'FAILED'}  ${nameOf(file)}  (${passed}${failed > 0 ? `, ${failed} failed` : ''}, ${seconds.toFixed(1)} s)`)
  })
  for await (const _event of stream) continue

  function note(event: Ended, failed: boolean): void {
    const { name, details } = event
    const file = nameOf(event.file ?? '')
    if (failed && details.error && !isOnlyBelow(details.error)) console.log(`FAILED  ${file}  ${name}\n${indent(inspect(details.error.cause ?? details.error, { colors: false, depth: 6 }))}`)
    if (details.type === 'suite' && !(failed && details.error && !isOnlyBelow(details.error))) return
    if (event.skip !== undefined) {
      total.skipped++
      console.log(`SKIPPED ${file}  ${name}${typeof event.skip === 'string' ? `: ${event.skip}` : ''}`)
      return
    }
    total[failed ? 'failed' : 'passed']++
    const sum = perFile.get(file) ?? { passed: 0, failed: 0, seconds: 0 }
    sum[failed ? 'failed' : 'passed']++
    sum.seconds += details.duration_ms / 1000
    perFile.set(file, sum)
    total.slowest.push({ name, file, seconds: details.duration_ms / 1000 })
  }
}

/** A suite fails when a test in it fails; that test has been told already. */
const isOnlyBelow = (error: Error) => (error as { failureType?: string }).failureType === 'subtestsFailed'

const nameOf = (file: string) => (isAbsolute(file) ? relative(root, file) : file)

const indent = (text: string) => text.split('\n').map((line) => `          ${line}`).join('\n')

/** Runs one step of a start and tells how long it took; quick ones stay on one line. */
export async function step<T>(title: string, run: (note: (words: string) => void) => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  let notes = ''
  const open = process.stdout.isTTY === true
  if (open) process.stdout.write(`  …  ${title}`)
  try {
    const result = await run((words) => {
      notes = words
      if (open) process.stdout.write(`\r\x1b[K  …  ${title}: ${words}`)
    })
    end('ok ', notes)
    return result
  } catch (error) {
    end('!! ', error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    throw error
  }

  function end(sign: string, words: string): void {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    process.stdout.write(`${open ? '\r\x1b[K' : ''}  ${sign}${title.padEnd(22)} ${seconds.padStart(5)} s  ${words}\n`)
  }
}

/** Runs `close` once when the process is told to end, and ends with `code`; a second, later Ctrl+C ends at once. */
export function onStop(close: () => Promise<void>, code = 0): void {
  let askedAt = 0
  const stop = () => {
    // npm, the terminal and the parent may each pass on the same Ctrl+C.
    if (askedAt > 0 && performance.now() - askedAt > 1500) process.exit(130)
    if (askedAt > 0) return
    askedAt = performance.now()
    close().then(() => process.exit(code), (error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}

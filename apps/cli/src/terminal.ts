import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/**
 * The first Ctrl+C asks to end, so that what is open can be closed; one that comes later ends at once. Those that come with
 * the first are the same one: npm passes on what the terminal has sent to all.
 */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        askedAt ??= performance.now()
        if (performance.now() - askedAt > SAME_MS) process.exit(1)
        resolve()
      })
    }
  })
}

const SAME_MS = 500

/** A line typed at the terminal, or the next one of a pipe; '' at its end. */
export function ask(question: string, isSecret = false): Promise<string> {
  process.stderr.write(question)
  const isTerminal = process.stdin.isTTY === true
  // What the terminal would echo goes nowhere.
  const output = isSecret ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr
  const lines = createInterface({ input: process.stdin, output, terminal: isTerminal })
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => process.exit(130))
    lines.once('error', reject)
    lines.once('line', (line) => {
      if (isSecret && isTerminal) process.stderr.write('\n')
      resolve(line)
      lines.close()
    })
    lines.once('close', () => resolve(''))
  })
}

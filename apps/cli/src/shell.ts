import type { Language } from '@yardstick/model'
import type { Io } from './io.ts'
import type { Bilingual } from './language.ts'
import { Paint } from './paint.ts'

/**
 * A command's view of its surroundings: prints data to stdout and words to stderr, in one language, as wide and as
 * coloured as each of the two can show.
 */
export class Shell {
  /** Columns to lay text out in; a file or a pipe gets 100. */
  readonly width: number
  readonly paint: Paint
  readonly paintWords: Paint

  constructor(
    readonly io: Io,
    readonly language: Language,
    readonly isJson: boolean,
  ) {
    const { stdout, stderr, env } = io
    this.width = stdout.isTTY === true ? Math.min(Math.max(stdout.columns ?? 100, 40), 120) : 100
    this.paint = new Paint(mayColour(stdout.isTTY, env))
    this.paintWords = new Paint(mayColour(stderr.isTTY, env))
  }

  pick(words: Bilingual): string {
    return words[this.language]
  }

  /** Lines of data. */
  print(lines: readonly string[]): void {
    if (lines.length > 0) this.io.stdout.write(`${lines.map((line) => line.trimEnd()).join('\n')}\n`)
  }

  printJson(value: unknown): void {
    this.io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** Words about the way. */
  say(lines: readonly string[]): void {
    if (lines.length > 0) this.io.stderr.write(`${lines.map((line) => line.trimEnd()).join('\n')}\n`)
  }
}

/** See no-color.org; a terminal that calls itself dumb shows no colours either. */
function mayColour(isTTY: boolean | undefined, env: Io['env']): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return isTTY === true && env['TERM'] !== 'dumb'
}

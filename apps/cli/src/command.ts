import type { Arguments, Option } from './arguments.ts'
import type { Bilingual } from './language.ts'
import type { Shell } from './shell.ts'

/**
 * A command is the line of the README in a few lines of code: read, validate, compile, evaluate, render, write. It
 * returns its exit code: 0 fine, 1 something found, 2 wrong use.
 */
export interface Command {
  readonly name: string
  /** The files behind the name, as the help shows them: "SCHEME SUBMISSION"; one with … may stand several times. */
  readonly files: string
  readonly summary: Bilingual
  /** Further paragraphs of the help. */
  readonly details?: Bilingual
  readonly options: readonly Option[]
  run(given: Given, shell: Shell): Promise<ExitCode>
}

export type ExitCode = 0 | 1 | 2

/** The arguments of a command, read. `file(n)` is there, since the number of files has been checked. */
export interface Given extends Arguments {
  file(index: number): string
}

/** The options every command has. */
export const commonOptions: readonly Option[] = [
  {
    name: 'json',
    help: { zh: '输出 JSON', en: 'print JSON' },
  },
  {
    name: 'strict',
    help: { zh: '有警告也以退出码 1 结束', en: 'end with exit code 1 on warnings too' },
  },
  {
    name: 'lang',
    value: 'zh|en',
    help: { zh: '语言；默认随系统', en: 'language; the default follows the locale' },
  },
  {
    name: 'help',
    short: 'h',
    help: { zh: '显示本帮助', en: 'show this help' },
  },
]

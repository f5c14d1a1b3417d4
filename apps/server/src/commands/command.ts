import type { Language } from '@yardstick/model'

/**
 * A command of `yardstick` that needs the server's rooms: the database, the accounts, the jobs. The command line hands it
 * its arguments and its surroundings, so that a test is a call. Data goes to stdout, words to stderr.
 */
export interface ServerCommand {
  readonly name: string
  /** What stands behind the name, as the help shows it: "FILE"; options are listed apart. */
  readonly files: string
  readonly summary: Bilingual
  /** Further paragraphs of the help. */
  readonly details?: Bilingual
  readonly options: readonly CommandOption[]
  /** 0 fine, 1 something found or refused, 2 wrong use. What is thrown as `WrongUse` or `CommandRefused` is told. */
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>
}

/** `--name VALUE` */
export interface CommandOption {
  readonly name: string
  readonly value: string
  readonly help: Bilingual
}

export type Bilingual = { readonly [L in Language]: string }

export type ExitCode = 0 | 1 | 2

export interface CommandIo {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly language: Language
  /** Resolves when the process is asked to end (Ctrl+C); until then nothing ends it but the command itself. */
  untilAskedToEnd(): Promise<void>
  /** A line typed by whoever sits there, without its line break; not shown where `isSecret`. */
  ask(question: string, isSecret?: boolean): Promise<string>
}

/** What of a writable stream is used. */
export interface Output {
  write(text: string): unknown
}

/** The arguments are wrong: exit code 2, with the way to the help. */
export class WrongUse extends Error {
  constructor(readonly words: Bilingual) {
    super(words.en)
  }
}

/** It cannot be done, and not by a fault of ours: exit code 1. */
export class CommandRefused extends Error {
  constructor(readonly words: Bilingual) {
    super(words.en)
  }
}

/** One line of words to whoever started the command. */
export function say(io: CommandIo, words: Bilingual): void {
  io.stderr.write(`${words[io.language]}\n`)
}

/** One line of data. */
export function print(io: CommandIo, line: string): void {
  io.stdout.write(`${line}\n`)
}

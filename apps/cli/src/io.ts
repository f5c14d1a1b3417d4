/**
 * Everything a command touches outside its arguments, handed in so that a test is a call. Data goes to stdout, words to
 * stderr; file paths are taken from `cwd`.
 */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** A line that a person types; without it there is nobody to ask. */
  readonly ask?: (question: string, isSecret?: boolean) => Promise<string>
}

/** What of a writable stream is used; `columns` is there on a terminal only. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

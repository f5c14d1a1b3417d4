import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../io.ts'

/**
 * A file that is there whole or not at all: written under the name with `.part` behind it, renamed when it is complete.
 * Small pieces are gathered, so that a million lines are not a million writes.
 */
export class PartFile {
  readonly #handle: FileHandle
  readonly #path: string
  #pieces: string[] = []
  #gathered = 0

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle
    this.#path = path
  }

  /** Throws what the system throws: the folder is not there, no right to write. */
  static async open({ cwd }: Io, file: string): Promise<PartFile> {
    const path = resolve(cwd, file)
    return new PartFile(await open(`${path}.part`, 'w'), path)
  }

  async write(text: string): Promise<void> {
    this.#pieces.push(text)
    this.#gathered += text.length
    if (this.#gathered >= 65_536) await this.#flush()
  }

  /** Complete: the bytes are on the disk before the name is. */
  async finish(): Promise<void> {
    await this.#flush()
    await this.#handle.sync()
    await this.#handle.close()
    await rename(`${this.#path}.part`, this.#path)
  }

  /** Given up: nothing is left behind. */
  async discard(): Promise<void> {
    await this.#handle.close()
    await rm(`${this.#path}.part`, { force: true })
  }

  async #flush(): Promise<void> {
    const text = this.#pieces.join('')
    this.#pieces = []
    this.#gathered = 0
    if (text !== '') await this.#handle.writeFile(text)
  }
}

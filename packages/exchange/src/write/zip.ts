import { zipSync } from 'fflate'

/** A file by its name; folders before it end with a slash. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Several files as one, put together and not packed: workbooks and documents are packed already. Of two files of the same
 * name the later one gets a number.
 */
export function writeZip(files: readonly NamedFile[], madeAt: Date): Uint8Array {
  const entries: Record<string, Uint8Array> = {}
  const taken = new Set<string>()
  for (const { name, bytes } of files) {
    const own = freeName(name, taken)
    taken.add(own.toLowerCase())
    entries[own] = bytes
  }
  return zipSync(entries, { level: 0, mtime: madeAt })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(name) ?? []
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${stem} (${count})${ending}`
    if (!taken.has(free.toLowerCase())) return free
  }
}

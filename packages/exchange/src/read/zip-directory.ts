/**
 * The table of contents of a zip, read before anything in it is unpacked: what the file is, and how large it would become.
 * A reader that unpacks may trust no size but this one, and has to hold each entry to it.
 */
export interface ZipEntry {
  /** Its bytes as letters: names of parts that matter are plain ones. */
  readonly name: string
  /** Bytes packed and unpacked, as the directory says. */
  readonly packed: number
  readonly unpacked: number
  readonly isEncrypted: boolean
}

/** Undefined where the bytes are no zip, or one that ends before its directory does. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (at + HEADER > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: String.fromCharCode(...bytes.subarray(at + HEADER, at + HEADER + name)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += HEADER + name + extra + comment
  }
  return entries
}

const ENTRY = 0x02014b50
const END = 0x06054b50
const HEADER = 46
/** The end record and the longest comment behind it. */
const LONGEST_END = 22 + 0xffff

function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return undefined
}

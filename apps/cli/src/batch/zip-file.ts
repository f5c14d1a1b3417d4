import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { OpenFile } from './text-source.ts'

/** A part of a zip, where its packed bytes are. */
interface ZipPart {
  readonly offset: number
  readonly packed: number
  readonly method: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** The end record and the longest comment behind it. */
const LONGEST_END = 22 + 0xffff
const MOST_DIRECTORY = 1 << 24

/** A zip of any size, whose parts are unpacked while they are read. */
export class ZipFile {
  private constructor(
    private readonly file: OpenFile,
    private readonly partByName: ReadonlyMap<string, ZipPart>,
  ) {}

  /** Undefined for what is no zip, is one of more than 4 GB, or is locked. */
  static async open(file: OpenFile): Promise<ZipFile | undefined> {
    const tail = await bytesAt(file, Math.max(0, file.size - LONGEST_END), LONGEST_END)
    let end = tail.length - 22
    while (end >= 0 && tail.readUInt32LE(end) !== END) end--
    if (end < 0) return undefined
    const [size, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    if (size > MOST_DIRECTORY || offset + size > file.size) return undefined
    const parts = directory(await bytesAt(file, offset, size))
    return parts === undefined ? undefined : new ZipFile(file, parts)
  }

  has(name: string): boolean {
    return this.partByName.has(name)
  }

  /** The text of a part, in UTF-8, piece by piece; nothing where there is none. */
  async *text(name: string): AsyncGenerator<string> {
    const part = this.partByName.get(name)
    if (part === undefined) return
    const local = await bytesAt(this.file, part.offset, 30)
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) return
    const start = part.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
    if (part.packed === 0) return
    const packed = Readable.from(chunks(this.file, start, start + part.packed))
    const bytes = part.method === STORED ? packed : packed.pipe(createInflateRaw())
    // A pipe does not pass on what goes wrong.
    if (bytes !== packed) packed.on('error', (error) => bytes.destroy(error))
    const decoder = new TextDecoder()
    try {
      for await (const chunk of bytes as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true })
    } finally {
      packed.destroy()
      bytes.destroy()
    }
  }

  /** A small part as a whole; undefined where it is larger than that, or not there. */
  async small(name: string, most = 1 << 24): Promise<string | undefined> {
    if (!this.has(name)) return undefined
    let text = ''
    for await (const piece of this.text(name)) {
      text += piece
      if (text.length > most) return undefined
    }
    return text
  }
}

/** A stream of the file itself would close it when it is given up. */
async function* chunks(file: OpenFile, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += CHUNK) yield bytesAt(file, at, Math.min(CHUNK, to - at))
}

const CHUNK = 1 << 16

function directory(bytes: Buffer): Map<string, ZipPart> | undefined {
  const parts = new Map<string, ZipPart>()
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY; ) {
    const [flags, method, packed] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
    ]
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const offset = bytes.readUInt32LE(at + 42)
    const isHeld = (flags & 1) === 0 && (method === STORED || method === DEFLATED) && packed !== 0xffffffff
    if (!isHeld) return undefined
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), { offset, packed, method })
    at += 46 + name + extra + comment
  }
  return parts
}

async function bytesAt({ handle, size }: OpenFile, offset: number, most: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, Math.min(most, size - offset)))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { DurableFiles } from '../pglite/durable-files.ts'

/**
 * Files that know which of their bytes have been synced. Beside the folder that is worked on there is another, of what is
 * on disk for certain; a power cut leaves there a random part of the rest too, in whole sectors of any order, and ends the
 * process. Making, renaming, cutting and removing files counts as durable at once, as on a journalled file system.
 */
export class Disk {
  /** How many writes are left until the power goes. */
  writesLeft = Number.POSITIVE_INFINITY
  private readonly pending = new Map<string, Write[]>()

  constructor(
    private readonly live: string,
    private readonly kept: string,
  ) {
    rmSync(kept, { recursive: true, force: true })
    cpSync(live, kept, { recursive: true })
  }

  written(file: string, position: number, bytes: Uint8Array): void {
    const name = this.nameOf(file)
    const writes = this.pending.get(name) ?? []
    writes.push({ position, bytes })
    this.pending.set(name, writes)
    if (--this.writesLeft <= 0) this.cut()
  }

  synced(file: string): void {
    const name = this.nameOf(file)
    this.apply(name, this.pending.get(name) ?? [])
    this.pending.delete(name)
  }

  made(file: string): void {
    if (statSync(file).isDirectory()) mkdirSync(this.onDisk(file), { recursive: true })
    else writeFileSync(this.onDisk(file), '')
  }

  renamed(from: string, to: string): void {
    if (existsSync(this.onDisk(from))) renameSync(this.onDisk(from), this.onDisk(to))
    const writes = this.pending.get(this.nameOf(from))
    this.pending.delete(this.nameOf(from))
    this.pending.delete(this.nameOf(to))
    if (writes !== undefined) this.pending.set(this.nameOf(to), writes)
  }

  removed(file: string): void {
    rmSync(this.onDisk(file), { recursive: true, force: true })
    this.pending.delete(this.nameOf(file))
  }

  truncated(file: string, size: number): void {
    if (existsSync(this.onDisk(file))) truncateSync(this.onDisk(file), size)
    const writes = (this.pending.get(this.nameOf(file)) ?? [])
      .filter(({ position }) => position < size)
      .map(({ position, bytes }) => ({ position, bytes: bytes.subarray(0, size - position) }))
    this.pending.set(this.nameOf(file), writes)
  }

  private cut(): void {
    const share = [0, 0.3, 0.7, 0.95][Math.floor(Math.random() * 4)]!
    let lost = 0
    for (const [name, writes] of this.pending) {
      if (!existsSync(join(this.kept, name))) continue
      const survivors: Write[] = []
      for (const { position, bytes } of writes) {
        for (let at = 0; at < bytes.length; at += SECTOR) {
          if (Math.random() < share) survivors.push({ position: position + at, bytes: bytes.subarray(at, at + SECTOR) })
          else lost++
        }
      }
      this.apply(name, survivors)
    }
    writeSync(1, `cut ${lost}\n`)
    process.kill(process.pid, 'SIGKILL')
  }

  private apply(name: string, writes: readonly Write[]): void {
    if (writes.length === 0) return
    const file = join(this.kept, name)
    const descriptor = openSync(file, existsSync(file) ? 'r+' : 'w+')
    for (const { position, bytes } of writes) writeSync(descriptor, bytes, 0, bytes.length, position)
    closeSync(descriptor)
  }

  private nameOf(file: string): string {
    return relative(resolve(this.live), resolve(file))
  }

  private onDisk(file: string): string {
    return join(this.kept, this.nameOf(file))
  }
}

interface Write {
  readonly position: number
  readonly bytes: Uint8Array
}

const SECTOR = 4096

/** The product's files on such a disk. */
export class TrackedDurableFiles extends DurableFiles {
  constructor(
    folder: string,
    private readonly disk: Disk,
  ) {
    super(folder)
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    return tracked(await super.init(pg, options), this.disk)
  }
}

/** The files as PGlite ships them. */
export class TrackedShippedFiles extends NodeFS {
  constructor(
    folder: string,
    private readonly disk: Disk,
  ) {
    super(folder)
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    return tracked(await super.init(pg, options), this.disk)
  }
}

type Ready = Awaited<ReturnType<NodeFS['init']>>

/** What of the file system of PGlite's compiler is used here. */
interface NodeFiles {
  realPath(node: object): string
  stream_ops: {
    open(stream: Stream): void
    write(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number): number
    setattr(stream: Stream, attributes: Attributes): void
    fsync?: (stream: Stream) => number
  }
  node_ops: {
    mknod(parent: object, name: string, mode: number, device: number): object
    rename(node: object, folder: object, name: string): void
    unlink(folder: object, name: string): void
    rmdir(folder: object, name: string): void
    setattr(node: object, attributes: Attributes): void
  }
}

interface Stream {
  readonly node: object
  readonly flags: number
  readonly nfd?: number
}

interface Attributes {
  readonly size?: number
}

const O_TRUNC = 512

function tracked(ready: Ready, disk: Disk): Ready {
  const { preRun } = ready.emscriptenOpts as unknown as { preRun: ((module: { NODEFS: NodeFiles }) => void)[] }
  preRun.push(({ NODEFS: files }) => {
    trackStreams(files, disk)
    trackNames(files, disk)
  })
  return ready
}

function trackStreams(files: NodeFiles, disk: Disk): void {
  const { stream_ops: streams } = files
  const { open, write, setattr } = streams
  streams.open = (stream) => {
    open(stream)
    if (stream.flags & O_TRUNC) disk.truncated(files.realPath(stream.node), 0)
  }
  streams.write = (stream, buffer, offset, length, position) => {
    const count = write(stream, buffer, offset, length, position)
    const from = buffer.byteOffset + offset
    disk.written(files.realPath(stream.node), position, new Uint8Array(buffer.buffer.slice(from, from + count)))
    return count
  }
  streams.setattr = (stream, attributes) => {
    setattr(stream, attributes)
    if (attributes.size !== undefined) disk.truncated(files.realPath(stream.node), attributes.size)
  }
  // Whoever attaches its own sync, before or after, is listened to; where nobody does, nothing is ever synced.
  let sync = streams.fsync
  Object.defineProperty(streams, 'fsync', {
    configurable: true,
    get: () => {
      const attached = sync
      if (attached === undefined) return undefined
      return (stream: Stream) => {
        const result = attached(stream)
        if (stream.nfd !== undefined) disk.synced(files.realPath(stream.node))
        return result
      }
    },
    set: (attached) => {
      sync = attached
    },
  })
}

function trackNames(files: NodeFiles, disk: Disk): void {
  const { node_ops: names } = files
  const { mknod, rename, unlink, rmdir, setattr } = names
  const path = (node: object) => files.realPath(node)
  names.mknod = (parent, name, mode, device) => {
    const node = mknod(parent, name, mode, device)
    disk.made(path(node))
    return node
  }
  names.rename = (node, folder, name) => {
    const from = path(node)
    const to = join(path(folder), name)
    rename(node, folder, name)
    disk.renamed(from, to)
  }
  names.unlink = (folder, name) => {
    const file = join(path(folder), name)
    unlink(folder, name)
    disk.removed(file)
  }
  names.rmdir = (folder, name) => {
    const file = join(path(folder), name)
    rmdir(folder, name)
    disk.removed(file)
  }
  names.setattr = (node, attributes) => {
    setattr(node, attributes)
    if (attributes.size !== undefined) disk.truncated(path(node), attributes.size)
  }
}

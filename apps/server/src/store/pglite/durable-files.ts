import { fdatasyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { syncTree } from './sync-tree.ts'

/**
 * The files of the embedded database, on disk when they are said to be. PGlite as shipped never asks the disk to keep what
 * it wrote: it starts PostgreSQL without fsync, its `fdatasync` is an empty function, and its file layer has no `fsync`.
 * This layer gives it one and start parameters that use it, so that a commit that was acknowledged outlives a power cut.
 *
 * It leans on an inside of PGlite (`NODEFS.stream_ops`), whose version is therefore pinned; the power-cut test of this
 * folder holds each new version to it.
 */
export class DurableFiles extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const ready = await super.init(pg, options)
    const { preRun } = ready.emscriptenOpts as { preRun?: ((module: object) => void)[] }
    if (preRun === undefined) throw new Error(CHANGED)
    preRun.push((module) => attachSync((module as { NODEFS?: NodeFiles }).NODEFS))
    return ready
  }
}

/** `-F` switches fsync off and is left out; PostgreSQL's own choice of method would be the empty function. */
export const durableStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
]

interface NodeFiles {
  stream_ops?: { fsync?: (stream: OpenFile) => number }
  realPath(node: unknown): string
}

/** `nfd`: the descriptor of the file beneath; a folder has none. */
interface OpenFile {
  nfd?: number
  node: unknown
}

function attachSync(files: NodeFiles | undefined): void {
  if (files?.stream_ops === undefined) throw new Error(CHANGED)
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd !== undefined) fdatasyncSync(stream.nfd)
    else syncTree(files.realPath(stream.node), 0)
    return 0
  }
}

const CHANGED = 'PGlite has changed inside: there is no place to attach fsync, so commits would not reach the disk'

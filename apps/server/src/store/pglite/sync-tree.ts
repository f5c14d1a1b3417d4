import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Systems that do not sync folders, or not those that may not be listed; PostgreSQL passes over the same. */
const NO_SYNC = ['EACCES', 'EBADF', 'EINVAL', 'EISDIR']

/** Brings a folder to the disk, and what is in it down to so many levels; where folders are not synced only that. */
export function syncTree(folder: string, depth = Number.POSITIVE_INFINITY): void {
  if (depth > 0) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) syncTree(path, depth - 1)
      else if (entry.isFile()) syncPath(path)
    }
  }
  if (process.platform === 'win32') return
  try {
    syncPath(folder)
  } catch (error) {
    if (!NO_SYNC.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function syncPath(path: string): void {
  // Windows syncs what is open for writing only.
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

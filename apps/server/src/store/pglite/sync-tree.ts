import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Brings a folder to the disk, and what is in it down to so many levels; Windows does not sync folders. */
export function syncTree(folder: string, depth = Number.POSITIVE_INFINITY): void {
  if (depth > 0) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) syncTree(path, depth - 1)
      else if (entry.isFile()) syncPath(path)
    }
  }
  if (process.platform !== 'win32') syncPath(folder)
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

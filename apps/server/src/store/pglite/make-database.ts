import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { threadFile } from './connection.ts'
import { syncTree } from './sync-tree.ts'

/**
 * Makes an embedded database: aside, and given its name when it is whole and on disk, so that whatever ends the process
 * before leaves no half database. A process of its own does it, since making takes four times the memory of using, which
 * only the end of a process gives back; one that outlives its parent goes on in a folder nobody looks at.
 */
export async function makeDatabase(folder: string): Promise<void> {
  const above = dirname(folder)
  const prefix = `${basename(folder)}.new-`
  for (const left of readdirSync(above)) {
    if (left.startsWith(prefix)) rmSync(join(above, left), { recursive: true, force: true })
  }
  const making = join(above, `${prefix}${randomBytes(6).toString('hex')}`)
  mkdirSync(making, { mode: 0o700 })
  await promisify(execFile)(process.execPath, [fileURLToPath(threadFile), making], { windowsHide: true })
  syncTree(making)
  renameSync(making, folder)
  syncTree(above, 0)
}

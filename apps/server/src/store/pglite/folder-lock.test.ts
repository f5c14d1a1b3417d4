import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Child, start } from '../durability/child.testing.ts'
import { FolderLocked, lockFolder } from './folder-lock.ts'

let folder: string
const children: Child[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yardstick-lock-'))
})
afterEach(async () => {
  for (const { process, ended } of children.splice(0)) {
    process.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'lock.json')

/** Another process that takes the lock and keeps it; resolves with what it says. */
function holder(path = folder): Promise<{ child: Child; said: string }> {
  return new Promise((resolve) => {
    const child = start('store/durability/lock-holder.testing.ts', [path], (said) => resolve({ child, said }))
    children.push(child)
  })
}

describe('the lock of a folder', () => {
  it('is had by one process; the second is told by whom', async () => {
    const first = await holder()
    expect(first.said).toBe('locked')
    const second = await holder()
    expect(second.said).toMatch(new RegExp(`^FolderLocked: .*in use \\(pid ${first.child.process.pid}, `))
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderLocked)
  })

  it('is of the folder, by whatever name it is reached', async () => {
    const name = `${folder}-other-name`
    symlinkSync(folder, name)
    try {
      const lock = await lockFolder(folder)
      await expect(lockFolder(name)).rejects.toBeInstanceOf(FolderLocked)
      await lock.release()
      await (await lockFolder(name)).release()
    } finally {
      rmSync(name)
    }
  })

  it('of a killed process is free at once, time after time', async () => {
    for (let kill = 0; kill < 5; kill++) {
      const { child, said } = await holder()
      expect(said).toBe('locked')
      child.process.kill('SIGKILL')
      await child.ended
    }
    await (await lockFolder(folder)).release()
  })

  it('is had by one of many that come at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
    const locks = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(locks.length).toBe(1)
    await locks[0]!.release()
  })

  it('of another machine or container holds as long as it is heard of', async () => {
    const elsewhere = { pid: 1, host: 'other 1c2d', since: '2026-01-01T00:00:00.000Z' }
    writeFileSync(file(), JSON.stringify(elsewhere))
    await expect(lockFolder(folder)).rejects.toThrow(/other/)
    // Refused is not taken: neither its word nor its beat is touched.
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(elsewhere)
    utimesSync(file(), new Date(), new Date(Date.now() - 11_000))
    await (await lockFolder(folder)).release()
  })

  it('beats, so that others hear of it, and leaves nothing when it is released', async () => {
    const lock = await lockFolder(folder)
    utimesSync(file(), new Date(0), new Date(0))
    await expect.poll(() => statSync(file()).mtimeMs, { timeout: 10_000 }).toBeGreaterThan(Date.now() - 5_000)
    await lock.release()
    expect(() => statSync(file())).toThrow('ENOENT')
  })
})

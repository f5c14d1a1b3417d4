import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Child, start } from '../durability/child.testing.ts'
import { FolderLocked, lockFolder } from './folder-lock.ts'

/** Runs a command with a network of its own, as a container has one: on Linux, by root. */
const apart = ['unshare', '-n'] as const

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
function holder(path = folder, within: readonly string[] = []): Promise<{ child: Child; said: string }> {
  return new Promise((resolve) => {
    const child = start('store/durability/lock-holder.testing.ts', [path], (said) => resolve({ child, said }), within)
    children.push(child)
  })
}

function mayUnshare(): boolean {
  const [command, ...rest] = apart
  return spawnSync(command, [...rest, 'true']).status === 0
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

  it('of another machine or container holds as long as it is heard of, whatever its clock says', async () => {
    const elsewhere = { pid: 1, host: 'other 1c2d', since: '2026-01-01T00:00:00.000Z' }
    const holds = async (wrongMs: number) => {
      const own = join(folder, `clock${wrongMs}`)
      const word = join(own, 'lock.json')
      mkdirSync(own)
      writeFileSync(word, JSON.stringify(elsewhere))
      const beating = setInterval(() => utimesSync(word, new Date(), new Date(Date.now() + wrongMs)), 2_000)
      await expect(lockFolder(own)).rejects.toThrow(/other/)
      // Refused is not taken: its word is not touched.
      expect(JSON.parse(readFileSync(word, 'utf8'))).toEqual(elsewhere)
      clearInterval(beating)
      await (await lockFolder(own)).release()
    }
    await Promise.all([0, -3_600_000, 3_600_000].map(holds))
  })

  it.runIf(mayUnshare())('is had by one process also where two do not see each other', async () => {
    const first = await holder()
    expect(first.said).toBe('locked')
    const second = await holder(folder, apart)
    expect(second.said).toMatch(/^FolderLocked: .*in use/)
  })

  it('beats, so that others hear of it, and leaves nothing when it is released', async () => {
    const lock = await lockFolder(folder)
    utimesSync(file(), new Date(0), new Date(0))
    await expect.poll(() => statSync(file()).mtimeMs, { timeout: 10_000 }).toBeGreaterThan(Date.now() - 5_000)
    await lock.release()
    expect(() => statSync(file())).toThrow('ENOENT')
  })
})

import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder } from '../database.testing.ts'
import { PGliteConnection } from '../pglite/connection.ts'
import { start } from './child.testing.ts'
import type { Run } from './entry.testing.ts'
import { expectWhole, makeLedger } from './ledger.testing.ts'

const CUTS = process.env['YARDSTICK_LONG'] ? 200 : 20

/**
 * Power cuts on the embedded database: what was synced survives, and of the rest a random part, torn (see `Disk`). Each
 * time the survivor must open and hold every acknowledged commit; it is then worked on, mostly, until the next cut.
 */
let folder: string
let made: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yardstick-power-cut-'))
  made = await newFolder()
  await inDatabase(join(made, 'database'), makeLedger)
})
afterAll(() => {
  for (const each of [folder, made]) rmSync(each, { recursive: true, force: true })
})

it(`after each of ${CUTS} power cuts every acknowledged commit is there, and nothing in part`, {
  timeout: CUTS * 15_000,
}, async () => {
  const cuts = new Cuts('durable')
  for (let cut = 0; cut < CUTS; cut++) {
    await cuts.next(cut % 5 === 4 ? 'opening' : 'writing')
    await cuts.check()
    // From time to time from the beginning.
    if (cut % 10 === 9) cuts.begin()
    else cuts.goOn()
  }
  expect(cuts.commits).toBeGreaterThan(CUTS)
  expect(cuts.lostSectors).toBeGreaterThan(CUTS)
})

it('the same cuts break the database as PGlite ships it', { timeout: 200_000 }, async () => {
  const cuts = new Cuts('shipped')
  const outcomes: string[] = []
  for (let cut = 0; cut < 10; cut++) {
    await cuts.next('writing')
    outcomes.push(
      await cuts.check().then(
        () => 'whole',
        () => 'broken',
      ),
    )
    if (outcomes.includes('broken')) break
    cuts.begin()
  }
  expect(outcomes).toContain('broken')
})

class Cuts {
  commits = 0
  lostSectors = 0
  private acknowledged: number[] = []
  private first = 1
  private readonly live = join(folder, 'live')
  private readonly kept = join(folder, 'kept')

  constructor(private readonly layer: 'durable' | 'shipped') {
    this.begin()
  }

  begin(): void {
    rmSync(this.live, { recursive: true, force: true })
    cpSync(join(made, 'database'), this.live, { recursive: true })
    this.acknowledged = []
  }

  /** Writes until the power goes. */
  async next(when: 'opening' | 'writing'): Promise<void> {
    let lost: number | undefined
    const args = [this.layer, this.live, this.kept, `${this.first}`, when]
    const writer = start('store/durability/power-cut-writer.testing.ts', args, (line) => {
      if (line.startsWith('cut ')) lost = Number(line.slice(4))
      else this.acknowledged.push(Number(line))
    })
    await writer.ended
    if (lost === undefined) throw new Error(`the writer ended before the power went: ${writer.said()}`)
    this.lostSectors += lost
    this.commits += this.acknowledged.filter((n) => n >= this.first).length
    this.first = Math.max(this.first, ...this.acknowledged) + 1_000
  }

  async check(): Promise<void> {
    await inDatabase(this.kept, (run) => expectWhole(run, this.acknowledged))
  }

  /** With what has survived. */
  goOn(): void {
    rmSync(this.live, { recursive: true, force: true })
    renameSync(this.kept, this.live)
  }
}

/** A database that is broken may also never answer. */
async function inDatabase(path: string, work: (run: Run) => Promise<unknown>): Promise<void> {
  const timeout = sleep(30_000, undefined, { ref: false }).then(() => Promise.reject(new Error('no answer')))
  const connection = await Promise.race([PGliteConnection.open({ folder: path, params: [] }), timeout])
  try {
    const run = async (sql: string, parameters: readonly unknown[] = []) => {
      const { rows } = await connection.query(sql, parameters)
      return { rows: rows as Record<string, unknown>[] }
    }
    await Promise.race([work(run), timeout])
  } finally {
    await Promise.race([connection.close(), sleep(5_000, undefined, { ref: false })])
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claimsOf, type EntryReading, entriesOf, readEntryWorkbook } from '@yardstick/exchange/read/entry-workbook'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { entryWorkbook } from '@yardstick/exchange/render/entry-workbook'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import {
  bind,
  type InputRecord,
  type InputValue,
  type Item,
  type Result,
  type Scheme,
  type Submission,
  unitItems,
  validate,
  writeLayers,
} from '@yardstick/model'
import { expect, test } from 'vitest'
import { isSameLayer } from '../../packages/exchange/src/read/same-value.ts'
import { filledIn, type Truth } from './entry/fill.ts'
import { lastYear, truthOf, unitsTruthOf } from './entry/truth.ts'
import { Chance, seedOf } from './random/chance.ts'
import { pairCount } from './scale.ts'

/**
 * Workbooks of every template and seed, filled in by a program that makes the mistakes people make, and read back: what is
 * taken over is what was meant, and everything else is asked about. What was taken over is there when the file is read again.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const folders = ['departments', 'national', 'seeds'].flatMap((kind) =>
  readdirSync(join(root, 'rules', kind), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'rules', kind, entry.name, 'scheme.json')))
    .map((entry) => join(root, 'rules', kind, entry.name)),
)

const ROUNDS = pairCount(6)
const subject = { department: '甲局' }
const period = '2024'
const stamp = { who: '甲局', when: '2024-12-31T00:00:00Z' }

test.each(folders.map((folder, index) => [folder.slice(root.length), schemeIn(folder), index] as const))(
  '[X4] %s: what is read is what was meant, or is asked about',
  async (_, scheme, index) => {
    const told = { read: 0, asked: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const seed = seedOf(41 + index, round)
      const chance = new Chance(seed)
      const truth = truthOf(scheme, chance)
      const units = unitsTruthOf(scheme, chance)
      const last = lastYear(scheme, subject, truth, units, chance)
      const context = { scheme, schemeHash: 'h1', subject, period, last }
      const made = entryWorkbook({ ...context, language: chance.pick(['zh', 'en'] as const), hasClaims: true })
      const bytes = await writeWorkbook(filledIn(made, scheme, { truth, units }, chance))
      const reading = await readBack(bytes, context)
      for (const [unit, meant] of [[undefined, truth] as const, ...units]) {
        for (const item of unit === undefined ? scheme.items : unitItems(scheme)) {
          const wrong = verdict(item, unit, meant, reading, told)
          expect(wrong, `seed ${seed}: ${unit ?? ''} ${item.id}`).toBeUndefined()
        }
      }
      const named = new Set(reading.changes.flatMap(({ entry }) => entry.unit ?? []))
      expect([...named].filter((name) => !units.has(name))).toEqual([])
      // What is taken over stays taken over.
      const present = applied(scheme, reading)
      const again = await readBack(bytes, { ...context, present })
      expect(entriesOf(again), `seed ${seed}`).toEqual([])
      expect(claimsOf(again, present), `seed ${seed}`).toBeUndefined()
      expect(again.doubts.length).toBeLessThanOrEqual(reading.doubts.length)
    }
    expect(told.read).toBeGreaterThan(0)
    expect(told.asked).toBeGreaterThan(0)
  },
)

/** Why a reading breaks the law; undefined where it holds. */
function verdict(
  item: Item,
  unit: string | undefined,
  truth: Truth,
  reading: EntryReading,
  told: { read: number; asked: number },
) {
  const meant = truth.get(item.id)
  const change = reading.changes.find(({ entry }) => entry.id === item.id && entry.unit === unit)
  if (change !== undefined) {
    told.read++
    const { entry } = change
    const said = {
      ...(entry.value === undefined ? {} : { value: entry.value }),
      ...(entry.state === undefined ? {} : { state: entry.state }),
      ...(entry.why === undefined ? {} : { why: entry.why }),
    }
    if (meant !== undefined && isSameLayer(item, inOrder(said), inOrder(meant))) return undefined
    return { found: said, meant }
  }
  if (meant === undefined) return undefined
  told.asked++
  const own = item.label ?? item.id
  const name = unit === undefined ? own : `${unit} ${own}`
  const isOfSheet = (kind: string) =>
    kind.startsWith('sheet-') || kind.startsWith('column-m') || (unit !== undefined && OF_UNITS.has(kind))
  const isAsked = reading.doubts.some(
    ({ kind, label, expected }) => label === name || expected === name || isOfSheet(kind),
  )
  return isAsked ? undefined : { found: 'nothing', meant }
}

/** What keeps back the whole sheet of units, or a column or row of it. */
const OF_UNITS: ReadonlySet<string> = new Set(['column-gone', 'column-shifted', 'cell-stray', 'unit-nameless'])

/** Records may be sorted by whoever fills them in. */
function inOrder<S extends { value?: InputValue }>(said: S): S {
  const { value } = said
  if (!Array.isArray(value)) return said
  const texts = (record: InputRecord) => JSON.stringify(Object.entries(record).sort())
  return { ...said, value: value.toSorted((a, b) => (texts(a) < texts(b) ? -1 : 1)) }
}

async function readBack(bytes: Uint8Array, context: Parameters<typeof readEntryWorkbook>[1]) {
  const sheets = await readSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.issues[0]!.code)
  return readEntryWorkbook(sheets.value, context)
}

function applied(scheme: Scheme, reading: EntryReading): Submission {
  const empty: Submission = { yardstick: 'submission/1', scheme: { id: scheme.id }, subject, period, items: {} }
  const { submission } = writeLayers(empty, entriesOf(reading), stamp)
  const claims = claimsOf(reading, undefined)
  return claims === undefined ? submission : { ...submission, claims }
}

function schemeIn(folder: string): Scheme {
  const scheme = resultOf(validate('scheme', json(join(folder, 'scheme.json'))))
  const file = join(folder, 'declaration.json')
  return existsSync(file) ? resultOf(bind(scheme, resultOf(validate('declaration', json(file))))) : scheme
}

function resultOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues[0]!.code)
  return result.value
}

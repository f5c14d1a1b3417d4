import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type IndicatorRow, readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { readTables } from '@yardstick/exchange/read/tables'
import type { Scheme } from '@yardstick/model'
import { expect, test } from 'vitest'
import { seedDocument, seedWorkbook } from './import-seeds/published-table.ts'

const seeds = [
  'nanchang-2021-archives-project',
  'nanchang-2021-sysops-project',
  'nanchang-2022',
  'shaoguan-2019',
  'yangquan-2021',
  'zhengning-2023',
]

/** What LibreOffice makes of our files, by what it is told to write; each ends in what people would send. */
const kinds: readonly (readonly [from: 'xlsx' | 'docx', filter: string, ending: string])[] = [
  ['xlsx', 'xls:MS Excel 97', 'xls'],
  ['xlsx', 'xlsx:Calc MS Excel 2007 XML', 'xlsx'],
  ['xlsx', 'html:HTML (StarCalc)', 'html'],
  ['docx', 'docx:MS Word 2007 XML', 'docx'],
  ['docx', 'html:HTML (StarWriter)', 'html'],
]

/**
 * The published tables, saved anew by another program in every form that bureaus send, hold the same indicators: merged
 * cells, levels, points, targets and line breaks come through each reader alike.
 */
test('[X6] tables saved by LibreOffice read as they were, where it is', { timeout: 280_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-tables-'))
  try {
    const expected = new Map<string, readonly IndicatorRow[]>()
    for (const id of seeds) {
      const scheme = JSON.parse(
        readFileSync(new URL(`../../rules/seeds/${id}/scheme.json`, import.meta.url), 'utf8'),
      ) as Scheme
      for (const [ending, bytes] of [
        ['xlsx', await seedWorkbook(scheme)],
        ['docx', await seedDocument(scheme)],
      ] as const) {
        writeFileSync(join(folder, `${id}.${ending}`), bytes)
        expected.set(`${id}.${ending}`, await rowsIn(join(folder, `${id}.${ending}`)))
      }
    }
    const differing: string[] = []
    let same = 0
    for (const [from, filter, ending] of kinds) {
      const out = join(folder, `${from}-${ending}`)
      await convert(
        folder,
        filter,
        out,
        seeds.map((id) => join(folder, `${id}.${from}`)),
      )
      for (const id of seeds) {
        const file = join(out, `${id}.${ending}`)
        if (!existsSync(file)) {
          console.log('NOT RUN: tables of LibreOffice, which is not here or does not write them')
          return
        }
        const [one, other] = [expected.get(`${id}.${from}`)!.map(shown), (await rowsIn(file)).map(shown)]
        expect(other).toHaveLength(one.length)
        for (const [index, row] of one.entries()) {
          if (row === other[index]) same++
          else differing.push(`${from} → ${ending} ${id}:\n${row}\n${other[index]}`)
        }
      }
    }
    expect(differing).toEqual([])
    expect(same).toBeGreaterThan(500)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The indicators of the table that has the most of them. */
async function rowsIn(file: string): Promise<readonly IndicatorRow[]> {
  const tables = await readTables(new Uint8Array(readFileSync(file)), file)
  if (!tables.ok) throw new Error(`${file}: ${tables.issues[0]!.code}`)
  const readings = tables.value.map(({ table }) => readIndicatorTable(table).rows)
  return readings.reduce((most, rows) => (rows.length > most.length ? rows : most))
}

/** Pages do not keep how many spaces stand in a row. */
function shown(row: IndicatorRow): string {
  return JSON.stringify(Object.entries(row).filter(([key]) => key !== 'sourceRow')).replace(/[^\S\n]+/g, ' ')
}

async function convert(folder: string, filter: string, out: string, files: readonly string[]): Promise<void> {
  const profile = join(folder, 'profile')
  mkdirSync(profile, { recursive: true })
  const argv = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    out,
    ...files,
  ]
  await promisify(execFile)('soffice', argv, { timeout: 120_000 }).catch(() => undefined)
}

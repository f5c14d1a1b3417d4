import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { expect, test } from 'vitest'
import { cellAt, isSameScore, type ScoredWorkbook, scoredCase, scoredCases } from './score-workbooks.ts'

/**
 * The same workbooks opened by LibreOffice, which reckons every formula anew: what it comes to is the printed score. Its
 * values are read from text, unrounded, where the sheet of scores is the first.
 */
test('[X3] LibreOffice recomputes the printed scores of every case, where it is', { timeout: 280_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-office-'))
  try {
    const workbooks: ScoredWorkbook[] = []
    for (const [, given] of scoredCases) workbooks.push(await scoredCase(given))
    for (const [index, { workbook }] of workbooks.entries())
      writeFileSync(join(folder, `${index}.xlsx`), await writeWorkbook(workbook))
    await recompute(folder, workbooks.length)
    if (!existsSync(join(folder, '0.csv'))) {
      console.log('NOT RUN: formulas in LibreOffice, which is not here or opens no workbooks')
      return
    }
    const differing: string[] = []
    let same = 0
    for (const [index, { lines }] of workbooks.entries()) {
      const name = scoredCases[index]![0]
      const rows = separated(readFileSync(join(folder, `${index}.csv`), 'utf8'))
      for (const { id, printed, cell, isLive } of lines) {
        const { row, column } = cellAt(cell)
        const live = rows[row]?.[column] ?? ''
        if (!isLive || printed === undefined || live === '') continue
        if (isSameScore(Number(live), printed)) same++
        else differing.push(`${name}: ${id} ${printed}, recomputed ${live}`)
      }
    }
    expect(differing).toEqual([])
    expect(same).toBeGreaterThan(1_000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Every workbook of the folder as text, its first sheet; reckoned anew whatever it brought along. */
async function recompute(folder: string, count: number): Promise<void> {
  const profile = join(folder, 'profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user/registrymodifications.xcu'), ALWAYS_RECKONED)
  const argv = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--headless',
    '--convert-to',
    // Commas, quotes, UTF-8, from the first row; cells as they are, not as they are shown.
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
    '--outdir',
    folder,
    ...Array.from({ length: count }, (_, index) => join(folder, `${index}.xlsx`)),
  ]
  await promisify(execFile)('soffice', argv, { cwd: folder, timeout: 240_000 }).catch(() => undefined)
}

const ALWAYS_RECKONED = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

/** Comma-separated text with quotes where they are needed, line breaks within them. */
function separated(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end !== ',') rows.push([])
  }
  return rows
}

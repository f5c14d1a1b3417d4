import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as a from '../scheme-a.mjs'
import { writeTable, yardstick } from '../table.mjs'

const ROWS = 1_000_000

/** `yardstick batch` from CSV to CSV, as one calls it, start of the process included. */
export async function measure({ say, bar }) {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-bench-'))
  try {
    const [scheme, data, out] = ['scheme.json', 'data.csv', 'out.csv'].map((name) => join(folder, name))
    writeFileSync(scheme, JSON.stringify(a.scheme))
    await writeTable(data, a.submissions(10_000), ROWS)
    say(`${ROWS.toLocaleString('en')} rows, ${(statSync(data).size / 2 ** 20).toFixed(0)} MB`)
    const runs = []
    for (let round = 0; round < 3; round++) {
      runs.push(await yardstick('batch', scheme, data, '-o', out, '--restart'))
      rmSync(out)
    }
    const { ms, mostMb } = runs.sort((left, right) => left.ms - right.ms)[1]
    const rate = ROWS / (ms / 1000)
    bar(
      'batch of A, CSV to CSV',
      `${Math.round(rate).toLocaleString('en')} rows/s`,
      '≥ 300,000 rows/s',
      rate >= 300_000,
    )
    bar('batch of A, resident at most', `${mostMb.toFixed(0)} MB`, '< 400 MB', mostMb < 400)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

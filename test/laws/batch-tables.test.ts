import { evaluate } from '@yardstick/engine'
import { csvCell, readHeads, type TableColumn, tableHeads } from '@yardstick/exchange/submission-table'
import { Exact, type Layer, type Submission, stackOf } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import type { ScoringJob } from '../../apps/cli/src/batch/job.ts'
import { PieceReader } from '../../apps/cli/src/batch/piece-rows.ts'
import { PieceScorer } from '../../apps/cli/src/batch/piece-scorer.ts'
import { ResultTable } from '../../apps/cli/src/batch/result-table.ts'
import { Chance } from './random/chance.ts'
import { prepare, type Ready, randomPairs, sha256 } from './random/pair.ts'
import { pairCount } from './scale.ts'

/**
 * A batch takes the cells of a table straight from their bytes into registers and writes digits from registers. Whatever it
 * says of a row is what the exact reader makes of the row's cells and the reference of that submission.
 */
const PAIRS = pairCount(200)
const ROWS = 6

describe('tables of submissions on random schemes', () => {
  test('[X11] each row of results is what the reference says of the submission that its cells are', async () => {
    const broken: string[] = []
    const seen = { rows: 0, scored: 0 }
    for (const pair of randomPairs(701, PAIRS)) {
      const ready = await prepare(pair)
      const table = tableOf(ready, pair.seed)
      if (table === undefined) continue
      const { expected, found } = await bothOf(ready, table)
      seen.rows += expected.length
      seen.scored += expected.filter((line) => /,(?:已定|暂定),/.test(line)).length
      expected.forEach((line, at) => {
        if (line !== found[at]) broken.push(`seed ${pair.seed} row ${at}\n  ${line}\n  ${found[at]}`)
      })
      if (expected.length !== found.length) broken.push(`seed ${pair.seed}: ${found.length} of ${expected.length} rows`)
    }
    expect(broken.slice(0, 5)).toEqual([])
    // Most rows must have been scored for the law to say anything.
    expect(seen.scored / seen.rows).toBeGreaterThan(0.2)
  }, 14_400_000)
})

/** The heads that a scheme has, and rows whose cells say what a submission says, in the ways people write it. */
function tableOf({ compiled, submission }: Ready, seed: number): string | undefined {
  const heads = tableHeads(compiled.scheme, 'zh')
  const columns = readHeads([heads], compiled.scheme)?.columns
  if (columns === undefined) return undefined
  const chance = new Chance(seed)
  const rows = Array.from({ length: ROWS }, (_, at) =>
    columns.map((column) => {
      const cell = column === undefined ? '' : cellOf(column, submission, chance)
      const isOdd = chance.once(60) || (at === 0 && chance.once(9))
      return csvCell(isOdd ? chance.pick(ODD) : cell)
    }),
  )
  return [heads.map(csvCell), ...rows].map((row) => row.join(',')).join('\n')
}

const ODD = [
  '',
  '无',
  '0',
  '1',
  '-1',
  '0.5',
  '100',
  '1e3',
  ' 7 ',
  '12345678901234567890',
  '空缺：未报',
  '5（待核）',
  'x',
  '2024-02-29',
]

function cellOf(column: TableColumn, submission: Submission, chance: Chance): string {
  if (column.kind === 'subject') return submission.subject.department
  if (column.kind === 'period') return submission.period
  if (column.kind === 'attribute') return submission.subject.attributes?.[column.name] ?? ''
  const entries = column.kind === 'item' ? submission.items : submission.judgements
  const id = column.kind === 'item' ? column.item.id : 'leaf' in column ? column.leaf.id : ''
  const entry = entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined
  const { top } = stackOf(entry)
  return top === undefined ? '' : stated(top, valueText(column, top.value ?? null, chance))
}

function stated({ state, why }: Layer, value: string): string {
  const reason = why === undefined ? '' : `：${why.replace(/[()（）]/g, ' ')}`
  if (state === 'missing') return `空缺${reason}`
  if (state === 'not-applicable') return `不适用${reason}`
  return state === 'to-be-verified' && value !== '' ? `${value}（待核）` : value
}

function valueText(column: TableColumn, value: NonNullable<Layer['value']> | null, chance: Chance): string {
  if (value === null || Array.isArray(value)) return ''
  if (typeof value === 'boolean') return chance.pick(value ? ['1', '是', '√'] : ['0', '否', '×'])
  if (typeof value === 'object') {
    if (column.kind === 'element') {
      const met = value.elements?.[column.element]
      return met === undefined ? '' : valueText(column, met, chance)
    }
    const share = value.share === undefined ? '' : `（${percent(String(value.share))}）`
    return value.level === undefined ? '' : `${value.level}${share}`
  }
  const text = String(value)
  if (column.kind !== 'item' || column.item.type !== 'rate' || Exact.parse(text) === undefined) return text
  return chance.once(2) ? percent(text) : percent(text).slice(0, -1)
}

const percent = (text: string): string => {
  const ratio = Exact.parse(text)
  return ratio === undefined ? text : `${ratio.times(Exact.integer(100)).toText()}%`
}

async function bothOf({ compiled, group }: Ready, table: string): Promise<{ expected: string[]; found: string[] }> {
  const rows = table.split('\n')
  const heads = readHeads([tableHeads(compiled.scheme, 'zh')], compiled.scheme)!
  const job: ScoringJob = {
    ...{ scheme: compiled.scheme, declared: { kind: 'none' }, out: 'csv', language: 'zh', trace: false },
    ...(group === undefined ? {} : { group }),
    data: { kind: 'table', heads, separator: 0x2c, period: '2024' },
  }
  const bytes = new TextEncoder().encode(`${rows.slice(1).join('\n')}\n`) as Uint8Array<ArrayBuffer>
  const piece = { bytes, encoding: 'utf-8', firstRow: 2, rows: rows.length - 1, end: bytes.length } as const
  const scorer = new PieceScorer(job)
  const worked = await scorer.score(piece)
  const reader = new PieceReader(job)
  const results = new ResultTable(compiled, job.data, 'zh')
  const expected: string[] = []
  for (const { number, submission, cells } of reader.rows(piece)) {
    const whose = results.passed.map((at) => cells[at] ?? '')
    if (!submission.ok) expected.push(results.refused(number, whose, submission.issues))
    else {
      const options = { sha256, trace: false, ...(group === undefined ? {} : { group }) }
      expected.push(results.evaluated(number, whose, await evaluate(compiled, submission.value, options)))
    }
  }
  const found = new TextDecoder().decode(worked.bytes).split('\r\n').slice(0, -1)
  return { expected: expected.map((line) => line.slice(0, -2)), found }
}

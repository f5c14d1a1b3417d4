import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledScheme, cellFormulas, cellValues, compile, evaluate, groupFacts } from '@yardstick/engine'
import { placeScores, scoreWorkbook } from '@yardstick/exchange/render/score-workbook'
import { CivilDate, type Evaluation, Exact, type Result, type Submission, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { type SheetValue, Spreadsheet } from '../../packages/engine/src/excel/spreadsheet.testing.ts'
import { evaluated, prepare, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'

/**
 * The workbook of every golden case, seed and template, reckoned by a spreadsheet that shares no code with the engine:
 * where a formula gives a number, it is the printed score to the digit. Where it gives none although there is a score, the
 * indicator is named here with its reason.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
const optional = (...path: string[]) => (existsSync(join(root, ...path)) ? json(...path) : undefined)
const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

interface Case {
  readonly scheme: unknown
  readonly submission: unknown
  readonly declaration?: unknown
  readonly group?: readonly unknown[] | undefined
}

const cases: readonly (readonly [string, Case])[] = [...golden(), ...seeds(), ...templates()]

/** A condition that is decided although a cell it might have read is empty: the formula waits for the cell. */
const WAITING = [
  'pass-by-condition: 任一',
  'pass-by-condition: total',
  'pass-by-condition-with-a-missing-fact: 已不成立',
  'rule-negation-over-a-missing-fact-never-fires: 乙',
  'table-unknown-row-before-a-hit: 后未知',
]

test('[X3] a score recomputed by the workbook is the printed score', async () => {
  const differing: string[] = []
  const waiting: string[] = []
  let same = 0
  for (const [name, given] of cases) {
    for (const { id, printed, live } of await recomputed(given)) {
      if (printed === undefined || live === undefined) {
        if (typeof live === 'number') differing.push(`${name}: ${id} has none, recomputed ${live}`)
      } else if (typeof live !== 'number') waiting.push(`${name}: ${id}`)
      else if (isSame(live, printed)) same++
      else differing.push(`${name}: ${id} ${printed}, recomputed ${live}`)
    }
  }
  expect(differing).toEqual([])
  expect(waiting).toEqual(WAITING)
  expect(same).toBeGreaterThan(1_200)
})

const PAIRS = pairCount(400)

test('[X3] so it is on random schemes and submissions, most of which have formulas', async () => {
  const differing: string[] = []
  const count = { same: 0, waiting: 0, refused: 0 }
  for (const pair of randomPairs(300, PAIRS)) {
    const ready = await prepare(pair)
    const evaluation = await evaluated(ready)
    for (const { id, printed, live } of inWorkbook(ready.compiled, ready.submission, evaluation)) {
      const seeds = `seed ${pair.random.seed}/${pair.seed}: ${id}`
      if (printed === undefined) {
        if (typeof live === 'number') differing.push(`${seeds} has none, recomputed ${live}`)
      } else if (live === undefined) count.refused++
      else if (typeof live !== 'number') count.waiting++
      else if (isSame(live, printed)) count.same++
      else differing.push(`${seeds} ${printed}, recomputed ${live}`)
    }
  }
  expect(differing).toEqual([])
  expect(count.same).toBeGreaterThan(4 * (count.waiting + count.refused))
}, 7_200_000)

/** As close as the workbook asks; what is not rounded, and subtracted from nearly as much, has no more sure digits. */
const isSame = (live: number, printed: string) => Math.abs(live - Number(printed)) < 5e-7

interface Recomputed {
  readonly id: string
  /** Of a node with a score; of one that does not apply there is none. */
  readonly printed: string | undefined
  /** Undefined where the formula is refused. */
  readonly live: SheetValue | undefined
}

async function recomputed(given: Case): Promise<Recomputed[]> {
  const declaration = given.declaration === undefined ? undefined : valid(validate('declaration', given.declaration))
  const options = { sha256, ...(declaration === undefined ? {} : { declaration }) }
  const compiled = valid(compile(valid(validate('scheme', given.scheme)), options))
  const members = given.group?.map((member) => valid(validate('submission', member)))
  const group = members === undefined ? {} : { group: await groupFacts(compiled, members) }
  const submission = valid(validate('submission', given.submission))
  return inWorkbook(compiled, submission, await evaluate(compiled, submission, { sha256, language: 'zh', ...group }))
}

/** Every node and the total, as printed and as the workbook of this evaluation reckons them. */
function inWorkbook(compiled: CompiledScheme, submission: Submission, evaluation: Evaluation): Recomputed[] {
  const { scheme } = compiled
  const placement = placeScores(scheme, 'zh')
  const formulas = cellFormulas(compiled, placement, evaluation)
  const workbook = scoreWorkbook({ scheme, evaluation, formulas, values: cellValues(compiled, submission) })
  const sheet = new Spreadsheet((name, cell) => contentAt(workbook, name, cell))
  const nodes = evaluation.indicators.map(({ id, state, score, exact }): Recomputed => {
    const [, name = '', at = ''] = /^'(.*)'!(.*)$/.exec(placement.score(id)!)!
    const [column, row] = [at.replace(/[$\d]/g, ''), Number(at.replace(/\D/g, ''))]
    const content = contentAt(workbook, name, `${column}${row}`)
    const isLive = typeof content === 'object' && content !== null && 'formula' in content
    const whole = compiled.nodeById.get(id)!.rounding === 'none' ? (exact ?? score) : score
    return {
      id,
      printed: state === 'not-applicable' || whole === null ? undefined : decimal(whole),
      live: state === 'not-applicable' || !isLive ? undefined : sheet.value(name, `${column}${row}`),
    }
  })
  return [...nodes, totalOf(evaluation, formulas.total, sheet)]
}

type Formulas = ReturnType<typeof cellFormulas>

function totalOf({ total }: Evaluation, formula: Formulas['total'], sheet: Spreadsheet): Recomputed {
  return {
    id: 'total',
    printed: total ?? undefined,
    live: 'refused' in formula ? undefined : sheet.reckon(formula.formula),
  }
}

type Workbook = ReturnType<typeof scoreWorkbook>

/** What a cell holds, as the file would. */
function contentAt({ sheets }: Workbook, name: string, cell: string): SheetValue | { formula: string } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell)!
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const content = sheets.find((each) => each.name === name)?.rows[Number(digits) - 1]?.[column]?.content
  if (content === undefined || 'blank' in content) return null
  if ('formula' in content) return { formula: content.formula }
  if ('number' in content) return Number(decimal(content.number))
  if ('date' in content) return CivilDate.parse(content.date)!.dayNumber + 25_569
  return content.text === '' ? null : content.text
}

const decimal = (text: string) => (text.includes('/') ? Exact.fromText(text)!.toFixed(20) : text)

function golden(): [string, Case][] {
  return foldersIn('test/cases/scoring').map((id) => {
    const at = (file: string) => optional('test/cases/scoring', id, file)
    const group = at('group.json') as readonly unknown[] | undefined
    const given = { scheme: at('scheme.json'), submission: at('submission.json'), declaration: at('declaration.json') }
    return [id, { ...given, group }]
  })
}

function seeds(): [string, Case][] {
  return foldersIn('rules/seeds').flatMap((id) =>
    ['scheme.json', 'printed.scheme.json'].flatMap((file): [string, Case][] => {
      const [scheme, submission] = [optional('rules/seeds', id, file), optional('rules/seeds', id, 'submission.json')]
      return scheme === undefined || submission === undefined ? [] : [[`${id} ${file}`, { scheme, submission }]]
    }),
  )
}

function templates(): [string, Case][] {
  return ['national', 'departments'].flatMap((shelf) =>
    foldersIn(`rules/${shelf}`).flatMap((id) => {
      const at = (file: string) => json('rules', shelf, id, file)
      const { runs } = at('expected.json') as { runs: { submission: string; declaration?: string; group?: string[] }[] }
      return runs.map((run): [string, Case] => [
        `${id} ${run.submission}`,
        {
          scheme: at('scheme.json'),
          submission: at(run.submission),
          ...(run.declaration === undefined ? {} : { declaration: at(run.declaration) }),
          group: run.group?.map(at),
        },
      ])
    }),
  )
}

function valid<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

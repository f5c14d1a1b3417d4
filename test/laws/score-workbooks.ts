import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledScheme, cellFormulas, cellValues, compile, evaluate, groupFacts } from '@yardstick/engine'
import { placeScores, scoreWorkbook } from '@yardstick/exchange/render/score-workbook'
import { type Evaluation, Exact, type Result, type Submission, validate } from '@yardstick/model'

/** The score workbooks of every golden case, seed and template, with what each of their lines is to come to. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
const optional = (...path: string[]) => (existsSync(join(root, ...path)) ? json(...path) : undefined)
const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

export interface Case {
  readonly scheme: unknown
  readonly submission: unknown
  readonly declaration?: unknown
  readonly group?: readonly unknown[] | undefined
}

export const scoredCases: readonly (readonly [string, Case])[] = [...golden(), ...seeds(), ...templates()]

/** A node's line in the workbook. */
interface ScoredLine {
  readonly id: string
  /** Of a node with a score; of one that does not apply there is none. */
  readonly printed: string | undefined
  readonly sheet: string
  /** `G12`: where its score is recomputed, if its formula is not refused. */
  readonly cell: string
  readonly isLive: boolean
}

export interface ScoredWorkbook {
  readonly workbook: ReturnType<typeof scoreWorkbook>
  readonly formulas: ReturnType<typeof cellFormulas>
  readonly lines: readonly ScoredLine[]
  readonly evaluation: Evaluation
}

export async function scoredCase(given: Case): Promise<ScoredWorkbook> {
  const declaration = given.declaration === undefined ? undefined : valid(validate('declaration', given.declaration))
  const options = { sha256, ...(declaration === undefined ? {} : { declaration }) }
  const compiled = valid(compile(valid(validate('scheme', given.scheme)), options))
  const members = given.group?.map((member) => valid(validate('submission', member)))
  const group = members === undefined ? {} : { group: await groupFacts(compiled, members) }
  const submission = valid(validate('submission', given.submission))
  return scored(compiled, submission, await evaluate(compiled, submission, { sha256, language: 'zh', ...group }))
}

export function scored(compiled: CompiledScheme, submission: Submission, evaluation: Evaluation): ScoredWorkbook {
  const { scheme } = compiled
  const placement = placeScores(scheme, 'zh')
  const formulas = cellFormulas(compiled, placement, evaluation)
  const workbook = scoreWorkbook({ scheme, evaluation, formulas, values: cellValues(compiled, submission) })
  const lines = evaluation.indicators.map(({ id, state, score, exact }): ScoredLine => {
    const [, sheet = '', at = ''] = /^'(.*)'!(.*)$/.exec(placement.score(id)!)!
    const cell = at.replaceAll('$', '')
    const content = cellContent(workbook, sheet, cell)
    const whole = compiled.nodeById.get(id)!.rounding === 'none' ? (exact ?? score) : score
    return {
      id,
      printed: state === 'not-applicable' || whole === null ? undefined : decimal(whole),
      sheet,
      cell,
      isLive: state !== 'not-applicable' && content !== undefined && 'formula' in content,
    }
  })
  return { workbook, formulas, lines, evaluation }
}

/** As close as the workbook asks; what is not rounded, and subtracted from nearly as much, has no more sure digits. */
export const isSameScore = (live: number, printed: string) => Math.abs(live - Number(printed)) < 5e-7

/** Row and column of `G12`, from 0. */
export function cellAt(cell: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell)!
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

/** What a cell holds, as the file would. */
export function cellContent({ sheets }: ScoredWorkbook['workbook'], name: string, cell: string) {
  const { row, column } = cellAt(cell)
  return sheets.find((each) => each.name === name)?.rows[row]?.[column]?.content
}

/** Exact text as a decimal. */
export const decimal = (text: string) => (text.includes('/') ? Exact.fromText(text)!.toFixed(20) : text)

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

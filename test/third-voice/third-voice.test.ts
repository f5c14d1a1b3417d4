import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile, evaluate, fastScheme, groupFacts } from '@yardstick/engine'
import { type Declaration, type Evaluation, type Result, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { evaluated, type Pair, prepare, type Ready, randomPairs, sha256 } from '../laws/random/pair.ts'
import { pairCount } from '../laws/scale.ts'

/**
 * The engine beside a scorer in another language that was written from the pages alone. Rows were worked out by hand and
 * hold for both; random pairs hold the two against each other. Where they differ, the pages decide who is right
 * (README.md keeps the list).
 */
const folder = fileURLToPath(new URL('.', import.meta.url))

interface Row {
  readonly name: string
  readonly scheme: unknown
  readonly submission: unknown
  readonly declaration?: unknown
  readonly group?: readonly unknown[]
  readonly expected: Answer | { readonly refused: string }
}

/** What both voices say about one pair. */
interface Answer {
  readonly total: string | null
  readonly grade: string | null
  readonly state: Evaluation['state']
  readonly scores?: { readonly [id: string]: string | null }
  readonly states?: { readonly [id: string]: string }
}

const rows = JSON.parse(readFileSync(`${folder}rows.json`, 'utf8')) as readonly Row[]

describe('rows, worked out by hand', () => {
  test.each(rows.map((row) => [row.name, row] as const))('[V1] %s', async (_name, row) => {
    const { expected } = row
    if ('refused' in expected) {
      expect(await refusal(row)).toContain(expected.refused)
      return
    }
    const answer = await answerTo(row)
    expect(named(answer, expected)).toEqual(expected)
  })
})

const python = spawnSync('python3', ['-c', 'import sys; print(sys.version_info[0])'], { encoding: 'utf8' })
const hasPython = python.status === 0 && python.stdout.trim() === '3'
const absence = 'NOT RUN: third voice, Python 3 not found'

describe('the third voice', () => {
  test('[V2] the rows give the same in Python', () => {
    if (!hasPython) return console.log(absence)
    const answers = pythonAnswers(rows.map((row) => JSON.stringify(row)))
    const different = rows.filter((row, index) => !isSame(named(answers[index]!, row.expected), row.expected))
    expect(different.map((row) => row.name)).toEqual([])
  })

  test('[V3] random schemes and submissions score the same, to the digit', { timeout: 3_600_000 }, async () => {
    if (!hasPython) return console.log(absence)
    const different: string[] = []
    for (const chunk of chunks(randomPairs(300, pairCount(2_000)), 500)) {
      const answers = pythonAnswers(chunk.map(documentsOf))
      for (const [index, pair] of chunk.entries()) {
        const ready = await prepare(pair)
        const theirs = answers[index]!
        for (const mine of [answerOf(await evaluated(ready, { trace: false })), fastAnswer(ready)]) {
          if (isSame(mine, theirs)) continue
          different.push(`seed ${pair.random.seed}/${pair.seed}: ${difference(mine, theirs)}`)
        }
      }
    }
    expect(different.slice(0, 10)).toEqual([])
  })
})

async function answerTo(row: Row): Promise<Answer> {
  const scheme = good(validate('scheme', row.scheme))
  const submission = good(validate('submission', row.submission))
  const declaration = row.declaration === undefined ? undefined : good(validate('declaration', row.declaration))
  const compiled = good(compile(scheme, { sha256, ...declared(declaration) }))
  const members = row.group?.map((each) => good(validate('submission', each)))
  const group = members && (await groupFacts(compiled, members))
  return answerOf(await evaluate(compiled, submission, { sha256, ...(group === undefined ? {} : { group }) }))
}

/** The codes for which a scheme, with its declaration, is not scored at all. */
async function refusal(row: Row): Promise<readonly string[]> {
  const scheme = good(validate('scheme', row.scheme))
  const declaration = row.declaration === undefined ? undefined : good(validate('declaration', row.declaration))
  const compiled = compile(scheme, { sha256, ...declared(declaration) })
  return compiled.ok ? [] : compiled.issues.map((each) => each.code)
}

const declared = (declaration: Declaration | undefined) => (declaration === undefined ? {} : { declaration })

function answerOf({ total, grade, state, indicators }: Evaluation): Required<Answer> {
  return {
    total,
    grade,
    state,
    scores: Object.fromEntries(indicators.map((each) => [each.id, each.score])),
    states: Object.fromEntries(indicators.map((each) => [each.id, each.state])),
  }
}

/** The same of the fast path. */
function fastAnswer({ compiled, submission, group }: Ready): Required<Answer> {
  const scores = fastScheme(compiled).score(submission, group === undefined ? {} : { group })
  const { total, grade, state } = scores
  const ids = compiled.nodes.map(({ node }) => node.id)
  return {
    total,
    grade,
    state,
    scores: Object.fromEntries(ids.map((id, index) => [id, scores.scoreOf(index)])),
    states: Object.fromEntries(ids.map((id, index) => [id, scores.stateOf(index)])),
  }
}

/** As much of an answer as the expectation names. */
function named(answer: Answer, expected: Row['expected']): unknown {
  if ('refused' in expected || 'refused' in answer) return answer
  const { total, grade, state } = answer
  const pick = (key: 'scores' | 'states') => {
    const wanted = expected[key]
    return wanted && { [key]: Object.fromEntries(Object.keys(wanted).map((id) => [id, answer[key]?.[id]])) }
  }
  return { total, grade, state, ...pick('scores'), ...pick('states') }
}

function pythonAnswers(lines: readonly string[]): Answer[] {
  const input = lines.map((line) => `${line}\n`).join('')
  const run = spawnSync('python3', [`${folder}score.py`], { input, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (run.status !== 0) throw new Error(`score.py: ${run.stderr.slice(-2_000)}`)
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
}

function documentsOf({ scheme, submission, group, declaration }: Pair): string {
  return JSON.stringify({ scheme, submission, group, declaration })
}

function isSame(a: unknown, b: unknown): boolean {
  return difference(a, b) === ''
}

/** Where two answers part, for a failure that can be read. */
function difference(mine: unknown, theirs: unknown): string {
  const [a, b] = [flat(mine), flat(theirs)]
  const parts = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))
  return parts.map((key) => `${key} ${a.get(key)} | ${b.get(key)}`).join(', ')
}

function flat(value: unknown, at = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[at, value]])
  return new Map(Object.entries(value).flatMap(([key, each]) => [...flat(each, at === '' ? key : `${at}.${key}`)]))
}

function* chunks<T>(values: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = []
  for (const value of values) {
    chunk.push(value)
    if (chunk.length === size) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}

function good<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.issues.map((each) => [each.code, each.pointer, each.expected, each.found])))
}

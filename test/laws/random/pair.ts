import { createHash } from 'node:crypto'
import { type CompiledScheme, compile, type EvaluateOptions, evaluate, groupFacts } from '@yardstick/engine'
import { type Evaluation, type GroupFacts, type Result, type Scheme, type Submission, validate } from '@yardstick/model'
import { Chance, seedOf } from './chance.ts'
import type { Draft } from './draft.ts'
import { type RandomScheme, randomScheme, type SchemeOptions } from './random-scheme.ts'
import { randomSubmission } from './random-submission.ts'

/** A scheme with one submission, and what else an evaluation of it reads. The documents are as a file holds them. */
export interface Pair {
  readonly seed: number
  readonly random: RandomScheme
  readonly scheme: Draft
  readonly submission: Draft
  readonly declaration?: Draft
  readonly group?: readonly Draft[]
}

/** Several pairs share a scheme, since a scheme takes longer to make than a submission. */
const PER_SCHEME = 4

export function* randomPairs(family: number, count: number, options: SchemeOptions = {}): Generator<Pair> {
  for (let index = 0; index < count; index += PER_SCHEME) {
    const random = randomScheme(seedOf(family, index), options)
    for (let each = 0; each < PER_SCHEME && index + each < count; each++) {
      yield randomPair(random, seedOf(family + 1, index + each))
    }
  }
}

function randomPair(random: RandomScheme, seed: number): Pair {
  const chance = new Chance(seed)
  const submission = randomSubmission(random, seed)
  const size = !random.readsGroup || chance.once(12) ? 0 : chance.between(1, 4)
  const others = Array.from({ length: size }, (_, index) =>
    randomSubmission(random, seed + index + 1, `邻局${index + 1}`),
  )
  const isDeclared = random.declaration !== undefined && !chance.once(4)
  return {
    seed,
    random,
    scheme: random.scheme,
    submission,
    ...(isDeclared ? { declaration: random.declaration! } : {}),
    ...(random.readsGroup ? { group: [submission, ...others] } : {}),
  }
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A pair that has gone through the gate and the compiler. */
export interface Ready {
  readonly scheme: Scheme
  readonly submission: Submission
  readonly compiled: CompiledScheme
  readonly group: GroupFacts | undefined
}

/** The documents validated and compiled; throws with seed and issues where they are not good. */
export async function prepare(pair: Pair): Promise<Ready> {
  const submission = good(pair, validate('submission', pair.submission))
  const compiled = compiledOf(pair, pair.declaration)
  const { scheme } = compiled
  if (pair.group === undefined) return { scheme, submission, compiled, group: undefined }
  const members = pair.group.map((each) => good(pair, validate('submission', each)))
  return { scheme, submission, compiled, group: await groupFacts(compiledOf(pair, undefined), members) }
}

export async function evaluated(ready: Ready, options: Partial<EvaluateOptions> = {}): Promise<Evaluation> {
  const { compiled, submission, group } = ready
  return evaluate(compiled, submission, { sha256, ...(group === undefined ? {} : { group }), ...options })
}

/** By scheme, then by declaration (or the scheme itself where there is none): pairs of one scheme share it. */
const compiledByScheme = new WeakMap<Draft, WeakMap<Draft, CompiledScheme>>()

function compiledOf(pair: Pair, declared: Draft | undefined): CompiledScheme {
  const known = compiledByScheme.get(pair.scheme) ?? new WeakMap<Draft, CompiledScheme>()
  compiledByScheme.set(pair.scheme, known)
  const found = known.get(declared ?? pair.scheme)
  if (found !== undefined) return found
  const scheme = good(pair, validate('scheme', pair.scheme))
  const options = declared === undefined ? {} : { declaration: good(pair, validate('declaration', declared)) }
  const compiled = good(pair, compile(scheme, { sha256, ...options }))
  known.set(declared ?? pair.scheme, compiled)
  return compiled
}

function good<T>(pair: Pair, result: Result<T>): T {
  if (result.ok) return result.value
  const errors = result.issues.filter((each) => each.severity === 'error')
  const issues = errors.slice(0, 5).map((each) => [each.code, each.pointer, each.expected, each.found])
  throw new Error(`seed ${pair.random.seed}/${pair.seed}: ${JSON.stringify(issues)}`)
}

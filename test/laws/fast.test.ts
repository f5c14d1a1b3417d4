import {
  type Column,
  type FastScheme,
  fastScheme,
  LiveScores,
  lane,
  type Memory,
  type RowScores,
  type ScoreColumns,
  type Scores,
  scoreColumns,
  scoreNow,
} from '@yardstick/engine'
import { type Exact, type Rounding, roundBy, type Submission } from '@yardstick/model'
import { beforeAll, describe, expect, test } from 'vitest'
import { Chance } from './random/chance.ts'
import { nudged } from './random/nudged.ts'
import { type Pair, prepare, type Ready, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'

/**
 * The fast path beside the reference: to the digit, in every state (LAWS.md of the engine). Pairs of one scheme are
 * scored one by one and together in one block, as they are and with numbers moved to edges and made large.
 */
const NUDGED = 3
/** With what is made of each: 8,000 submissions in `npm test`, 1,000,000 in `test:all`. */
const PAIRS = pairCount(2_000, 250_000)

/** Submissions of one scheme, with what the reference says of each. */
interface Block {
  readonly ready: Ready
  readonly fast: FastScheme
  readonly submissions: readonly Submission[]
  readonly references: readonly Scores[]
  readonly seed: number
}

type Law = (block: Block) => string | undefined

const laws: { readonly [title: string]: Law } = {
  '[FP1] one submission has the total, the grade, the state and the scores that the reference gives it': oneByOne,
  '[FP2] many submissions in one block are what each is by itself': together,
  '[FP3] columns give what documents give': asColumns,
  '[FP4] a submission that is changed entry by entry has the scores of a new one': changed,
  '[FP5] leaves asked of the reference one by one make the same whole': leafByLeaf,
}

const share = { leaves: 0, byReference: 0, rows: 0, wholeByReference: 0, present: 0, plain: 0 }

describe('the fast path on random schemes', () => {
  const broken = new Map<string, string[]>(Object.keys(laws).map((title) => [title, []]))

  beforeAll(async () => {
    for await (const block of blocks()) {
      for (const [title, law] of Object.entries(laws)) {
        const found = attempt(law, block)
        if (found !== undefined) broken.get(title)!.push(`seed ${block.seed}: ${found}`)
      }
    }
  }, 14_400_000)

  test.each(Object.keys(laws))('%s', (title) => {
    const found = broken.get(title)!
    expect(found.length === 0 ? [] : [`${found.length} schemes`, ...found.slice(0, 5)]).toEqual([])
  })

  test('[FP6] nearly all leaves and rows are scored without the reference, and plain ones the short way', () => {
    console.log(
      `fast path: ${share.byReference} of ${share.leaves} leaves, ${share.wholeByReference} of ${share.rows} rows`,
    )
    console.log(`the short way: ${share.plain} of ${share.present} rows in which everything is present`)
    expect(share.plain / share.present).toBeGreaterThan(0.1)
    expect(share.byReference / share.leaves).toBeLessThan(0.07)
    expect(share.wholeByReference / share.rows).toBeLessThan(0.05)
  })
})

/** Pairs that share scheme and declaration, with what is made of them. */
async function* blocks(): AsyncGenerator<Block> {
  let pairs: Pair[] = []
  for (const pair of randomPairs(500, PAIRS)) {
    const [first] = pairs
    if (first !== undefined && (first.scheme !== pair.scheme || first.declaration !== pair.declaration)) {
      yield await blockOf(pairs)
      pairs = []
    }
    pairs.push(pair)
  }
  yield await blockOf(pairs)
}

async function blockOf(pairs: readonly Pair[]): Promise<Block> {
  const readies = await Promise.all(pairs.map(prepare))
  const ready = readies[0]!
  const { compiled, group } = ready
  const { seed } = pairs[0]!
  const submissions = readies.flatMap(({ submission }, index) => [
    submission,
    ...Array.from({ length: NUDGED }, (_, nth) => nudged(compiled, submission, seed + index * NUDGED + nth)),
  ])
  const references = submissions.map((submission) => scoreNow(compiled, submission, group))
  return { ready, fast: fastScheme(compiled), submissions, references, seed }
}

function attempt(law: Law, block: Block): string | undefined {
  try {
    return law(block)
  } catch (error) {
    return error instanceof Error ? error.stack?.slice(0, 600) : String(error)
  }
}

const options = ({ group }: Ready) => (group === undefined ? {} : { group })

function oneByOne(block: Block): string | undefined {
  const { fast, ready } = block
  const before = fast.plainCount
  const found = firstDifference(block, (submission) => fast.score(submission, options(ready)))
  share.plain += fast.plainCount - before
  return found
}

function together(block: Block): string | undefined {
  const { fast } = block
  const memory = filled(block)
  run(block, memory)
  share.leaves += block.submissions.length * block.ready.compiled.nodes.filter(({ type }) => type === 'leaf').length
  share.byReference += memory.byReference
  share.rows += block.submissions.length
  const isPresent = (row: number) => fast.inputs.every(({ num }) => memory.statesOf(num)[row] === lane.PRESENT)
  share.present += [...block.submissions.keys()].filter(isPresent).length
  return firstDifference(block, (_, row) => {
    const scores = fast.read(memory, row)
    if (scores.isByReference) share.wholeByReference++
    return scores
  })
}

/** Every input is "not me": each leaf is asked of the reference by itself, and the tree is fast again. */
function leafByLeaf(block: Block): string | undefined {
  const { fast } = block
  const memory = filled(block)
  for (const { num } of fast.inputs) {
    memory.states[num]!.fill(lane.UNSURE)
    memory.mixed[num] = lane.UNSURE
  }
  run(block, memory)
  return firstDifference(block, (_, row) => fast.read(memory, row))
}

function filled({ fast, submissions }: Block): Memory {
  const memory = fast.open(submissions.length)
  fast.forgetTexts()
  for (const [row, submission] of submissions.entries()) fast.fill(memory, row, submission)
  return memory
}

const sourceOf = ({ submissions, ready }: Block) => ({
  submissionAt: (row: number) => submissions[row]!,
  group: ready.group,
})

function run(block: Block, memory: Memory): void {
  block.fast.run(memory, block.submissions.length, sourceOf(block))
}

/** The inputs of a filled block as columns; of some schemes more rows than a block holds. */
function asColumns(block: Block): string | undefined {
  const { fast, submissions, seed } = block
  const memory = filled(block)
  const times = seed % 20 === 0 ? Math.ceil(1_100 / submissions.length) : 1
  const rows = submissions.length * times
  const repeated = (values: ArrayLike<number>) =>
    Array.from({ length: rows }, (_, row) => values[row % submissions.length]!)
  const columns = fast.inputs.map((input): Column => {
    const den = input.kind === 'entry' ? input.den : undefined
    return {
      values: Float64Array.from(repeated(memory.values[input.num]!)),
      ...(memory.mixed[input.num] === 0 ? {} : { states: Uint8Array.from(repeated(memory.states[input.num]!)) }),
      ...(den === undefined ? {} : { dens: Float64Array.from(repeated(memory.values[den]!)) }),
    }
  })
  const out = {
    totals: new Float64Array(rows),
    states: new Uint8Array(rows),
    grades: new Float64Array(rows),
    scores: fast.scores.map(() => new Float64Array(rows)),
    scoreStates: fast.scores.map(() => new Uint8Array(rows)),
  }
  const { submissionAt, group } = sourceOf(block)
  const source = { submissionAt: (row: number) => submissionAt(row % submissions.length), group }
  scoreColumns(fast, columns, out, { from: 3, to: rows, source })
  run(block, memory)
  for (let row = 3; row < rows; row++) {
    if (row > submissions.length + 3 && row < 1_020) continue
    const found = columnDifference(fast, fast.read(memory, row % submissions.length), out, row)
    if (found !== undefined) return `row ${row}: ${found}`
  }
  return undefined
}

function columnDifference(
  fast: FastScheme,
  scores: RowScores,
  out: Required<ScoreColumns>,
  row: number,
): string | undefined {
  const state = out.states[row]!
  const name = state & lane.NO_SCORE ? 'blocked' : state & lane.UNVERIFIED ? 'provisional' : 'final'
  const total = state & lane.NO_SCORE ? null : units(out.totals[row]!, fast.total.digits)
  const grade = state & lane.NO_SCORE ? null : (fast.compiled.grades[out.grades[row]!]?.name ?? null)
  if (name !== scores.state || total !== number(scores.total) || grade !== scores.grade) {
    return `${name} ${total} ${grade}, not ${scores.state} ${scores.total} ${scores.grade}`
  }
  for (const [index, { digits }] of fast.scores.entries()) {
    const own = out.scoreStates[index]![row]!
    if ((own & lane.UNSURE) !== 0) continue
    const isNone = (own & lane.NO_SCORE) !== 0 || (own & lane.STATE) === lane.NOT_APPLICABLE
    const score = isNone ? null : units(out.scores[index]![row]!, digits)
    if (score !== number(scores.scoreOf(index))) return `node ${index} ${score}, not ${scores.scoreOf(index)}`
  }
  return undefined
}

const units = (value: number, digits: number) => value / 10 ** digits
const number = (text: string | null) => (text === null ? null : Number(text))

/** From one submission to another of the same scheme, a few entries at a time. */
function changed({ ready, fast, submissions, seed }: Block): string | undefined {
  const chance = new Chance(seed)
  const { compiled, group } = ready
  const [first] = submissions
  const live = new LiveScores(compiled, first!, group)
  let now = first!
  live.read()
  for (let time = 0; time < 6; time++) {
    const other = chance.pick(submissions)
    const before = live.read()
    for (const kind of ['items', 'judgements', 'evidence'] as const) {
      const [mine, theirs] = [now[kind] ?? {}, other[kind] ?? {}]
      for (const id of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
        if (!chance.once(3)) continue
        const entry = theirs[id]
        live.change({ kind: KINDS[kind], id }, entry)
        const next = { ...now[kind], [id]: entry } as { [id: string]: unknown }
        if (entry === undefined) delete next[id]
        now = { ...now, [kind]: next }
      }
    }
    const found = difference(ready, live.read(), scoreNow(compiled, now, group))
    if (found !== undefined) return `change ${time}: ${found}`
    const noted = live.changedSince(before)
    const really = compiled.nodes.flatMap((_, index) =>
      before.scoreOf(index) === live.read().scoreOf(index) && before.stateOf(index) === live.read().stateOf(index)
        ? []
        : [index],
    )
    if (really.some((index) => !noted.includes(index))) return `change ${time}: ${really} changed, ${noted} noted`
    // Another scoring between two changes is no matter of this one.
    if (chance.once(3)) fast.score(other, options(ready))
  }
  return undefined
}

const KINDS = { items: 'item', judgements: 'judgement', evidence: 'evidence' } as const

function firstDifference(
  { ready, submissions, references }: Block,
  scoresOf: (submission: Submission, row: number) => RowScores,
): string | undefined {
  for (const [row, submission] of submissions.entries()) {
    const found = difference(ready, scoresOf(submission, row), references[row]!)
    if (found !== undefined) return `submission ${row}: ${found}`
  }
  return undefined
}

/** Where the two part, or undefined. */
function difference({ compiled }: Ready, fast: RowScores, { total, results }: Scores): string | undefined {
  const state = total.state === 'blocked' ? 'blocked' : total.provisional ? 'provisional' : 'final'
  const text = total.total?.toText() ?? null
  if (fast.state !== state || fast.total !== text || fast.grade !== total.grade) {
    return `${fast.state} ${fast.total} ${fast.grade}, not ${state} ${text} ${total.grade}`
  }
  for (const [index, { node }] of compiled.nodes.entries()) {
    const { score, state, provisional } = results.get(node.id)!
    const wanted = score === null || state === 'not-applicable' ? null : printed(score, compiled.rounding.total)
    const seen = [fast.scoreOf(index), fast.stateOf(index), fast.isProvisional(index)]
    if (seen[0] !== wanted || seen[1] !== state || seen[2] !== provisional) {
      return `${node.id} ${seen.join(' ')}, not ${wanted} ${state} ${provisional}`
    }
  }
  return undefined
}

/** As an evaluation prints it: what no finite decimal is, as the total is rounded. */
function printed(score: Exact, total: Rounding): string {
  return (score.decimalDigits === undefined ? roundBy(score, total) : score).toText()
}

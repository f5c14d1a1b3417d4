import { type CompiledScheme, compile, fastScheme, type RowScores, type Scores, scoreNow } from '@yardstick/engine'
import { type Result, roundBy, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { Chance, seedOf } from './random/chance.ts'
import { type OddTree, oddSubmission, oddTree } from './random/odd-tree.ts'
import { sha256 } from './random/pair.ts'
import { pairCount } from './scale.ts'

/**
 * Branches and totals of the fast path beside the reference, on trees that no author would draw: the other random schemes
 * are sound, so that hardly any of their branches is clamped or has points that lead nowhere.
 */
const TREES = pairCount(150)
const ROWS = 16

test('[FP7] odd trees come to what the reference makes of them', { timeout: 7_200_000 }, () => {
  const different: string[] = []
  let sure = 0
  for (let index = 0; index < TREES; index++) {
    const seed = seedOf(700, index)
    const chance = new Chance(seed)
    const found = differences(oddTree(chance), chance)
    sure += found.sure
    different.push(...found.different.map((each) => `seed ${seed}: ${each}`))
  }
  expect(different.length === 0 ? [] : [`${different.length} rows`, ...different.slice(0, 5)]).toEqual([])
  expect(sure / (TREES * ROWS)).toBeGreaterThan(0.9)
})

function differences(tree: OddTree, chance: Chance): { different: string[]; sure: number } {
  const compiled = good(compile(good(validate('scheme', tree.scheme)), { sha256 }))
  const submissions = Array.from({ length: ROWS }, () => good(validate('submission', oddSubmission(chance, tree))))
  const fast = fastScheme(compiled)
  const memory = fast.open(ROWS)
  // A memory holds what was there before.
  for (const values of memory.values) values.fill(Number.NaN)
  for (const states of memory.states) states.fill(255)
  fast.forgetTexts()
  for (const [row, submission] of submissions.entries()) fast.fill(memory, row, submission)
  fast.run(memory, ROWS, { submissionAt: (row) => submissions[row]!, group: undefined })
  const found = submissions.map((_, row) => fast.read(memory, row))
  const different = submissions.flatMap((submission, row): string[] => {
    const reference = scoreNow(compiled, submission)
    const inBlock = wordsOf(compiled, found[row]!)
    const wanted = wordsOfReference(compiled, reference)
    const alone = wordsOf(compiled, fast.score(submission))
    if (inBlock !== wanted || alone !== wanted) return [`row ${row}: ${inBlock} / ${alone}, not ${wanted}`]
    const seen = [memory.values[fast.total.struck]![row], memory.values[fast.total.lines]![row]].join()
    const rules = rulesOf(reference)
    const isRead = !found[row]!.isByReference && found[row]!.state !== 'blocked'
    return isRead && seen !== rules ? [`row ${row}: struck and lines ${seen}, not ${rules}`] : []
  })
  return { different, sure: found.filter(({ isByReference }) => !isByReference).length }
}

/** Total, state, grade, then each node with its score. */
function wordsOf({ nodes }: CompiledScheme, row: RowScores): string {
  const each = nodes.map((_, index) => [row.scoreOf(index), row.stateOf(index), row.isProvisional(index)].join(' '))
  return [[row.total, row.state, row.grade].join(' '), ...each].join('; ')
}

function wordsOfReference({ nodes, rounding }: CompiledScheme, { total, results }: Scores): string {
  const state = total.state === 'blocked' ? 'blocked' : total.provisional ? 'provisional' : 'final'
  const each = nodes.map(({ node }) => {
    const { score, state, provisional } = results.get(node.id)!
    const isPrinted = score !== null && state !== 'not-applicable'
    const printed = isPrinted && score.decimalDigits === undefined ? roundBy(score, rounding.total) : score
    return [isPrinted ? printed!.toText() : null, state, provisional].join(' ')
  })
  return [[total.total?.toText(), state, total.grade].join(' '), ...each].join('; ')
}

/** How many rules on total and grade held, and whether there are more lines than indicators and bonuses. */
function rulesOf({ total: { events, lines } }: Scores): string {
  const isMore = lines.some(({ line }) => line !== 'indicators' && line !== 'bonus')
  return [events.length, Number(isMore)].join()
}

function good<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.issues.find(({ severity }) => severity === 'error')))
}

import type { Indicator, Scheme, Submission } from '@yardstick/model'
import { expect } from 'vitest'
import { schemeOf, sha256 } from '../../check/check.testing.ts'
import { compile } from '../../compile/compile.ts'
import type { CompiledScheme } from '../../compile/compiled.ts'
import { printedScore } from '../../evaluate/printed-score.ts'
import { type Scores, scoreNow } from '../../evaluate/score.ts'
import { type FastScheme, fastScheme } from '../fast-scheme.ts'
import type { RowScores } from '../row-scores.ts'

/**
 * Scores rows as one block, so that rows of every state meet in one loop, and each of them alone, and holds all against
 * the reference.
 *
 * rows     a word for each leaf in tree order: points, "5?" 待核, "-" nothing, "n/a" 不适用; then "item=value" as needed
 * returns  for each row its branches, then the total: "7.5 n/a = 7.5 良", with "?" where it is 待核, "(reference)" where the
 *          plan was not sure of it
 */
export function treeRows(indicators: Indicator[], rows: readonly string[], more: Partial<Scheme> = {}): string[] {
  const compiled = compiledOf(indicators, more)
  const submissions = rows.map((row) => submissionOf(compiled, row))
  const fast = fastScheme(compiled)
  const memory = fast.open(rows.length)
  // What an earlier block left there is no matter of the next.
  for (const states of memory.states) states.fill(255)
  for (const values of memory.values) values.fill(Number.NaN)
  fast.forgetTexts()
  for (const [row, submission] of submissions.entries()) fast.fill(memory, row, submission)
  fast.run(memory, rows.length, { submissionAt: (row) => submissions[row]!, group: undefined })
  return submissions.map((submission, row) => {
    const found = fast.read(memory, row)
    const text = textOf(compiled, found)
    const reference = scoreNow(compiled, submission, undefined)
    expect(text).toBe(textOfReference(compiled, reference))
    expect(leavesOf(compiled, found)).toEqual(leavesOfReference(compiled, reference))
    if (!found.isByReference) expect(found.isPlain).toBe(isPlain(reference))
    expect(textOf(compiled, fast.score(submission))).toBe(text)
    return found.isByReference ? `${text} (reference)` : text
  })
}

/** The scheme of such rows, for tests that look at the plan. */
export function fastOf(indicators: Indicator[], more: Partial<Scheme> = {}): FastScheme {
  return fastScheme(compiledOf(indicators, more))
}

function compiledOf(indicators: Indicator[], more: Partial<Scheme>): CompiledScheme {
  const outcome = compile(schemeOf(indicators, { notApplicable: 'rescale', ...more }), { sha256 })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]))
  return outcome.value
}

function submissionOf({ nodes }: CompiledScheme, row: string): Submission {
  const words = row.split(' ')
  const leaves = nodes.filter((node) => node.type === 'leaf')
  const judgements = leaves.map(({ node }, index) => [node.id, entryOf(words[index]!)] as const)
  const items = words.slice(leaves.length).map((word) => {
    const [item = '', value = ''] = word.split('=')
    return [item, entryOf(value)] as const
  })
  const given = (entries: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(entries.filter(([, entry]) => entry !== undefined))
  return {
    yardstick: 'submission/1',
    subject: { department: '单位' },
    period: '2024',
    items: given(items),
    judgements: given(judgements),
  } as Submission
}

function entryOf(word: string): unknown {
  if (word === '-') return undefined
  const layer = { layer: 'judged', why: '理由' }
  if (word === 'n/a') return { layers: [{ ...layer, state: 'not-applicable' }] }
  if (word.endsWith('?'))
    return { layers: [{ ...layer, value: givenValue(word.slice(0, -1)), state: 'to-be-verified' }] }
  return { layers: [{ ...layer, value: givenValue(word) }] }
}

const givenValue = (word: string) => (word === 'true' || word === 'false' ? word === 'true' : word)

const WORDS = { present: '', missing: '-', 'not-applicable': 'n/a', error: 'error' } as const

function nodeText(score: string | null, state: keyof typeof WORDS, isProvisional: boolean): string {
  return (score ?? WORDS[state]) + (isProvisional ? '?' : '')
}

function wholeText(nodes: readonly string[], { state, total, grade }: Pick<RowScores, 'state' | 'total' | 'grade'>) {
  const words = [
    ...nodes,
    '=',
    total ?? '-',
    ...(grade === null ? [] : [grade]),
    ...(state === 'provisional' ? ['?'] : []),
  ]
  return words.join(' ')
}

const isBranch = ({ type }: CompiledScheme['nodes'][number]) => type === 'branch'

function nodeTexts(compiled: CompiledScheme, row: RowScores, isWanted: typeof isBranch): string[] {
  return compiled.nodes.flatMap((node, index) =>
    isWanted(node) ? [nodeText(row.scoreOf(index), row.stateOf(index), row.isProvisional(index))] : [],
  )
}

function nodeTextsOfReference(compiled: CompiledScheme, { results }: Scores, isWanted: typeof isBranch): string[] {
  return compiled.nodes.filter(isWanted).map(({ node }) => {
    const { score, state, provisional } = results.get(node.id)!
    const isPrinted = score !== null && state !== 'not-applicable'
    return nodeText(isPrinted ? printedScore(score, compiled) : null, state, provisional)
  })
}

const textOf = (compiled: CompiledScheme, row: RowScores) => wholeText(nodeTexts(compiled, row, isBranch), row)
const leavesOf = (compiled: CompiledScheme, row: RowScores) => nodeTexts(compiled, row, (node) => !isBranch(node))
const leavesOfReference = (compiled: CompiledScheme, scores: Scores) =>
  nodeTextsOfReference(compiled, scores, (node) => !isBranch(node))

function textOfReference(compiled: CompiledScheme, scores: Scores): string {
  const { state, total, grade, provisional } = scores.total
  return wholeText(nodeTextsOfReference(compiled, scores, isBranch), {
    state: state === 'blocked' ? 'blocked' : provisional ? 'provisional' : 'final',
    total: total?.toText() ?? null,
    grade,
  })
}

function isPlain({ results, total }: Scores): boolean {
  return (
    total.state === 'present' &&
    [...results.values()].every((each) => each.state === 'present') &&
    total.events.every(({ effect }) => effect === 'flag') &&
    total.lines.every(({ line }) => line === 'indicators' || line === 'bonus')
  )
}

import type { GroupFacts, Item, Leaf, Scheme, Submission } from '@yardstick/model'
import { expect } from 'vitest'
import { schemeOf, sha256 } from '../../check/check.testing.ts'
import { compile } from '../../compile/compile.ts'
import { scoreNow } from '../../evaluate/score.ts'
import { fastScheme } from '../fast-scheme.ts'
import type { RowScores } from '../row-scores.ts'

/** What a row submits. */
export type Row = Pick<Submission, 'items' | 'judgements' | 'evidence'> & Partial<Submission>

/** The leaf that is looked at, what else stands in its scheme, and what is submitted. */
export interface Example {
  readonly leaf: Partial<Leaf>
  readonly items?: readonly Item[]
  readonly scheme?: Partial<Scheme>
  /** Leaves before it and after it. */
  readonly before?: readonly Leaf[]
  readonly beside?: readonly Leaf[]
  readonly group?: GroupFacts
}

/**
 * Scores all rows as one block, so that rows of every state meet in one loop, and holds the leaf against the reference.
 *
 * returns  each row's leaf as text: "7.5", "7.5 待核", "missing", "missing 0" where it counts as zero
 * asked    how many leaves the reference may have been asked for
 */
export function leafRows(example: Example, rows: readonly Row[], asked = 0): string[] {
  const leaf = { id: 'x', name: '指标', points: '10', ...example.leaf } as Leaf
  const before = example.before ?? []
  const indicators = [...before, leaf, ...(example.beside ?? [])]
  const items = example.items === undefined ? {} : { items: [...example.items] }
  const outcome = compile(schemeOf(indicators, { ...items, ...example.scheme }), { sha256 })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]))
  const compiled = outcome.value
  const submissions = rows.map((row, index) => submissionOf(row, index))
  const fast = fastScheme(compiled)
  const memory = fast.open(rows.length)
  for (const [row, submission] of submissions.entries()) fast.fill(memory, row, submission)
  fast.run(memory, rows.length, { submissionAt: (row) => submissions[row]!, group: example.group })
  expect(memory.byReference).toBe(asked)
  return submissions.map((submission, row) => {
    const found = ofFast(fast.read(memory, row), before.length)
    const { results } = scoreNow(compiled, submission, example.group)
    const { score, state, provisional } = results.get('x')!
    const isPrinted = score !== null && state !== 'not-applicable'
    expect(found).toBe(textOf(isPrinted ? score.toText() : null, state, provisional))
    // Alone it is the same as among others, also the short way.
    const alone = fast.score(submission, example.group === undefined ? {} : { group: example.group })
    expect(ofFast(alone, before.length)).toBe(found)
    return found
  })
}

const ofFast = (row: RowScores, index: number) =>
  textOf(row.scoreOf(index), row.stateOf(index), row.isProvisional(index))

function textOf(score: string | null, state: string, isProvisional: boolean): string {
  const words = [state === 'present' ? '' : state, score ?? '', isProvisional ? '待核' : '']
  return words.filter((word) => word !== '').join(' ')
}

function submissionOf(row: Row, index: number): Submission {
  return { yardstick: 'submission/1', subject: { department: `单位${index}` }, period: '2024', ...row } as Submission
}

/** 不适用, with its reason. */
export const NOT_APPLICABLE = {
  layers: [{ layer: 'reported' as const, state: 'not-applicable' as const, why: '无此项' }],
}

/** A value that is still to be verified. */
export function unverified(value: string | number | boolean) {
  return { layers: [{ layer: 'reported' as const, value, state: 'to-be-verified' as const }] }
}

import { Exact, entryOf, type Reading, readJudgement, type Submission, type Value } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { panelScore } from '../evaluate/methods/judged.ts'

/** A value as plain data: a number as exact text ("0.95", "20/3"), a date YYYY-MM-DD, of a list how many records. */
export type CellValue =
  | { readonly kind: 'number' | 'date' | 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'list'; readonly count: number }

/** Why there is none, or that it is still 待核. */
export interface CellState {
  readonly state: Reading['state']
  readonly provisional?: true
  readonly value?: CellValue
  readonly reason?: string
}

/** What the cells hold that the formulas of `cellFormulas` read, for one submission: plain data, by name or id. */
export interface CellValues {
  readonly items: { readonly [name: string]: CellState }
  readonly measures: { readonly [name: string]: CellState }
  /** Of leaves with an actual value. */
  readonly actuals: { readonly [leaf: string]: CellState }
  /** Of judged leaves: points (a panel's put together), a level's share as a number, elements by id. */
  readonly judged: { readonly [leaf: string]: CellState & { readonly elements?: { readonly [id: string]: boolean } } }
  /** Of items for which evidence is attached. */
  readonly evidence: { readonly [item: string]: boolean }
}

export function cellValues(compiled: CompiledScheme, submission: Submission): CellValues {
  const inputs = new Inputs(compiled, submission)
  const leaves = compiled.nodes.filter((node) => node.type === 'leaf')
  const read = (names: Iterable<string>) =>
    Object.fromEntries([...names].map((name) => [name, stateOf(inputs.read(name))]))
  return {
    items: read(compiled.itemByName.keys()),
    measures: read(compiled.measureByName.keys()),
    actuals: Object.fromEntries(
      leaves.flatMap(({ node, method }) =>
        method.actual === undefined ? [] : [[node.id, stateOf(inputs.evaluate(method.actual))]],
      ),
    ),
    judged: Object.fromEntries(
      leaves.flatMap((leaf) => {
        const judged = judgedState(leaf, compiled, submission)
        return judged === undefined ? [] : [[leaf.node.id, judged]]
      }),
    ),
    evidence: Object.fromEntries([...compiled.itemByName.keys()].map((name) => [name, inputs.hasEvidence(name)])),
  }
}

function stateOf(reading: Reading): CellState {
  switch (reading.state) {
    case 'present':
      return {
        state: 'present',
        value: plainValue(reading.value),
        ...(reading.provisional === true ? { provisional: true } : {}),
      }
    case 'not-applicable':
      return { state: reading.state, ...(reading.reason === undefined ? {} : { reason: reading.reason }) }
    default:
      return { state: reading.state }
  }
}

function plainValue(value: Value): CellValue {
  if (value instanceof Exact) return { kind: 'number', text: value.toText() }
  if (typeof value === 'boolean') return { kind: 'boolean', is: value }
  if (typeof value === 'string') return { kind: 'text', text: value }
  return 'rows' in value ? { kind: 'list', count: value.rows.length } : { kind: 'date', text: value.text }
}

function judgedState(
  { node, method }: CompiledLeaf,
  compiled: CompiledScheme,
  submission: Submission,
): CellValues['judged'][string] | undefined {
  const judgement = readJudgement(node, entryOf(submission.judgements, node.id), { scheme: compiled.scheme })
  const { scoring } = method
  if (judgement.state === 'not-applicable') return { state: judgement.state, reason: judgement.reason }
  if (judgement.state !== 'present') return { state: judgement.state }
  const { judged } = judgement
  const state: CellState = {
    state: 'present',
    ...(judgement.provisional === true ? { provisional: true } : {}),
    ...(judgement.why === undefined ? {} : { reason: judgement.why }),
  }
  const number = (value: Exact): CellState => ({ ...state, value: plainValue(value) })
  switch (judged.kind) {
    case 'points':
      return number(judged.points)
    case 'level':
      return number(judged.share)
    case 'elements':
      return { ...state, elements: Object.fromEntries(judged.met) }
    case 'experts': {
      const panel = scoring.method === 'judgement' ? scoring.panel : undefined
      const points = panel && panelScore(judged.experts, panel)
      return points === undefined ? { state: 'missing' } : number(points)
    }
  }
}

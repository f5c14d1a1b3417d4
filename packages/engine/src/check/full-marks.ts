import {
  digitsOf,
  type Entry,
  Exact,
  type InputRecord,
  type InputValue,
  type Item,
  type ItemField,
  type Leaf,
  type Submission,
} from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme, ResolvedTarget } from '../compile/compiled.ts'
import { reaching } from '../curve/reach.ts'
import { type ScoreCurve, scoreAt } from '../curve/score-curve.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { actualValue, resolveTarget } from '../evaluate/methods/by-curve.ts'
import { score } from '../evaluate/score.ts'
import { asFunctionOf, itemsBehind, valueAt } from '../explain/as-function-of.ts'
import { isAllowed, itemsInOrder, plainValue, solve, textOf } from './boundary-cases.ts'
import { edgesOf } from './boundary-values.ts'

/**
 * Values under which every leaf has its full points 用目标值试算: a sample to start from, where somebody has none. Leaf by
 * leaf the value that its curve is full at is looked for, at the target first, and one item behind it set so; what people
 * decide is decided for the best. Then values of what is still short are tried one by one and kept where they help. What
 * cannot be brought to full points is named: leaves may contradict each other, and free formulas are not turned round.
 */
export interface FullMarks {
  readonly entries: Pick<Submission, 'items' | 'judgements' | 'evidence'>
  /** Leaves that do not have their full points with these values, in tree order. */
  readonly short: readonly { readonly indicator: string; readonly path: readonly string[] }[]
}

export async function fullMarks(compiled: CompiledScheme): Promise<FullMarks> {
  const leaves = compiled.nodes.filter((node): node is CompiledLeaf => node.type === 'leaf')
  let best = await tried(compiled, leaves, firstGuess(compiled, leaves))
  // Every trial scores the whole scheme: a small one may be searched thoroughly, a large one not.
  let trials = Math.max(20, Math.min(600, Math.floor(12_000 / Math.max(1, leaves.length))))
  for (let hasImproved = true; hasImproved && best.short.length > 0; ) {
    hasImproved = false
    for (const { item, entry } of changesFor(compiled, best)) {
      if (trials-- <= 0) return present(best)
      const next = await tried(compiled, leaves, { ...best.items, [item.id]: entry })
      if (!next.lost.lessThan(best.lost)) continue
      best = next
      hasImproved = true
      break
    }
  }
  return present(best)
}

type Items = Submission['items']

interface Trial {
  readonly items: Items
  readonly entries: FullMarks['entries']
  readonly lost: Exact
  readonly short: readonly CompiledLeaf[]
}

function present({ entries, short }: Trial): FullMarks {
  return { entries, short: short.map(({ node, path }) => ({ indicator: node.id, path })) }
}

/** What was lost in all, rules on the total included; a leaf without a score has lost all it is worth and more. */
async function tried(compiled: CompiledScheme, leaves: readonly CompiledLeaf[], items: Items): Promise<Trial> {
  const entries = { items, judgements: judgements(leaves), evidence: evidence(compiled) }
  const { results, total } = await score(compiled, { ...SUBJECT, ...entries })
  let lost = total.total === null ? compiled.fullScore : compiled.fullScore.minus(total.total).max(Exact.zero)
  const short: CompiledLeaf[] = []
  for (const leaf of leaves) {
    const result = results.get(leaf.node.id)!
    const given = result.state === 'not-applicable' ? null : result.score
    if (given === null) lost = lost.plus(leaf.points).plus(Exact.one)
    else lost = lost.plus(leaf.points.minus(given).max(Exact.zero))
    if (given === null || given.lessThan(leaf.points)) short.push(leaf)
  }
  return { items, entries, lost, short }
}

const SUBJECT: Submission = { yardstick: 'submission/1', subject: { department: '-' }, period: '-', items: {} }

/** The best that people can say. */
function judgements(leaves: readonly CompiledLeaf[]): { [id: string]: Entry } {
  return Object.fromEntries(
    leaves.flatMap(({ node }): [string, Entry][] => {
      const value = bestJudgement(node)
      return value === undefined ? [] : [[node.id, { layers: [{ layer: 'judged', value }] }]]
    }),
  )
}

function bestJudgement({ scoring, points }: Leaf): NonNullable<InputValue> | undefined {
  switch (scoring.method) {
    case 'judgement':
      return points
    case 'levels': {
      const highest = (level: (typeof scoring.levels)[number]) =>
        [level.share, level.from, level.to]
          .flatMap((each) => (each === undefined ? [] : [Exact.of(each)]))
          .reduce((a, b) => a.max(b), Exact.zero)
      const level = scoring.levels.reduce((a, b) => (highest(a).lessThan(highest(b)) ? b : a))
      if (level.share !== undefined) return { level: level.name }
      return { level: level.name, share: `${highest(level).times(Exact.integer(100)).toText()}%` }
    }
    case 'checklist': {
      const judged = scoring.elements.filter(({ met }) => met === 'judged')
      return judged.length === 0 ? undefined : { elements: Object.fromEntries(judged.map(({ id }) => [id, true])) }
    }
    default:
      return undefined
  }
}

/** Everything that asks for evidence has some. */
function evidence({ scheme, nodes }: CompiledScheme): NonNullable<Submission['evidence']> {
  const names = new Set(scheme.items.filter((item) => item.evidence !== undefined).map(({ id }) => id))
  for (const { node } of nodes) {
    if (!('scoring' in node) || node.scoring.method !== 'checklist') continue
    for (const { met } of node.scoring.elements) {
      if (typeof met === 'object' && 'evidence' in met) names.add(met.evidence)
    }
  }
  return Object.fromEntries([...names].map((name) => [name, [{ name: '佐证材料' }]]))
}

/** Leaf by leaf: of the items behind its value those before the last free one stand at plain values, that one solves it. */
function firstGuess(compiled: CompiledScheme, leaves: readonly CompiledLeaf[]): Items {
  let items: Items = Object.fromEntries(
    compiled.scheme.items.flatMap((item): [string, Entry][] => {
      const plain = isNumeric(item) ? undefined : plainOf(item)
      return plain === undefined ? [] : [[item.id, plain]]
    }),
  )
  for (const leaf of leaves) {
    const { actual, target } = leaf.method
    if (actual === undefined) continue
    const names = [
      ...(target?.kind === 'formula' ? itemsInOrder(target.formula, compiled) : []),
      ...itemsInOrder(actual, compiled).reverse(),
    ]
    const free = [...new Set(names)].filter((name) => !Object.hasOwn(items, name))
    for (const name of free) {
      const item = compiled.itemByName.get(name)!
      items = { ...items, [name]: plainValue(item) ?? '0' }
    }
    const solved = free
      .reverse()
      .map((name) => ({ name, value: solvedFor(name, leaf, compiled, items) }))
      .find(({ value }) => value !== undefined)
    if (solved?.value !== undefined) items = { ...items, [solved.name]: solved.value }
  }
  const isRead = itemsOfLeaves(compiled, leaves)
  for (const item of compiled.scheme.items) {
    // What only rules ask about are most often mishaps: none of them.
    if (!isRead.has(item.id) && item.type === 'boolean') items = { ...items, [item.id]: false }
    if (Object.hasOwn(items, item.id) || !isNumeric(item)) continue
    items = { ...items, [item.id]: isAllowed(item, Exact.zero) ? textOf(item, Exact.zero) : (plainValue(item) ?? '0') }
  }
  return items
}

function itemsOfLeaves(compiled: CompiledScheme, leaves: readonly CompiledLeaf[]): Set<string> {
  return new Set(leaves.flatMap((leaf) => itemsOf(leaf, compiled)))
}

/** The items that decide a leaf: those behind its formulas, those its conditions and elements name. */
function itemsOf({ node, method }: CompiledLeaf, compiled: CompiledScheme): string[] {
  const { actual, formula, target } = method
  const facts = new Set<string>()
  collect(node.scoring, (fact) => facts.add(fact))
  if (node.scoring.method === 'table') for (const column of node.scoring.columns) facts.add(column)
  for (const rule of compiled.rulesByLeaf.get(node.id) ?? []) collect(rule.rule.conditions, (fact) => facts.add(fact))
  const conditions = Object.values(compiled.scheme.conditions ?? {})
  for (const each of conditions) collect(each, (fact) => facts.add(fact))
  const formulas = [actual, formula, ...(target?.kind === 'formula' ? [target.formula] : [])]
  const behind = formulas.flatMap((each) => (each === undefined ? [] : itemsBehind(each, compiled)))
  const ofFacts = [...facts].flatMap((fact) => {
    const measure = compiled.measureByName.get(fact)?.formula
    return measure !== undefined && !('broken' in measure) ? itemsBehind(measure, compiled) : [fact]
  })
  return [...new Set([...behind, ...ofFacts])].filter((name) => compiled.itemByName.has(name))
}

/** Every fact with what it is compared with, wherever conditions stand in a scoring method or a rule. */
function collect(value: unknown, found: (fact: string, literal: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const each of value) collect(each, found)
    return
  }
  const { fact, value: literal, item, list } = value as { [key: string]: unknown }
  if (typeof fact === 'string') found(fact, literal)
  if (typeof item === 'string') found(item, true)
  if (typeof list === 'string') found(list, undefined)
  for (const each of Object.values(value)) collect(each, found)
}

/** The value of one item at which the leaf is full, on the item's grid, all others as they are. */
function solvedFor(name: string, leaf: CompiledLeaf, compiled: CompiledScheme, items: Items): Entry | undefined {
  const { method, points } = leaf
  const item = compiled.itemByName.get(name)!
  const at = (value: Exact) => ({ ...items, [name]: textOf(item, value) })
  const inputs = new Inputs(compiled, { items })
  const drawn = curveFor(leaf, inputs)
  if (drawn === undefined) return undefined
  const isFull = (value: Exact) => {
    const then = new Inputs(compiled, { items: at(value) })
    const x = actualValue(method, then)
    const curve = curveFor(leaf, then)?.curve
    return x.state === 'present' && curve !== undefined && points.atMost(scoreAt(curve, x.value))
  }
  const fraction = item.type === 'date' ? undefined : asFunctionOf(name, method.actual!, compiled, inputs)
  const step = Exact.one.over(Exact.power10(item.type === 'date' ? 0 : digitsOf(item)))
  for (const x of fullAt(drawn, points, step)) {
    const v = fraction === undefined ? x : (solve(fraction, x) ?? (valueAt(fraction, x)?.equals(x) ? x : undefined))
    if (v === undefined) continue
    const low = v.over(step).floor().times(step)
    const found = [low, low.plus(step), low.minus(step)].find((each) => isAllowed(item, each) && isFull(each))
    if (found !== undefined) return textOf(item, found)
  }
  return undefined
}

function curveFor(
  { method }: CompiledLeaf,
  inputs: Inputs,
): { curve: ScoreCurve; target: ResolvedTarget | undefined } | undefined {
  const target = resolveTarget(method, inputs)
  if (target.state !== 'present' || method.curve === undefined) return undefined
  const drawn = typeof method.curve === 'function' ? method.curve(target.value) : method.curve
  return 'pieces' in drawn ? { curve: drawn, target: target.value } : undefined
}

/** Values at which the curve is full: the target's own first, else the nearest to it, else where a piece begins. */
function fullAt(
  { curve, target }: { curve: ScoreCurve; target: ResolvedTarget | undefined },
  full: Exact,
  step: Exact,
) {
  const own = target === undefined ? [] : 'low' in target ? [target.low, target.high] : [target.value]
  const starts = [...own, ...edgesOf(curve), Exact.zero]
  return starts.flatMap((x) => {
    if (full.atMost(scoreAt(curve, x))) return [x]
    return reaching(curve, x, full).map((edge) =>
      edge.included ? edge.x : edge.direction === 'up' ? edge.x.plus(step) : edge.x.minus(step),
    )
  })
}

interface Change {
  readonly item: Item
  readonly entry: Entry
}

/** What may help the leaves that are still short: for each item behind them what their rules compare it with, and plain values. */
function* changesFor(compiled: CompiledScheme, { short, items }: Trial): Generator<Change> {
  const literals = new Map<string, unknown[]>()
  const note = (fact: string, literal: unknown) => literals.set(fact, [...(literals.get(fact) ?? []), literal])
  for (const { node } of short) {
    collect(node.scoring, note)
    if (node.scoring.method !== 'table') continue
    const { columns, rows } = node.scoring
    for (const { when } of rows) {
      for (const [at, cell] of when.entries()) if (cell !== null) note(columns[at]!, cell.value)
    }
  }
  collect(compiled.scheme.rules ?? [], note)
  collect(Object.values(compiled.scheme.conditions ?? {}), note)
  const names = new Set([...short.flatMap((leaf) => itemsOf(leaf, compiled)), ...literals.keys()])
  for (const name of names) {
    const item = compiled.itemByName.get(name)
    if (item === undefined) continue
    for (const leaf of short) {
      const entry = leaf.method.actual === undefined ? undefined : solvedFor(name, leaf, compiled, items)
      if (entry !== undefined && entry !== items[name]) yield { item, entry }
    }
    for (const entry of candidates(item, literals.get(name) ?? [], literals)) {
      if (JSON.stringify(entry) !== JSON.stringify(items[name])) yield { item, entry }
    }
  }
}

function candidates(item: Item, literals: readonly unknown[], all: ReadonlyMap<string, unknown[]>): Entry[] {
  switch (item.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return [...(item.choices ?? [])]
    case 'list':
      return [[], [recordOf(item.fields ?? [], all)]]
    case 'text':
    case 'date':
      return literals.filter((each) => typeof each === 'string')
    default: {
      const step = Exact.one.over(Exact.power10(digitsOf(item)))
      const numbers = literals.flatMap((each) => {
        const number =
          typeof each === 'number' ? Exact.fromNumber(each) : typeof each === 'string' ? Exact.parse(each) : undefined
        return number === undefined ? [] : [number, number.plus(step), number.minus(step)]
      })
      const plain = [Exact.zero, Exact.one, Exact.integer(10_000)]
      return [...numbers, ...plain].filter((each) => isAllowed(item, each)).map((each) => textOf(item, each))
    }
  }
}

/** A record that meets what is asked of its fields, where it is asked with = or ≥. */
function recordOf(fields: readonly ItemField[], literals: ReadonlyMap<string, unknown[]>): InputRecord {
  return Object.fromEntries(
    fields.map((field): [string, InputRecord[string]] => {
      const [asked] = literals.get(field.id) ?? []
      const isPlain = typeof asked === 'string' || typeof asked === 'number' || typeof asked === 'boolean'
      const plain = plainValue(field)
      return [field.id, isPlain ? asked : plain === undefined || typeof plain === 'object' ? null : plain]
    }),
  )
}

function isNumeric({ type }: Item): boolean {
  return type === 'number' || type === 'money' || type === 'rate' || type === 'count' || type === 'date'
}

function plainOf(item: Item): Entry | undefined {
  if (item.type === 'list') return []
  return item.type === 'text' ? undefined : plainValue(item)
}

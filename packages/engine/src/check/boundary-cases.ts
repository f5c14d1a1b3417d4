import type { Formula, LinearFractional } from '@yardstick/formula'
import {
  digitsOf,
  type Entry,
  Exact,
  type Item,
  type Language,
  roundBy,
  type SchemeCase,
  type Submission,
} from '@yardstick/model'
import { dateOfDayNumber, showValue } from '@yardstick/wording'
import type { CompiledLeaf, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { factsIn } from '../compile/typed-condition.ts'
import { type ScoreCurve, scoreAt } from '../curve/score-curve.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { actualValue, resolveTarget } from '../evaluate/methods/by-curve.ts'
import { asFunctionOf, itemsBehind, valueAt } from '../explain/as-function-of.ts'
import { itemRange } from './best-score.ts'
import { aroundEdge, edgesOf, type Side, sideOf } from './boundary-values.ts'

/**
 * Test cases for the edges of one leaf's rule, in the form of the scheme's own: one item is moved to just below, onto and
 * just above each edge, all others stand still; then it is missing, and, where that is allowed, does not apply. What a
 * case expects comes from the score curve; running it asks the evaluator.
 */
export interface BoundaryCase {
  readonly kind: Side | 'missing' | 'not-applicable'
  /** The edge of the leaf's value, as a person reads it; absent where none is tried. */
  readonly edge?: string
  readonly case: SchemeCase
}

/**
 * Why no cases can be made.
 *
 * branch        the id names no leaf
 * judged        a person decides
 * condition     a condition, table or list decides, which has no edges on one line
 * free-formula  the points, or the value, come from a formula that cannot be turned round
 * group         the group decides
 * rule          a rule acts on the leaf, so that its curve is not all
 * alternatives  a selector above the leaf reads what the leaf reads, and may leave it out
 * undeclared    a declaration has yet to bring the target
 * broken        the leaf does not compile
 * out-of-range  no edge lies where the item lets values in
 */
export type BoundaryRefusal =
  | 'branch'
  | 'judged'
  | 'condition'
  | 'free-formula'
  | 'group'
  | 'rule'
  | 'alternatives'
  | 'undeclared'
  | 'broken'
  | 'out-of-range'

export type BoundaryCases =
  | { readonly ok: true; readonly item: string; readonly cases: readonly BoundaryCase[] }
  | { readonly ok: false; readonly refused: BoundaryRefusal }

export interface BoundaryOptions {
  readonly language?: Language
  /** Where the items that stand still are taken from; plain values of our own where it says nothing. */
  readonly base?: Pick<Submission, 'items'>
}

export function boundaryCases(compiled: CompiledScheme, leafId: string, options: BoundaryOptions = {}): BoundaryCases {
  const leaf = compiled.nodeById.get(leafId)
  if (leaf?.type !== 'leaf') return { ok: false, refused: 'branch' }
  const refused = refusalOf(leaf, compiled)
  if (refused !== undefined) return { ok: false, refused }
  const bench = new Bench(leaf, compiled, options)
  if (bench.mayBeLeftOut()) return { ok: false, refused: 'alternatives' }
  const moved = bench.movable()
  if (moved.length === 0) return { ok: false, refused: 'free-formula' }
  for (const each of moved) {
    const cases = bench.edgeCases(each)
    if (cases.length > 0) return { ok: true, item: each.item.id, cases: [...cases, ...bench.absentCases(each.item)] }
  }
  return { ok: false, refused: 'out-of-range' }
}

function refusalOf(leaf: CompiledLeaf, { rules }: CompiledScheme): BoundaryRefusal | undefined {
  const { method } = leaf
  if (method.isUndeclared) return 'undeclared'
  const acts = rules.some(
    ({ rule: { event } }) =>
      'indicator' in event.params && event.params.indicator === leaf.node.id && event.type !== 'flag',
  )
  if (acts) return 'rule'
  switch (method.scoring.method) {
    case 'judgement':
    case 'levels':
      return 'judged'
    case 'checklist':
    case 'table':
    case 'share-met':
      return 'condition'
    case 'formula':
      return 'free-formula'
    case 'rank':
      return 'group'
    case 'pass':
      if (method.curve === undefined)
        return method.actual?.result.type === 'boolean' || method.scoring.condition ? 'condition' : 'broken'
      return undefined
    default:
      return method.curve === undefined || method.actual === undefined ? 'broken' : undefined
  }
}

/** An item that moves the leaf's value, and nothing of its target. */
interface Movable {
  readonly item: Item
  readonly fraction: LinearFractional
  readonly curve: ScoreCurve
}

/** One leaf with the items it reads, all standing still but one. */
class Bench {
  private readonly language: Language
  private readonly items: readonly Item[]
  private readonly still: Submission['items']

  constructor(
    private readonly leaf: CompiledLeaf,
    private readonly compiled: CompiledScheme,
    { language = 'zh', base }: BoundaryOptions,
  ) {
    const { actual, target } = leaf.method
    this.language = language
    const names = new Set([
      ...itemsInOrder(actual!, compiled),
      ...(target?.kind === 'formula' ? itemsInOrder(target.formula, compiled) : []),
    ])
    this.items = [...names].map((name) => compiled.itemByName.get(name)!)
    this.still = Object.fromEntries(
      this.items.flatMap((item): [string, Entry][] => {
        const given = base !== undefined && Object.hasOwn(base.items, item.id) ? base.items[item.id] : undefined
        const value = given ?? plainValue(item)
        return value === undefined ? [] : [[item.id, value]]
      }),
    )
  }

  /** A selector that waits for what a case does not say leaves nobody out; evidence is never waited for. */
  mayBeLeftOut(): boolean {
    const own = new Set(this.items.map(({ id }) => id))
    const isOwn = (fact: string) => {
      const measure = this.compiled.measureByName.get(fact)?.formula
      const behind = measure !== undefined && 'names' in measure ? itemsBehind(measure, this.compiled) : [fact]
      return fact.startsWith('evidence:') || behind.some((item) => own.has(item))
    }
    return selectorFacts(this.leaf.parent, this.compiled).some(isOwn)
  }

  /** In the order in which formulas read them: of a quotient what is above comes first. */
  movable(): Movable[] {
    const { method } = this.leaf
    const inputs = this.inputs(this.still)
    const target = resolveTarget(method, inputs)
    if (target.state !== 'present') return []
    const drawn = typeof method.curve === 'function' ? method.curve(target.value) : method.curve!
    if (!('pieces' in drawn)) return []
    const inTarget = method.target?.kind === 'formula' ? itemsBehind(method.target.formula, this.compiled) : []
    return itemsInOrder(method.actual!, this.compiled).flatMap((name) => {
      const fraction = inTarget.includes(name) ? undefined : asFunctionOf(name, method.actual!, this.compiled, inputs)
      const item = this.compiled.itemByName.get(name)!
      return fraction === undefined ? [] : [{ item, fraction, curve: drawn }]
    })
  }

  /** Ascending by what the item says; each value once. */
  edgeCases({ item, fraction, curve }: Movable): BoundaryCase[] {
    const step = Exact.one.over(Exact.power10(item.type === 'date' || item.type === 'count' ? 0 : digitsOf(item)))
    const tried = edgesOf(curve).flatMap((edge) => {
      const at = solve(fraction, edge)
      return (at === undefined ? [] : aroundEdge(at, step)).flatMap((v) => {
        const x = valueAt(fraction, v)
        return x === undefined || !isAllowed(item, v) ? [] : [{ v, x, edge, side: sideOf(x, edge) }]
      })
    })
    const sorted = tried.sort((a, b) => a.v.compare(b.v) || Number(b.side === 'on') - Number(a.side === 'on'))
    const once = sorted.filter((each, index) => index === 0 || !sorted[index - 1]!.v.equals(each.v))
    return once.map(({ v, x, edge, side }) => {
      const shownEdge = this.shown(edge, [])
      const name = this.edgeName(item, v, x, edge, side)
      const submitted = { ...this.still, [item.id]: textOf(item, v) }
      const score = roundBy(scoreAt(curve, x).clamp(Exact.zero, this.leaf.points), this.leaf.rounding)
      return { kind: side, edge: shownEdge, case: this.caseOf(name, { items: submitted }, score) }
    })
  }

  /** The item is missing; then it, or the leaf, does not apply, which leaves it without a score of its own. */
  absentCases(item: Item): BoundaryCase[] {
    const { [item.id]: _, ...others } = this.still
    const words = WORDS[this.language]
    const label = `${this.leaf.node.name}${words.of}${item.label ?? item.id}`
    const missing = this.caseOf(`${label}${words.missing}`, { items: others }, this.missingScore(others))
    const { node } = this.leaf
    const layers = [{ layer: 'reported' as const, state: 'not-applicable' as const, why: words.why }]
    const allowed = node.notApplicable ?? this.compiled.scheme.notApplicable
    const entry: Pick<Submission, 'items' | 'judgements'> | undefined =
      item.mayBeNotApplicable === true
        ? { items: { ...others, [item.id]: { layers } } }
        : allowed === undefined
          ? undefined
          : { items: this.still, judgements: { [node.id]: { layers: [{ ...layers[0]!, layer: 'judged' }] } } }
    return [
      { kind: 'missing', case: missing },
      ...(entry === undefined || !this.doesNotApply(entry)
        ? []
        : [
            {
              kind: 'not-applicable' as const,
              case: this.caseOf(`${label}${words.notApplicable}`, entry, null),
            },
          ]),
    ]
  }

  /** Some functions look past what is missing, so the value is asked. */
  private missingScore(items: Submission['items']): Exact | null {
    const inputs = this.inputs(items)
    const x = actualValue(this.leaf.method, inputs)
    if (x.state === 'present') return this.scoreOf(x.value, inputs)
    const policy = this.leaf.node.missing ?? this.compiled.scheme.missing ?? 'block'
    return x.state === 'missing' && policy === 'zero' ? roundBy(Exact.zero, this.leaf.rounding) : null
  }

  private scoreOf(x: Exact, inputs: Inputs): Exact | null {
    const { method, points, rounding } = this.leaf
    const target = resolveTarget(method, inputs)
    if (target.state !== 'present') return null
    const drawn = typeof method.curve === 'function' ? method.curve(target.value) : method.curve!
    return 'pieces' in drawn ? roundBy(scoreAt(drawn, x).clamp(Exact.zero, points), rounding) : null
  }

  /** Lists skip what does not apply; only where the value itself does not is there a case to make. */
  private doesNotApply({ items, judgements }: Pick<Submission, 'items' | 'judgements'>): boolean {
    return judgements !== undefined || actualValue(this.leaf.method, this.inputs(items)).state === 'not-applicable'
  }

  private caseOf(name: string, entries: Pick<Submission, 'items' | 'judgements'>, score: Exact | null): SchemeCase {
    const words = WORDS[this.language]
    // A score that no decimal writes is printed as the total is.
    const isDecimal = score?.decimalDigits !== undefined
    const printed = score === null || isDecimal ? score : roundBy(score, this.compiled.rounding.total)
    const period = String(this.compiled.scheme.year ?? words.period)
    return {
      name,
      submission: { subject: { department: words.department }, period, ...entries },
      expected: { scores: { [this.leaf.node.id]: printed?.toText() ?? null } },
    }
  }

  private edgeName(item: Item, v: Exact, x: Exact, edge: Exact, side: Side): string {
    const words = WORDS[this.language]
    const shown = `${this.leaf.node.name}${words.is}${this.shown(x, [edge])}${words.side[side]}${this.shown(edge, [])}`
    const isItem = this.leaf.method.actual?.root.kind === 'name' && this.leaf.method.actual.root.name === item.id
    return isItem ? shown : `${shown}${words.open}${item.id} ${textOf(item, v)}${words.close}`
  }

  private shown(value: Exact, edges: readonly Exact[]): string {
    return showValue(value, this.leaf.method.shown, this.language, edges)
  }

  private inputs(items: Submission['items']): Inputs {
    return new Inputs(this.compiled, { items })
  }
}

/** What the selectors above a node read. */
function selectorFacts(node: CompiledNode | null, compiled: CompiledScheme): string[] {
  if (node === null) return []
  const above = selectorFacts(node.parent, compiled)
  if (node.type === 'leaf' || typeof node.node.combine !== 'object') return above
  const { alternatives } = node.node.combine
  if ('item' in alternatives) return [alternatives.item, ...above]
  const conditions = [...node.selectorKeys.values()].map((key) => compiled.conditions.items?.conditions.get(key))
  return [...conditions.flatMap((each) => (each === undefined ? [] : factsIn(each))), ...above]
}

/** The items a formula comes down to, in the order of its text. */
export function itemsInOrder(formula: Formula, compiled: CompiledScheme): string[] {
  const behind = itemsBehind(formula, compiled)
  const found = new Set<string>()
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      const measure = compiled.measureByName.get(name)
      if (behind.includes(name)) found.add(name)
      else if (measure !== undefined && 'names' in measure.formula) visit(measure.formula.names)
    }
  }
  visit(formula.names)
  return [...found]
}

/** The v at which the function takes the value x. */
export function solve({ a, b, c, d }: LinearFractional, x: Exact): Exact | undefined {
  const slope = a.minus(c.times(x))
  return slope.sign === 0 || a.times(d).equals(b.times(c)) ? undefined : d.times(x).minus(b).over(slope)
}

export function isAllowed(item: Item, v: Exact): boolean {
  if (item.type === 'date') return dateOfDayNumber(v) !== undefined
  const { min, max } = itemRange(item)
  return (
    (min === undefined || min.atMost(v)) && (max === undefined || v.atMost(max)) && (item.type !== 'count' || v.isWhole)
  )
}

/** As it is submitted: a rate as a percentage, a day as a date. */
export function textOf(item: Item, v: Exact): string {
  if (item.type === 'date') return dateOfDayNumber(v)?.text ?? ''
  return item.type === 'rate' ? `${v.times(Exact.integer(100)).toText()}%` : v.toText()
}

/** Large and round, so that quotients hit their edges; within what the item lets in. */
export function plainValue(item: Item): Entry | undefined {
  switch (item.type) {
    case 'number':
    case 'money':
    case 'count':
    case 'rate': {
      const { min, max } = itemRange(item)
      const plain = item.type === 'rate' ? Exact.one : Exact.integer(10_000)
      const low = min === undefined ? plain : plain.max(min)
      return textOf(item, max === undefined ? low : low.min(max))
    }
    case 'boolean':
      return true
    case 'choice':
      return item.choices?.[0]
    case 'date':
      return '2024-06-30'
    default:
      return undefined
  }
}

const WORDS = {
  zh: {
    is: ' ',
    of: '：',
    side: { below: '，略低于 ', on: '，恰为 ', above: '，略高于 ' },
    missing: '空缺',
    notApplicable: '不适用',
    why: '边界用例',
    department: '边界用例',
    period: '边界用例',
    open: '（',
    close: '）',
  },
  en: {
    is: ' ',
    of: ': ',
    side: { below: ', just below ', on: ', just ', above: ', just above ' },
    missing: ' missing',
    notApplicable: ' not applicable',
    why: 'boundary case',
    department: 'boundary case',
    period: 'boundary case',
    open: ' (',
    close: ')',
  },
} as const

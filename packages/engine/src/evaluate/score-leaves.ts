import {
  Exact,
  entryOf,
  type GroupFacts,
  type Judgement,
  type Reading,
  RecordList,
  readJudgement,
  roundBy,
  type ShareMetScoring,
  type Submission,
} from '@yardstick/model'
import { policyOf } from '../compile/compile.ts'
import type { CompiledLeaf, CompiledNode, CompiledRule, CompiledScheme } from '../compile/compiled.ts'
import { factsIn } from '../compile/typed-condition.ts'
import { Inputs, weightedMean } from './inputs.ts'
import { type LeafRun, type SiblingResult, unknownFacts } from './leaf-run.ts'
import { actualValue, resolveTarget } from './methods/by-curve.ts'
import { evaluateMethod } from './methods/by-method.ts'
import { failed, type Outcome, scored, type Unscored, unscored } from './outcome.ts'
import type { AppliedEvent, LeafResult } from './result.ts'
import type { Truth } from './rules.ts'

/** What the phases share while one submission is evaluated. */
export interface Run {
  readonly compiled: CompiledScheme
  readonly submission: Submission
  readonly inputs: Inputs
  readonly group: GroupFacts | undefined
}

/** Phases 1 to 3 of `design.md` 7: what does not apply, the methods, then what rules do to single leaves. */
export async function scoreLeaves(
  run: Run,
): Promise<{ results: Map<string, LeafResult>; truths: ReadonlyMap<string, Truth> }> {
  const { compiled, inputs } = run
  const truths = (await compiled.conditions.items?.ask(inputs.read)) ?? new Map<string, Truth>()
  const leaves = compiled.nodes.filter((node) => node.type === 'leaf')
  const outcomes = new Map<string, Outcome>()
  // A share of siblings is taken once they are scored.
  const inOrder = [...leaves.filter((leaf) => !countsSiblings(leaf)), ...leaves.filter(countsSiblings)]
  for (const leaf of inOrder) {
    outcomes.set(leaf.node.id, notApplicable(leaf, run, truths) ?? (await scoreMethod(leaf, run, truths, outcomes)))
  }
  const bases = new Map(leaves.map((leaf) => [leaf.node.id, baseOf(leaf, outcomes.get(leaf.node.id)!, run)]))
  const readBase = (fact: string): Reading => baseFact(fact, bases, outcomes, compiled) ?? inputs.read(fact)
  const ruleTruths = (await compiled.conditions.leaves?.ask(readBase)) ?? new Map<string, Truth>()
  const results = new Map<string, LeafResult>()
  for (const leaf of leaves) {
    const outcome = outcomes.get(leaf.node.id)!
    results.set(leaf.node.id, finishLeaf(leaf, outcome, bases.get(leaf.node.id)!, run, ruleTruths, readBase))
  }
  return { results, truths }
}

/** A leaf does not apply because a rule says so or because that was entered for it, with a reason, and is permitted. */
function notApplicable(
  leaf: CompiledLeaf,
  { compiled, inputs, submission }: Run,
  truths: ReadonlyMap<string, Truth>,
): Unscored | undefined {
  for (const each of compiled.rules) {
    if (each.effect !== 'not-applicable' || targetOf(each) !== leaf.node.id) continue
    const truth = truths.get(each.key)
    if (truth === 'true')
      return { state: 'not-applicable', names: [leaf.node.name], reason: each.rule.event.params.reason }
    if (truth === 'unknown') return unknownRule(each, compiled, inputs.read)
  }
  const judgement = judgementOf(leaf, compiled, submission)
  if (judgement.state === 'not-applicable')
    return { state: 'not-applicable', names: [leaf.node.name], reason: judgement.reason }
  return undefined
}

async function scoreMethod(
  leaf: CompiledLeaf,
  run: Run,
  truths: ReadonlyMap<string, Truth>,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<Outcome> {
  const { compiled, submission, inputs, group } = run
  const { broken, isUndeclared } = leaf.method
  if (broken !== undefined) return failed(broken)
  if (isUndeclared) return { state: 'missing', names: [leaf.node.name], reason: 'undeclared' }
  const judgement = judgementOf(leaf, compiled, submission)
  const units = submission.units ?? []
  if (
    leaf.node.weighUnitsBy !== undefined &&
    judgement.state === 'missing' &&
    units.some((unit) => entryOf(unit.judgements, leaf.node.id))
  ) {
    return scoreUnits(leaf, leaf.node.weighUnitsBy, run, truths)
  }
  return evaluateMethod[leaf.method.scoring.method]({
    compiled,
    leaf,
    inputs,
    judgement,
    subject: submission.subject,
    group,
    truth: (key) => truths.get(key) ?? 'unknown',
    recordTruths: await askRecords(leaf, inputs),
    siblings: countsSiblings(leaf) ? siblingsOf(leaf, compiled, inputs, outcomes) : [],
  })
}

/** Judged results of subordinate units: each scored by itself, then weighed by the declared item (domain.md 1.4 T14). */
function scoreUnits(
  leaf: CompiledLeaf,
  weightName: string,
  { compiled, submission, group }: Run,
  truths: ReadonlyMap<string, Truth>,
): Outcome {
  const parts: { unit: string; score: Exact; weight: Exact; value: Exact }[] = []
  for (const unit of submission.units ?? []) {
    const inputs = new Inputs(compiled, unit)
    const judgement = readJudgement(leaf.node, entryOf(unit.judgements, leaf.node.id), { scheme: compiled.scheme })
    if (judgement.state === 'not-applicable') continue
    const run: LeafRun = {
      compiled,
      leaf,
      inputs,
      judgement,
      subject: submission.subject,
      group,
      truth: (key) => truths.get(key) ?? 'unknown',
      recordTruths: [],
      siblings: [],
    }
    const outcome = evaluateMethod[leaf.method.scoring.method](run)
    if (outcome.state !== 'present') return { ...outcome, names: outcome.names.map((name) => `${unit.name} ${name}`) }
    const weight = inputs.read(weightName)
    if (weight.state !== 'present') return unscored(weight)
    if (!(weight.value instanceof Exact)) throw new Error('scoreUnits: the weight is not a number')
    parts.push({ unit: unit.name, score: outcome.score, value: outcome.score, weight: weight.value })
  }
  const score = weightedMean(parts)
  if (score === undefined) return { state: 'missing', names: [weightName] }
  return scored(score, { kind: 'units', units: parts, by: weightName })
}

async function askRecords(leaf: CompiledLeaf, inputs: Inputs): Promise<readonly Truth[]> {
  const { records, scoring } = leaf.method
  if (records === undefined || scoring.method !== 'share-met' || !('list' in scoring.of)) return []
  const reading = inputs.read(scoring.of.list)
  if (reading.state !== 'present' || !(reading.value instanceof RecordList)) return []
  const answers: Truth[] = []
  for (const row of reading.value.rows) {
    const answer = await records.ask((field) => row.get(field) ?? { state: 'missing', names: [field] })
    answers.push(answer.get('met') ?? 'unknown')
  }
  return answers
}

function countsSiblings(leaf: CompiledNode): boolean {
  if (leaf.type !== 'leaf' || leaf.method.scoring.method !== 'share-met') return false
  return 'siblings' in (leaf.method.scoring as ShareMetScoring).of
}

/** Sibling leaves; one that itself counts siblings is left out, since each would wait for the other. */
function siblingsOf(
  leaf: CompiledLeaf,
  compiled: CompiledScheme,
  inputs: Inputs,
  outcomes: ReadonlyMap<string, Outcome>,
): SiblingResult[] {
  const all = leaf.parent === null ? compiled.roots : leaf.parent.children
  return all
    .filter(
      (node): node is CompiledLeaf => node.type === 'leaf' && node !== leaf && !node.isBonus && !countsSiblings(node),
    )
    .map((node) => {
      const outcome = outcomes.get(node.node.id)!
      if (outcome.state !== 'present')
        return { name: node.node.name, state: outcome.state, isMet: false, issue: outcome.issue }
      return { name: node.node.name, state: 'present', isMet: isTargetMet(node, outcome, inputs) }
    })
}

/** By the comparator on the value; without one, by full points. */
function isTargetMet(leaf: CompiledLeaf, outcome: Outcome & { state: 'present' }, inputs: Inputs): boolean {
  const { method } = leaf
  const x = method.actual === undefined ? undefined : actualValue(method, inputs)
  const target = resolveTarget(method, inputs)
  if (x?.state !== 'present' || target.state !== 'present' || target.value === undefined) {
    return leaf.points.atMost(outcome.score)
  }
  if ('low' in target.value) return target.value.low.atMost(x.value) && x.value.atMost(target.value.high)
  const order = x.value.compare(target.value.value)
  switch (target.value.comparator) {
    case '>=':
      return order >= 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '<':
      return order < 0
    case '=':
      return order === 0
  }
}

/** A leaf's points after its method: clamped; 0 for a missing leaf that counts as zero; null where there are none. */
function baseOf(leaf: CompiledLeaf, outcome: Outcome, { compiled }: Run): Exact | null {
  if (outcome.state === 'present') return outcome.score.clamp(Exact.zero, leaf.points)
  return outcome.state === 'missing' && isZeroWhenMissing(leaf, compiled) ? Exact.zero : null
}

function baseFact(
  fact: string,
  bases: ReadonlyMap<string, Exact | null>,
  outcomes: ReadonlyMap<string, Outcome>,
  compiled: CompiledScheme,
): Reading | undefined {
  const [, kind, id = ''] = /^(score|rate):(.+)$/u.exec(fact) ?? []
  if (kind === undefined) return undefined
  const base = bases.get(id)
  const points = compiled.nodeById.get(id)?.points
  const outcome = outcomes.get(id)
  if (base === undefined || outcome === undefined) return undefined
  if (base === null) {
    if (outcome.state === 'error') return { state: 'error', issue: outcome.issue! }
    return { state: 'missing', names: outcome.state === 'missing' ? outcome.names : [fact] }
  }
  return {
    state: 'present',
    value: kind === 'score' || points === undefined || points.sign === 0 ? base : base.over(points),
  }
}

/** Phase 3: zero wins; else minus all deductions plus all bonuses; clamp; round. */
function finishLeaf(
  leaf: CompiledLeaf,
  outcome: Outcome,
  base: Exact | null,
  run: Run,
  truths: ReadonlyMap<string, Truth>,
  read: (fact: string) => Reading,
): LeafResult {
  const common = {
    type: 'leaf',
    node: leaf,
    outcome,
    method: base,
    provisional: outcome.state === 'present' && outcome.provisional,
  } as const
  if (outcome.state === 'not-applicable') return notApplicableLeaf(leaf, outcome, run)
  if (base === null) return { ...common, ...noScore(leaf, outcome as Unscored), events: [] }
  // What is missing and counts as zero is zero: no rule adds to it or takes from it.
  const adjusted = outcome.state === 'missing' ? outcome : adjust(leaf, base, run, truths, read)
  if ('state' in adjusted) {
    const counts = adjusted.state === 'missing' && isZeroWhenMissing(leaf, run.compiled)
    return {
      ...common,
      ...noScore(leaf, adjusted),
      ...(counts ? { score: Exact.zero, exact: Exact.zero } : {}),
      events: [],
    }
  }
  const exact = adjusted.score.clamp(Exact.zero, leaf.points)
  return {
    ...common,
    state: outcome.state,
    score: roundBy(exact, leaf.rounding),
    exact,
    applicable: leaf.points,
    toSiblings: Exact.zero,
    names: [],
    events: adjusted.events,
  }
}

function isZeroWhenMissing(leaf: CompiledLeaf, { scheme }: CompiledScheme): boolean {
  return (leaf.node.missing ?? scheme.missing ?? 'block') === 'zero'
}

function noScore(leaf: CompiledLeaf, why: Unscored) {
  return {
    state: why.state,
    score: null,
    exact: null,
    applicable: leaf.points,
    toSiblings: Exact.zero,
    names: why.names,
    reason: why.reason,
    issue: why.issue,
  } as const
}

function adjust(
  leaf: CompiledLeaf,
  base: Exact,
  run: Run,
  truths: ReadonlyMap<string, Truth>,
  read: (fact: string) => Reading,
): { score: Exact; events: AppliedEvent[] } | Unscored {
  const events: AppliedEvent[] = []
  for (const each of run.compiled.rules) {
    if (each.stage !== 'leaves' || targetOf(each) !== leaf.node.id) continue
    const truth = truths.get(each.key)
    if (truth === 'unknown') return unknownRule(each, run.compiled, read)
    if (truth !== 'true') continue
    const points = eventPoints(each, run.inputs)
    if (points !== undefined && 'state' in points) return points
    events.push({ rule: each, effect: each.effect, points })
  }
  if (events.some((event) => event.effect === 'zero')) return { score: Exact.zero, events }
  const score = events.reduce(
    (total, { effect, points }) =>
      points === undefined ? total : effect === 'deduct' ? total.minus(points) : total.plus(points),
    base,
  )
  return { score, events }
}

/** Points of one event, after its own limit; a negative amount is none. */
export function eventPoints({ amount, limit }: CompiledRule, inputs: Inputs): Exact | Unscored | undefined {
  if (amount === undefined) return undefined
  let points: Exact
  if ('fixed' in amount) points = amount.fixed
  else {
    const reading = inputs.evaluate(amount.formula)
    if (reading.state !== 'present')
      return reading.state === 'not-applicable' ? { state: 'missing', names: reading.names } : unscored(reading)
    if (!(reading.value instanceof Exact)) throw new Error('eventPoints: not a number')
    points = reading.value.max(Exact.zero)
  }
  return limit === undefined ? points : points.min(limit)
}

/** Which facts left a rule undecided; the leaf or the total waits for them. */
export function unknownRule(rule: CompiledRule, compiled: CompiledScheme, read: (fact: string) => Reading): Unscored {
  const condition = compiled.conditions[rule.stage]?.conditions.get(rule.key)
  return unknownFacts(condition === undefined ? [] : factsIn(condition), read)
}

function targetOf({ rule }: CompiledRule): string | undefined {
  return 'indicator' in rule.event.params ? rule.event.params.indicator : undefined
}

/** What becomes of the points of a leaf that does not apply. */
function notApplicableLeaf(leaf: CompiledLeaf, outcome: Unscored, run: Run): LeafResult {
  const common = {
    type: 'leaf',
    node: leaf,
    outcome,
    method: null,
    events: [],
    provisional: false,
    names: outcome.names,
    reason: outcome.reason,
    state: 'not-applicable',
  } as const
  const policy = policyOf(run.compiled.scheme, leaf.node)
  if (policy === 'full' || policy === 'group-mean') {
    const exact = policy === 'full' ? leaf.points : groupMean(leaf, run)
    if (exact === undefined) {
      return { ...common, ...noScore(leaf, { state: 'missing', names: [leaf.node.name], reason: 'no-group' }) }
    }
    return { ...common, score: roundBy(exact, leaf.rounding), exact, applicable: leaf.points, toSiblings: Exact.zero }
  }
  return {
    ...common,
    score: null,
    exact: null,
    applicable: Exact.zero,
    toSiblings: policy === 'siblings' ? leaf.points : Exact.zero,
  }
}

/** Mean score rate of the members of the group that have one. */
function groupMean(leaf: CompiledLeaf, { group }: Run): Exact | undefined {
  const rates = (group?.members ?? []).flatMap((member) => Exact.fromText(member.rates[leaf.node.id] ?? '') ?? [])
  if (rates.length === 0) return undefined
  return leaf.points
    .times(rates.reduce((total, rate) => total.plus(rate), Exact.zero))
    .over(Exact.integer(rates.length))
}

function judgementOf(leaf: CompiledLeaf, compiled: CompiledScheme, submission: Submission): Judgement {
  return readJudgement(leaf.node, entryOf(submission.judgements, leaf.node.id), { scheme: compiled.scheme })
}

import { Exact, type Reading, roundBy, sum, type TotalLine } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { type Asking, answered } from './asking.ts'
import { amountsUnverified, eventPoints, readUnverified, unknownRule } from './events.ts'
import type { Unscored } from './outcome.ts'
import type { AppliedEvent, NodeResult } from './result.ts'
import type { Run } from './run.ts'
import { redistribute } from './score-tree.ts'

/** The total with the lines that make it up, its grade, and what the rules of phases 5 to 7 did. */
export interface Total {
  readonly state: 'present' | 'blocked'
  readonly total: Exact | null
  /** Before the last rounding. */
  readonly exact: Exact | null
  readonly grade: string | null
  readonly lines: readonly { readonly line: TotalLine['line']; readonly id?: string; readonly amount: Exact }[]
  readonly events: readonly AppliedEvent[]
  /** What keeps the total from being known, besides missing indicators. */
  readonly waiting: readonly Unscored[]
  /** Of the grade before caps and vetoes. */
  readonly plainGrade: string | null
  /** Whether a value still to be verified (待核) takes part, in an indicator or in a rule on the total or the grade. */
  readonly provisional: boolean
}

/** Why there is no total where every indicator is 不适用. */
const NOTHING_APPLIES = 'nothing-applicable'

/** No total, and what it waits for. */
const blocked = (waiting: readonly Unscored[], events: readonly AppliedEvent[] = []): Total => ({
  state: 'blocked',
  total: null,
  exact: null,
  grade: null,
  lines: [],
  events,
  waiting,
  plainGrade: null,
  provisional: false,
})

/** Phases 5 to 7 of `design.md` 7: total, grade, flags. */
export function* scoreTotal(run: Run, results: ReadonlyMap<string, NodeResult>): Asking<Total> {
  const { compiled } = run
  const roots = compiled.roots.map((node) => results.get(node.node.id)!)
  const counted = roots.filter((root) => !root.node.isBonus)
  const bonuses = bonusNodes(compiled, results)
  const waits = (result: NodeResult) => result.score === null && result.state !== 'not-applicable'
  const readTotal = totalFacts(run, results)
  const deductions = yield* applied(run, 'total', readTotal)
  const waiting = [...deductions.waiting]
  if (counted.every((root) => root.score === null && root.state === 'not-applicable')) {
    waiting.push({ state: 'missing', names: [], reason: NOTHING_APPLIES })
  }
  if (counted.some(waits) || bonuses.some(waits) || waiting.length > 0) return blocked(waiting, deductions.events)

  const lines: { line: TotalLine['line']; id?: string; amount: Exact }[] = []
  const add = (line: TotalLine['line'], amount: Exact, id?: string) => {
    if (line === 'indicators' || amount.sign !== 0) lines.push({ line, amount, ...(id === undefined ? {} : { id }) })
  }
  const points = sum(counted.flatMap((root) => root.score ?? []))
  add('indicators', points)
  add('rescale', rescaled(compiled, counted, points).minus(points))
  for (const { state, score, node } of bonuses) {
    // A bonus that does not apply brings nothing: no points of the whole are lost with it.
    if (score !== null && state !== 'not-applicable') add('bonus', score, node.node.id)
  }
  for (const { rule, points: taken } of deductions.events)
    add('deduction', (taken ?? Exact.zero).negated(), rule.rule.id)
  const before = sum(lines.map((each) => each.amount))
  const exact = before.clamp(Exact.zero, compiled.ceiling)
  add('limit', exact.minus(before))
  const printed = roundBy(exact, compiled.rounding.total)
  add('rounding', printed.minus(exact))

  const graded = yield* applied(run, 'grade', (fact) =>
    fact === 'total' ? { state: 'present', value: printed } : readTotal(fact),
  )
  if (graded.waiting.length > 0) return blocked(graded.waiting, [...deductions.events, ...graded.events])
  const vetoes = graded.events.filter((event) => event.effect === 'veto')
  const isZeroed = vetoes.some(({ rule: { rule } }) => rule.event.type === 'veto' && rule.event.params.total === 'zero')
  const total = isZeroed ? Exact.zero : printed
  add('veto', total.minus(printed))
  const plainGrade = gradeOf(compiled, printed)
  const grade = vetoes.length > 0 ? (compiled.grades.at(-1)?.name ?? null) : capped(compiled, plainGrade, graded.events)

  const flags = yield* applied(run, 'flag', (fact) =>
    fact === 'total' ? { state: 'present', value: total } : fact === 'grade' ? gradeFact(grade) : readTotal(fact),
  )
  // A flag that cannot be decided says nothing; it never keeps a score back.
  const events = [...deductions.events, ...graded.events, ...flags.events]
  const provisional = isProvisional(run, results, readTotal) || amountsUnverified(deductions.events, run.inputs)
  return {
    state: 'present',
    total,
    exact: isZeroed ? total : exact,
    grade,
    lines,
    events,
    waiting: [],
    plainGrade,
    provisional,
  }
}

function isProvisional(run: Run, results: ReadonlyMap<string, NodeResult>, read: (fact: string) => Reading): boolean {
  if ([...results.values()].some((each) => each.provisional && each.isIdle !== true)) return true
  const deciding = run.compiled.rules.filter(({ stage }) => stage === 'total' || stage === 'grade')
  return readUnverified(deciding, run, (fact) => (fact === 'total' ? NOT_ASKED : read(fact)))
}

/** The total itself is unverified only where something below it is. */
const NOT_ASKED: Reading = { state: 'missing', names: ['total'] }

/** Grade bands are lower bounds on the printed total; the lowest has none. */
function gradeOf(compiled: CompiledScheme, total: Exact): string | null {
  return compiled.grades.find(({ from }) => from === undefined || from.atMost(total))?.name ?? null
}

function capped(compiled: CompiledScheme, grade: string | null, events: readonly AppliedEvent[]): string | null {
  // Below every band there is no grade, and nothing to cap.
  if (grade === null) return null
  const rankOf = (name: string | null) => compiled.grades.findIndex((each) => each.name === name)
  let lowest = rankOf(grade)
  for (const {
    rule: { rule },
  } of events) {
    if (rule.event.type === 'cap-grade') lowest = Math.max(lowest, rankOf(rule.event.params.grade))
  }
  return compiled.grades[lowest]?.name ?? grade
}

/** Once, at the root: score ÷ applicable points × full. Top-level siblings share out their points before. */
function rescaled(compiled: CompiledScheme, counted: readonly NodeResult[], points: Exact): Exact {
  const { factor, outside } = redistribute(counted)
  const left = counted.some((root) => !isWhole(root))
  if (!left) return points
  const shared = points.times(factor)
  const applicable = compiled.fullScore.minus(outside)
  const whole = outside.sign === 0 || applicable.sign <= 0 ? shared : shared.times(compiled.fullScore).over(applicable)
  return roundBy(whole, compiled.rounding.total)
}

const isWhole = (root: NodeResult) => root.score !== null && root.applicable.equals(root.node.points)

/** The bonus nodes that stand outside the full score, wherever they hang; one inside another belongs to that one. */
function bonusNodes(compiled: CompiledScheme, results: ReadonlyMap<string, NodeResult>): NodeResult[] {
  return compiled.nodes
    .filter((node) => node.isBonus && !isInsideBonus(node.parent))
    .map((node) => results.get(node.node.id)!)
    .filter((result) => result.isIdle !== true)
}

function isInsideBonus(parent: NodeResult['node'] | null): boolean {
  return parent !== null && (parent.isBonus || isInsideBonus(parent.parent))
}

interface Applied {
  readonly events: AppliedEvent[]
  readonly waiting: Unscored[]
}

/** The rules of one stage whose conditions hold, and those that cannot be decided yet. */
function* applied(run: Run, stage: 'total' | 'grade' | 'flag', read: (fact: string) => Reading): Asking<Applied> {
  const { compiled } = run
  const truths = yield* answered(compiled.conditions[stage], read)
  const events: AppliedEvent[] = []
  const waiting: Unscored[] = []
  for (const rule of byPriority(compiled).filter((each) => each.stage === stage)) {
    const truth = truths.get(rule.key)
    if (truth === 'unknown') waiting.push(unknownRule(rule, compiled, read))
    if (truth !== 'true') continue
    const points = eventPoints(rule, run.inputs)
    if (points !== undefined && 'state' in points) waiting.push(points)
    else
      events.push({
        rule,
        effect: rule.effect,
        points: points === undefined ? undefined : roundBy(points, compiled.rounding.total),
      })
  }
  return { events, waiting }
}

/** Priority orders the listing only. */
function byPriority(compiled: CompiledScheme): readonly CompiledScheme['rules'][number][] {
  return [...compiled.rules].sort((a, b) => (b.rule.priority ?? 1) - (a.rule.priority ?? 1))
}

/** What rules on the total may read: items, measures, and the printed scores and rates of every indicator. */
export function totalFacts({ inputs }: Run, results: ReadonlyMap<string, NodeResult>) {
  return (fact: string): Reading => {
    const [, kind, id = ''] = /^(score|rate):(.+)$/u.exec(fact) ?? []
    const result = kind === undefined ? undefined : results.get(id)
    if (result === undefined) return inputs.read(fact)
    // What does not apply prints no score, also where points count for it, and is unknown to every phase alike.
    if (result.score === null || result.state === 'not-applicable') {
      if (result.state === 'error' && result.issue !== undefined) return { state: 'error', issue: result.issue }
      return { state: 'missing', names: result.names.length > 0 ? result.names : [fact] }
    }
    const { points } = result.node
    return { state: 'present', value: kind === 'score' || points.sign === 0 ? result.score : result.score.over(points) }
  }
}

export function gradeFact(grade: string | null): Reading {
  return grade === null ? { state: 'missing', names: ['grade'] } : { state: 'present', value: grade }
}

import { Exact, issue, type Reading, roundBy, sum } from '@yardstick/model'
import type { CompiledBranch, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import type { Inputs } from './inputs.ts'
import { unknownBecause } from './leaf-run.ts'
import { readsProvisional } from './methods/pass.ts'
import { failed, type Unscored, unscored } from './outcome.ts'
import type { BranchResult, LeafResult, NodeResult } from './result.ts'
import type { Truths } from './rules.ts'

/**
 * Phase 4: branches, from the leaves up. A parent is computed from its children's printed numbers, so that a reader with
 * a calculator gets it too. Points of children that do not apply go to their siblings by multiplying score rates, or are
 * left for the root to rescale (`design.md` 4).
 */
export function scoreTree(
  compiled: CompiledScheme,
  inputs: Inputs,
  leaves: ReadonlyMap<string, LeafResult>,
  truths: Truths,
): Map<string, NodeResult> {
  const results = new Map<string, NodeResult>()
  const visit = (node: CompiledNode): NodeResult => {
    const result =
      node.type === 'leaf'
        ? leaves.get(node.node.id)!
        : scoreBranch(node, node.children.map(visit), compiled, inputs, truths)
    results.set(node.node.id, result)
    return result
  }
  for (const root of compiled.roots) visit(root)
  for (const result of [...results.values()]) {
    if (result.type === 'branch' && typeof result.node.node.combine === 'object') leaveOutIdle(result, results)
  }
  return results
}

function scoreBranch(
  branch: CompiledBranch,
  children: readonly NodeResult[],
  compiled: CompiledScheme,
  inputs: Inputs,
  truths: Truths,
): BranchResult {
  const counted = children.filter((child) => !child.node.isBonus || branch.isBonus)
  const combine = branch.node.combine ?? 'sum'
  if (typeof combine === 'object') {
    const chosen = choose(branch, compiled, inputs, truths)
    if ('state' in chosen) return withoutScore(branch, chosen)
    const child = counted.find((each) => each.node === chosen)!
    const result =
      child.score === null ? { ...passOn(branch, [child]), chosen } : finish(branch, child.score, [child], { chosen })
    return { ...result, provisional: result.provisional || isSelectorUnverified(branch, compiled, inputs) }
  }
  const present = counted.filter((child) => child.score !== null)
  if (combine === 'best-of' && !counted.some((child) => child.state === 'error')) {
    const best = present.find((child) => branch.points.atMost(child.score!))
    if (best !== undefined) return finish(branch, best.score!, present, { chosen: best.node })
  }
  const blocking = counted.filter((child) => child.score === null && child.state !== 'not-applicable')
  if (blocking.length > 0) return passOn(branch, blocking)
  if (present.length === 0) {
    if (counted.length > 0) return notApplicable(branch, counted, combine === 'sum')
    // Where a unit was to put indicators of its own and has not, nothing is known yet.
    return branch.node.individual === true
      ? withoutScore(branch, { state: 'missing', names: [branch.node.name] })
      : finish(branch, Exact.zero, [], {})
  }
  switch (combine) {
    case 'sum': {
      const total = sum(present.map((child) => child.score!))
      const { factor, outside } = redistribute(counted)
      return finish(branch, total.times(factor), present, {
        outside,
        redistributed: total.times(factor).minus(total),
      })
    }
    case 'best-of':
    case 'minimum': {
      const isBetter = (a: NodeResult, b: NodeResult) =>
        combine === 'minimum' ? a.score!.lessThan(b.score!) : b.score!.lessThan(a.score!)
      const chosen = present.reduce((best, child) => (isBetter(child, best) ? child : best))
      return finish(branch, chosen.score!, present, { chosen: chosen.node })
    }
    case 'weighted-mean': {
      const weights = present.map((child) => Exact.of(child.node.node.weight ?? '0'))
      const rates = present.map((child) =>
        child.node.points.sign === 0 ? Exact.zero : child.score!.over(child.node.points),
      )
      const whole = sum(weights)
      const mean =
        whole.sign === 0 ? Exact.zero : sum(rates.map((rate, index) => rate.times(weights[index]!))).over(whole)
      return finish(branch, branch.points.times(mean), present, {})
    }
  }
}

/**
 * How the points of siblings that do not apply multiply the scores of those that do, and how many points go out of the
 * whole. Counted in what does not apply and never in what should add up: points that do not are no reason to rescale.
 */
export function redistribute(children: readonly NodeResult[]): { factor: Exact; outside: Exact } {
  const own = sum(children.filter((child) => child.score !== null).map((child) => child.applicable))
  const taken = sum(children.filter((child) => child.score === null).map((child) => child.toSiblings))
  return { factor: own.sign === 0 ? Exact.one : own.plus(taken).over(own), outside: sum(children.map(outsideOf)) }
}

/** The points of a node that nobody takes over. */
function outsideOf({ node, applicable, toSiblings }: NodeResult): Exact {
  return node.points.minus(applicable).minus(toSiblings)
}

interface Finish {
  readonly outside?: Exact
  readonly redistributed?: Exact
  readonly chosen?: CompiledNode
}

function finish(
  branch: CompiledBranch,
  exact: Exact,
  present: readonly NodeResult[],
  { outside, redistributed, chosen }: Finish,
): BranchResult {
  const limitedExact = exact.clamp(Exact.zero, branch.points)
  const score = roundBy(limitedExact, branch.rounding)
  const added = present.map((child) => ({ id: child.node.node.id, score: child.score! }))
  const isSum = chosen === undefined && branch.node.combine !== 'weighted-mean'
  // The points that one chosen child takes out of the whole are out of this branch too.
  const chosenResult = present.find((child) => child.node === chosen)
  const out = outside ?? (chosenResult === undefined ? Exact.zero : outsideOf(chosenResult))
  const limited = limitedExact.minus(exact)
  // What rounding changed is shown with the redistribution it comes from, so that the addends add up to the print.
  const shared = isSum
    ? score.minus(sum(added.map((each) => each.score))).minus(limited)
    : (redistributed ?? Exact.zero)
  return {
    type: 'branch',
    node: branch,
    state: 'present',
    score,
    exact: limitedExact,
    provisional: (chosen === undefined ? present : present.filter((child) => child.node === chosen)).some(
      (child) => child.provisional,
    ),
    applicable: branch.points.minus(out),
    toSiblings: Exact.zero,
    names: [],
    addends: added,
    redistributed: shared,
    limited,
    chosen,
  }
}

const nothing = {
  score: null,
  exact: null,
  provisional: false,
  addends: [],
  redistributed: Exact.zero,
  limited: Exact.zero,
  chosen: undefined,
} as const

/** Missing or wrong children make the branch so; an error beats what is missing. */
function passOn(branch: CompiledBranch, children: readonly NodeResult[]): BranchResult {
  const worst = children.find((child) => child.state === 'error') ?? children.find((child) => child.score === null)!
  if (worst.state === 'not-applicable') return notApplicable(branch, children, false)
  return {
    ...nothing,
    type: 'branch',
    node: branch,
    state: worst.state,
    applicable: branch.points,
    toSiblings: Exact.zero,
    names: [...new Set(children.flatMap((child) => child.names))],
    issue: worst.issue,
  }
}

function withoutScore(branch: CompiledBranch, why: Unscored): BranchResult {
  return {
    ...nothing,
    type: 'branch',
    node: branch,
    state: why.state,
    applicable: branch.points,
    toSiblings: Exact.zero,
    names: why.names,
    reason: why.reason,
    issue: why.issue,
  }
}

/**
 * A branch none of whose children applies does not apply itself. Its points go the way its children's would: those for
 * siblings to the branch's siblings, the others out of the whole.
 */
function notApplicable(branch: CompiledBranch, children: readonly NodeResult[], isSum: boolean): BranchResult {
  const share = isSum
    ? sum(children.map((child) => child.toSiblings))
    : children.every((child) => child.toSiblings.sign > 0)
      ? branch.points
      : Exact.zero
  return {
    ...nothing,
    type: 'branch',
    node: branch,
    state: 'not-applicable',
    applicable: Exact.zero,
    toSiblings: share,
    names: [branch.node.name],
  }
}

/** The one child that the selector names: by a choice item, or by the one condition that holds. */
function choose(
  branch: CompiledBranch,
  compiled: CompiledScheme,
  inputs: Inputs,
  truths: Truths,
): CompiledNode | Unscored {
  const { combine } = branch.node
  if (typeof combine !== 'object') throw new Error('choose: no alternatives')
  const byId = (id: string | undefined) => branch.children.find((child) => child.node.id === id)
  if ('item' in combine.alternatives) {
    const { item, children } = combine.alternatives
    const reading: Reading = inputs.read(item)
    // A selector that does not apply chooses nothing, as a condition over it is unknown.
    if (reading.state === 'not-applicable') return { state: 'missing', names: reading.names }
    if (reading.state !== 'present') return unscored(reading)
    const key =
      typeof reading.value === 'string' && Object.hasOwn(children, reading.value) ? children[reading.value] : undefined
    return byId(key) ?? notOneChosen(branch, 0)
  }
  const keys = [...branch.selectorKeys]
  const unknown = keys.filter(([, key]) => truths.get(key) === 'unknown').map(([, key]) => key)
  if (unknown.length > 0) return unknownBecause(unknown, { compiled, inputs })
  const hits = keys.filter(([, key]) => truths.get(key) === 'true')
  const chosen = hits.length === 1 ? byId(hits[0]![0]) : undefined
  return chosen ?? notOneChosen(branch, hits.length)
}

/** Whether what chose the child is still to be verified, and might have chosen another. */
function isSelectorUnverified(
  { node, selectorKeys }: CompiledBranch,
  compiled: CompiledScheme,
  inputs: Inputs,
): boolean {
  if (typeof node.combine !== 'object') return false
  if (!('item' in node.combine.alternatives)) return readsProvisional([...selectorKeys.values()], { compiled, inputs })
  const reading = inputs.read(node.combine.alternatives.item)
  return reading.state === 'present' && reading.provisional === true
}

function notOneChosen(branch: CompiledBranch, found: number): Unscored {
  const at = { pointer: `${branch.pointer}/combine/alternatives`, where: branch.path }
  return failed(issue('SCORING_SELECTOR', { ...at, expected: 1, found }))
}

/** Alternatives that were not chosen are shown as such, and so is everything below them. */
function leaveOutIdle(branch: BranchResult, results: Map<string, NodeResult>): void {
  const { chosen } = branch
  if (chosen === undefined) return
  const unused = {
    state: 'not-applicable',
    score: null,
    exact: null,
    isIdle: true,
    names: [],
    issue: undefined,
    reason: chosen.node.name,
  } as const
  const idle = (node: CompiledNode): void => {
    const result = results.get(node.node.id)!
    results.set(node.node.id, result.type === 'leaf' ? { ...result, ...unused } : { ...result, ...unused })
    if (node.type === 'branch') node.children.forEach(idle)
  }
  for (const child of branch.node.children) if (child !== chosen && !child.isBonus) idle(child)
}

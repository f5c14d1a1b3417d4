import { Exact, type Language } from '@yardstick/model'
import type { CompiledBranch, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { words as wordsOf } from '../explain/words.ts'
import type { Side } from './side.ts'

/**
 * indicator  a leaf whose score differs, or a branch that differs by itself; a score that is not there is null, and so is
 *            that of an indicator the scheme does not have
 * line       another line of the total: rescaling, a deduction, the limit, rounding, a veto's zero
 * rule       a veto or cap on the grade that holds in one of the two, given as its effect
 */
export interface Contribution {
  readonly kind: 'indicator' | 'line' | 'rule'
  readonly id: string
  readonly name: string
  readonly path: readonly string[]
  readonly before: string | null
  readonly after: string | null
  readonly difference: string | null
}

/** What moves one submission's total or grade, the largest first. */
export function contributions(before: Side, after: Side, language: Language): Contribution[] {
  const found = [
    ...indicatorChanges(before, after),
    ...lineChanges(before, after, language),
    ...ruleChanges(before, after),
  ]
  return found.length < 2 ? found : found.sort((a, b) => weight(b).compare(weight(a)))
}

/** What comes or goes weighs as much as it is. */
function weight({ before, after, difference: by, kind }: Contribution): Exact {
  return by === null && kind === 'indicator' ? size(before ?? after) : size(by)
}

/** Leaves that differ, and branches that differ though nothing below them does. */
function indicatorChanges(before: Side, after: Side): Contribution[] {
  const nodes = nodesOfBoth(before.compiled, after.compiled)
  const differing = nodes.filter(({ node: { id } }) => before.scoreOf(id) !== after.scoreOf(id))
  if (differing.length === 0) return []
  const explained = new Set(differing.flatMap(({ parent }) => ancestors(parent)))
  return differing
    .filter(({ node }) => !explained.has(node.id))
    .map(({ node: { id, name }, path }) => ({
      kind: 'indicator',
      id,
      name,
      path,
      before: before.printedOf(id),
      after: after.printedOf(id),
      difference: difference(exactOf(before.scoreOf(id)), exactOf(after.scoreOf(id))),
    }))
}

/** The same two schemes are held against each other once for each submission. */
const known = new WeakMap<CompiledScheme, WeakMap<CompiledScheme, readonly CompiledNode[]>>()

/** Those of the scheme after, in tree order, then those that it does not have any more. */
function nodesOfBoth(before: CompiledScheme, after: CompiledScheme): readonly CompiledNode[] {
  const ofBefore = known.get(before) ?? new WeakMap<CompiledScheme, readonly CompiledNode[]>()
  known.set(before, ofBefore)
  const nodes = ofBefore.get(after) ?? [
    ...after.nodes,
    ...before.nodes.filter(({ node }) => !after.nodeById.has(node.id)),
  ]
  ofBefore.set(after, nodes)
  return nodes
}

function ancestors(node: CompiledBranch | null): string[] {
  return node === null ? [] : [node.node.id, ...ancestors(node.parent)]
}

/** The total's other lines, each by its amount; indicators and bonus nodes are told by themselves. */
function lineChanges(before: Side, after: Side, language: Language): Contribution[] {
  if (before.lines.length === 0 && after.lines.length === 0) return []
  const keyed = ({ lines }: Side) => new Map(lines.map((each) => [`${each.line} ${each.id ?? ''}`, each]))
  const [one, other] = [keyed(before), keyed(after)]
  return [...new Set([...other.keys(), ...one.keys()])].flatMap((key) => {
    const [from, to] = [one.get(key)?.amount ?? Exact.zero, other.get(key)?.amount ?? Exact.zero]
    if (from.equals(to)) return []
    const { line, id } = other.get(key) ?? one.get(key)!
    const labels: { readonly [line: string]: string } = wordsOf[language].lines
    const name = line === 'deduction' ? (reasonOf(id, after) ?? reasonOf(id, before) ?? '') : (labels[line] ?? line)
    const entry = { before: from.toText(), after: to.toText(), difference: difference(from, to) }
    return [{ kind: 'line' as const, id: id ?? line, name, path: [], ...entry }]
  })
}

function ruleChanges(before: Side, after: Side): Contribution[] {
  if (before.holding.length === 0 && after.holding.length === 0) return []
  const holding = (side: Side) => new Map(side.holding.map((each) => [each.id, each]))
  const [one, other] = [holding(before), holding(after)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((id) => {
    const [from, to] = [one.get(id), other.get(id)]
    if (from?.effect === to?.effect) return []
    const entry = { before: from?.effect ?? null, after: to?.effect ?? null, difference: null }
    return [{ kind: 'rule' as const, id, name: (to ?? from)!.name, path: [], ...entry }]
  })
}

function reasonOf(id: string | undefined, { compiled }: Side): string | undefined {
  return compiled.rules.find(({ rule }) => rule.id === id)?.rule.event.params.reason
}

/** Later less earlier; null where one of them is not there. */
export function difference(before: Exact | null, after: Exact | null): string | null {
  return before === null || after === null ? null : after.minus(before).toText()
}

/** Of an exact text, without its sign; 0 where there is none. */
export function size(text: string | null): Exact {
  return exactOf(text)?.abs() ?? Exact.zero
}

function exactOf(text: string | null): Exact | null {
  return text === null ? null : (Exact.fromText(text) ?? null)
}

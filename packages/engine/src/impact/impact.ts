import {
  Exact,
  type GroupFacts,
  type Issue,
  type Language,
  roundBy,
  type Subject,
  type Submission,
} from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { groupFacts, type ScoredBy } from '../evaluate/group.ts'
import type { NodeResult } from '../evaluate/result.ts'
import { score } from '../evaluate/score.ts'
import { blocked, type Total } from '../evaluate/total.ts'
import { words as wordsOf } from '../explain/words.ts'

/**
 * What a change of a scheme does to those it measures: the same submissions scored under the scheme before and after,
 * and who comes out differently, by how much, and through what. Nothing is published before this can be seen.
 */
export interface Impact {
  /** How many were scored. */
  readonly subjects: number
  /** How many of them change in each respect; `state` counts totals that appear or disappear. */
  readonly changed: { readonly score: number; readonly grade: number; readonly rank: number; readonly state: number }
  /** How many go from which grade to which, those that stay included, in the order they come up. */
  readonly grades: readonly { readonly before: string | null; readonly after: string | null; readonly count: number }[]
  /** Those that change: totals that appear or disappear first, then the largest difference, then as submitted. */
  readonly rows: readonly ImpactRow[]
}

export interface ImpactRow {
  /** Its place among the submissions, from 0. */
  readonly index: number
  readonly subject: Subject
  readonly period: string
  readonly before: Standing
  readonly after: Standing
  /** Total after less total before; null where one of them is not there. */
  readonly difference: string | null
  /** Largest first. */
  readonly through: readonly Contribution[]
  /** How many smaller ones are not listed, where that was asked for. */
  readonly further?: number
}

export interface Standing {
  readonly total: string | null
  readonly grade: string | null
  /** 1-1-3 by the total; null without one. */
  readonly rank: number | null
  /** Where the scheme and the submission's declaration do not go together: why nothing can be scored. */
  readonly issues?: readonly Issue[]
}

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

export interface ImpactOptions {
  readonly language?: Language
  /** The subject's attribute by which ranks are kept apart; default all together. */
  readonly within?: string
  /** Frozen facts of the groups; where a scheme reads a group and none is given, the submissions are the group. */
  readonly groups?: { readonly before?: GroupFacts; readonly after?: GroupFacts }
  /** How many contributions to each row are listed; default all. */
  readonly most?: number
  /** Where submissions have declarations of their own: what scores each of them. */
  readonly scoredBy?: { readonly before: ScoredBy; readonly after: ScoredBy }
}

/**
 * before, after  compiled schemes; indicators are the same by id
 * submissions    all of them, or what gives them from the first on each time it is called
 */
export async function impact(
  before: CompiledScheme,
  after: CompiledScheme,
  submissions: readonly Submission[] | (() => AsyncIterable<Submission>),
  options: ImpactOptions = {},
): Promise<Impact> {
  const all = typeof submissions === 'function' ? submissions : () => submissions
  const { scoredBy, groups: given = {}, language = 'zh', most = Number.POSITIVE_INFINITY } = options
  const groupOf = (compiled: CompiledScheme, by: ScoredBy | undefined) =>
    compiled.readsGroup ? groupFacts(compiled, submissions, by) : undefined
  const groups = {
    before: given.before ?? (await groupOf(before, scoredBy?.before)),
    after: given.after ?? (await groupOf(after, scoredBy?.after)),
  }
  const seen: Seen[] = []
  for await (const submission of all()) {
    const one = await sideOf(before, scoredBy?.before, submission, groups.before)
    const other = await sideOf(after, scoredBy?.after, submission, groups.after)
    // Where nothing could be scored every indicator would be a difference, and none the reason.
    const isScored = one.issues === undefined && other.issues === undefined
    const through = isScored ? contributions(one, other, language) : []
    seen.push({
      index: seen.length,
      subject: submission.subject,
      period: submission.period,
      before: outcomeOf(one),
      after: outcomeOf(other),
      through: through.slice(0, most),
      ...(through.length > most ? { further: through.length - most } : {}),
    })
  }
  const rows = rowsOf(seen, options.within)
  const changed = rows.filter(isChanged)
  return {
    subjects: rows.length,
    changed: {
      score: count(rows, (row) => row.before.total !== row.after.total),
      grade: count(rows, (row) => row.before.grade !== row.after.grade),
      rank: count(rows, (row) => row.before.rank !== row.after.rank),
      state: count(rows, (row) => (row.before.total === null) !== (row.after.total === null)),
    },
    grades: gradeMoves(rows),
    rows: changed.sort(bySize),
  }
}

interface Seen extends Pick<ImpactRow, 'index' | 'subject' | 'period' | 'through' | 'further'> {
  readonly before: Outcome
  readonly after: Outcome
}

interface Outcome extends Pick<Total, 'total' | 'grade'> {
  readonly issues: readonly Issue[] | undefined
}

interface Side {
  readonly compiled: CompiledScheme
  readonly results: ReadonlyMap<string, NodeResult>
  readonly total: Total
  readonly issues?: readonly Issue[]
}

/** All that is kept of a side: there may be thousands. */
function outcomeOf({ total: { total, grade }, issues }: Side): Outcome {
  return { total, grade, issues }
}

async function sideOf(
  compiled: CompiledScheme,
  scoredBy: ScoredBy | undefined,
  submission: Submission,
  group: GroupFacts | undefined,
): Promise<Side> {
  const own = scoredBy?.(submission)
  if (own?.ok === false) return { compiled, results: new Map(), total: blocked([]), issues: own.issues }
  const { results, total } = await score(own?.value ?? compiled, submission, group)
  return { compiled: own?.value ?? compiled, results, total }
}

function rowsOf(seen: readonly Seen[], within: string | undefined): ImpactRow[] {
  const ranks = { before: ranksOf(seen, 'before', within), after: ranksOf(seen, 'after', within) }
  const standing = ({ total, grade, issues }: Outcome, rank: number | null): Standing => ({
    total: total?.toText() ?? null,
    grade,
    rank,
    ...(issues === undefined ? {} : { issues }),
  })
  return seen.map(({ before, after, ...rest }, at) => ({
    ...rest,
    before: standing(before, ranks.before[at]!),
    after: standing(after, ranks.after[at]!),
    difference: difference(before.total, after.total),
  }))
}

/** Places by total, best first; equal totals share the better place. */
function ranksOf(seen: readonly Seen[], when: 'before' | 'after', within: string | undefined): (number | null)[] {
  const ranks: (number | null)[] = seen.map(() => null)
  const groups = new Map<string, { at: number; total: Exact }[]>()
  for (const [at, each] of seen.entries()) {
    const { total } = each[when]
    if (total === null) continue
    const key = within === undefined ? '' : (each.subject.attributes?.[within] ?? '')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ at, total }])
    else group.push({ at, total })
  }
  for (const group of groups.values()) {
    const sorted = group.sort((a, b) => b.total.compare(a.total))
    for (const [place, { at, total }] of sorted.entries()) {
      const above = sorted[place - 1]
      ranks[at] = above?.total.equals(total) ? ranks[above.at]! : place + 1
    }
  }
  return ranks
}

function contributions(before: Side, after: Side, language: Language): Contribution[] {
  const found = [
    ...indicatorChanges(before, after),
    ...lineChanges(before, after, language),
    ...ruleChanges(before, after),
  ]
  return found.sort((a, b) => weight(b).compare(weight(a)))
}

/** What comes or goes weighs as much as it is. */
function weight({ before, after, difference: by, kind }: Contribution): Exact {
  return by === null && kind === 'indicator' ? size(before ?? after) : size(by)
}

/** Leaves that differ, and branches that differ though nothing below them does. */
function indicatorChanges(before: Side, after: Side): Contribution[] {
  const nodes = [...after.compiled.nodes, ...before.compiled.nodes.filter((node) => !after.results.has(node.node.id))]
  const scores = nodes.map((node) => ({
    node,
    before: before.results.get(node.node.id)?.score ?? null,
    after: after.results.get(node.node.id)?.score ?? null,
  }))
  const isOther = (one: Exact | null, other: Exact | null) =>
    one === null || other === null ? one !== other : !one.equals(other)
  const differing = scores.filter((each) => isOther(each.before, each.after))
  const explained = new Set(differing.flatMap(({ node }) => ancestors(node.parent)))
  return differing
    .filter(({ node }) => !explained.has(node.node.id))
    .map(({ node, before: one, after: other }) => ({
      kind: 'indicator',
      id: node.node.id,
      name: node.node.name,
      path: node.path,
      before: printed(one, before),
      after: printed(other, after),
      difference: difference(one, other),
    }))
}

/** A score that no decimal writes is printed as the total is. */
function printed(value: Exact | null, { compiled }: Side): string | null {
  if (value === null) return null
  return (value.decimalDigits === undefined ? roundBy(value, compiled.rounding.total) : value).toText()
}

function ancestors(node: NodeResult['node'] | null): string[] {
  return node === null ? [] : [node.node.id, ...ancestors(node.parent)]
}

/** The total's other lines, each by its amount; indicators and bonus nodes are told by themselves. */
function lineChanges(before: Side, after: Side, language: Language): Contribution[] {
  const keyed = ({ total }: Side) =>
    new Map(
      total.lines
        .filter(({ line }) => line !== 'indicators' && line !== 'bonus')
        .map((each) => [`${each.line} ${each.id ?? ''}`, each]),
    )
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
  const holding = ({ total }: Side) =>
    new Map(
      total.events
        .filter(({ effect }) => effect === 'veto' || effect === 'cap-grade')
        .map(({ rule, effect }) => [rule.rule.id, { effect, name: rule.rule.name }]),
    )
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

function isChanged({ before, after, through }: ImpactRow): boolean {
  return (
    before.total !== after.total || before.grade !== after.grade || before.rank !== after.rank || through.length > 0
  )
}

function bySize(a: ImpactRow, b: ImpactRow): number {
  const appears = (row: ImpactRow) => Number((row.before.total === null) !== (row.after.total === null))
  return appears(b) - appears(a) || size(b.difference).compare(size(a.difference)) || a.index - b.index
}

function gradeMoves(rows: readonly ImpactRow[]): Impact['grades'] {
  const moves = new Map<string, { before: string | null; after: string | null; count: number }>()
  for (const { before, after } of rows) {
    const key = JSON.stringify([before.grade, after.grade])
    const move = moves.get(key) ?? { before: before.grade, after: after.grade, count: 0 }
    moves.set(key, { ...move, count: move.count + 1 })
  }
  return [...moves.values()]
}

function difference(before: Exact | null, after: Exact | null): string | null {
  return before === null || after === null ? null : after.minus(before).toText()
}

const size = (text: string | null) => (text === null ? Exact.zero : (Exact.fromText(text) ?? Exact.zero).abs())
const count = <T>(all: readonly T[], holds: (each: T) => boolean) => all.filter(holds).length

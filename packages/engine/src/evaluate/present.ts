import {
  canonicalText,
  checkSubmission,
  ENGINE_VERSION,
  type Evaluation,
  type EventTrace,
  Exact,
  type GroupFacts,
  type IndicatorResult,
  type Issue,
  issue,
  type Language,
  type Sha256,
  type Submission,
  type TotalLine,
} from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { branchSentence } from '../explain/branch-sentence.ts'
import { leafSentence } from '../explain/leaf-sentence.ts'
import { leafTrace } from '../explain/leaf-trace.ts'
import { lostPoints } from '../explain/lost-points.ts'
import { textsOf } from '../explain/standard.ts'
import { totalSentence } from '../explain/total-sentence.ts'
import { words as wordsOf } from '../explain/words.ts'
import { isDecimal, printedScore } from './printed-score.ts'
import type { AppliedEvent, BranchResult, LeafResult, NodeResult } from './result.ts'
import type { Run } from './run.ts'
import type { Scores } from './score.ts'
import type { Total } from './total.ts'

export interface EvaluateOptions {
  readonly sha256: Sha256
  readonly language?: Language
  /** Frozen facts of the group, for `rank` and `group-mean`. */
  readonly group?: GroupFacts
  /** Hash of the declaration the compiled scheme was bound to, to be named in the result. */
  readonly declaration?: string
  /** Without a trace the result has scores, states and findings only; sentences and standards are left empty. */
  readonly trace?: boolean
}

/** Frozen facts are read by every member of the group; their text is hashed once. */
const groupHashes = new WeakMap<GroupFacts, string>()

function groupHash(facts: GroupFacts, sha256: Sha256): string {
  const known = groupHashes.get(facts) ?? sha256(canonicalText(facts))
  groupHashes.set(facts, known)
  return known
}

/** What was scored, as a document. */
export function present({ run, results, total }: Scores, options: EvaluateOptions): Evaluation {
  const { compiled, submission } = run
  const { language = 'zh', trace } = options
  const submissionHash = options.sha256(canonicalText(submission))
  const indicators = compiled.nodes.map((node) =>
    presentNode(results.get(node.node.id)!, run, language, trace !== false, addressOf(node, compiled, submissionHash)),
  )
  return documentOf(compiled, submission, options, {
    ...{ submissionHash, total, indicators },
    lost: trace === false ? [] : lostPoints(results, compiled, indicators),
    missing: missingEntries(results, compiled, total),
    errors: scoringErrors(results, total),
    scoreOf: (id) => results.get(id)?.score,
  })
}

/** The stable address of a line: which scheme, which indicator, whose submission. */
export function addressOf({ node }: CompiledNode, { hash }: CompiledScheme, submissionHash: string): string {
  return `${hash.slice(0, 16)}/${node.id}/${submissionHash.slice(0, 16)}`
}

/** What has been found out for a document. */
export interface Found extends Pick<Evaluation, 'indicators' | 'lost' | 'missing'> {
  readonly submissionHash: string
  readonly total: Total
  readonly errors: readonly Issue[]
  /** Of an indicator, for what is claimed of it. */
  readonly scoreOf: (id: string) => Exact | null | undefined
}

export function documentOf(
  compiled: CompiledScheme,
  submission: Submission,
  options: EvaluateOptions,
  { submissionHash, total, indicators, lost, missing, errors, scoreOf }: Found,
): Evaluation {
  const { scheme } = compiled
  const { language = 'zh' } = options
  const ofScheme = compiled.issues.filter((each) => each.severity === 'error')
  const waiting = { missing: missing.length, errors: errors.length }
  return {
    yardstick: 'evaluation/1',
    engine: ENGINE_VERSION,
    scheme: { id: scheme.id, name: scheme.name, version: scheme.version, hash: compiled.hash },
    ...(options.declaration === undefined ? {} : { declaration: options.declaration }),
    submission: { subject: submission.subject, period: submission.period, hash: submissionHash },
    ...(options.group === undefined || !compiled.readsGroup ? {} : { group: groupHash(options.group, options.sha256) }),
    language,
    state: total.state === 'blocked' ? 'blocked' : total.provisional ? 'provisional' : 'final',
    fullScore: compiled.fullScore.toText(),
    total: total.total?.toText() ?? null,
    ...(total.exact === null || total.total === null || total.exact.equals(total.total)
      ? {}
      : { exact: total.exact.toText() }),
    grade: total.grade,
    sentence: totalSentence(total, compiled, waiting, total.provisional, language),
    lines: presentLines(total, compiled, language),
    events: total.events.map(presentEvent),
    indicators,
    lost,
    missing,
    findings: [
      ...once([...ofScheme, ...checkSubmission(scheme, submission), ...errors]),
      ...claimFindings(submission, scoreOf, compiled, total),
    ],
    ...(submission.note === undefined ? {} : { note: submission.note }),
  }
}

function presentNode(
  result: NodeResult,
  run: Run,
  language: Language,
  withTrace: boolean,
  address: string,
): IndicatorResult {
  const { node } = result
  // What does not apply has no score of its own, also where full points or the group's mean count for it.
  const isPrinted = result.score !== null && result.state !== 'not-applicable'
  const common = {
    id: node.node.id,
    name: node.node.name,
    path: [...node.path],
    ...(node.isBonus ? { kind: 'bonus' as const } : {}),
    points: node.points.toText(),
    score: isPrinted ? printedScore(result.score!, run.compiled) : null,
    ...(result.exact === null || result.score === null || (result.exact.equals(result.score) && isDecimal(result.exact))
      ? {}
      : { exact: result.exact.toText() }),
    state: result.state,
    ...(result.provisional ? { provisional: true as const } : {}),
    ...(node.node.basis === undefined ? {} : { basis: node.node.basis }),
    address,
  }
  if (!withTrace) return { ...common, sentence: '' }
  return result.type === 'leaf' ? presentLeaf(common, result, run, language) : presentBranch(common, result, language)
}

type Common = Omit<IndicatorResult, 'sentence' | 'trace' | 'standard' | 'method' | 'events'>

function presentLeaf(common: Common, result: LeafResult, run: Run, language: Language): IndicatorResult {
  const { node } = result
  return {
    ...common,
    method: node.method.scoring.method,
    sentence: leafSentence(result, run.compiled, language),
    standard: textsOf(node, run.compiled, language).standard,
    ...(result.events.length === 0 ? {} : { events: result.events.map(presentEvent) }),
    trace: leafTrace(result, run, language),
  }
}

function presentBranch(common: Common, result: BranchResult, language: Language): IndicatorResult {
  const combine = result.node.node.combine ?? 'sum'
  return {
    ...common,
    sentence: branchSentence(result, language),
    trace: {
      combine: typeof combine === 'object' ? 'alternatives' : combine,
      addends: result.addends.map(({ id, score }) => ({ id, score: score.toText() })),
      ...(result.redistributed.sign === 0 ? {} : { redistributed: result.redistributed.toText() }),
      ...(result.limited.sign === 0 ? {} : { limited: result.limited.toText() }),
      ...(result.chosen === undefined ? {} : { chosen: result.chosen.node.id }),
    },
  }
}

function presentEvent({ rule, effect, points }: AppliedEvent): EventTrace {
  return {
    rule: rule.rule.id,
    name: rule.rule.name,
    effect,
    ...(points === undefined ? {} : { points: points.toText() }),
    reason: rule.rule.event.params.reason,
  }
}

function presentLines(total: Total, compiled: CompiledScheme, language: Language): TotalLine[] {
  const labels = wordsOf[language].lines
  return total.lines.map(({ line, id, amount }) => {
    const label =
      line === 'bonus'
        ? (compiled.nodeById.get(id ?? '')?.node.name ?? '')
        : line === 'deduction'
          ? (compiled.rules.find((each) => each.rule.id === id)?.rule.event.params.reason ?? '')
          : labels[line]
    return { line, ...(id === undefined ? {} : { id }), label, amount: amount.toText() }
  })
}

/** Each missing value once, with the first indicator that waits for it. */
function missingEntries(
  results: ReadonlyMap<string, NodeResult>,
  compiled: CompiledScheme,
  total: Total,
): Evaluation['missing'] {
  const entries = new Map<string, Evaluation['missing'][number]>()
  for (const node of compiled.nodes) {
    const result = results.get(node.node.id)!
    if (result.type !== 'leaf' || result.score !== null || result.state === 'not-applicable') continue
    const names = result.names.length > 0 ? result.names : [node.node.name]
    for (const name of names)
      if (!entries.has(name)) entries.set(name, { name, indicator: node.node.id, path: [...node.path] })
  }
  for (const node of compiled.nodes) {
    const result = results.get(node.node.id)!
    if (result.type !== 'branch' || result.state !== 'missing' || result.score !== null) continue
    // What the branch itself waits for is its selector; what its children wait for is there already.
    const isOwn = result.node.children.every((child) => results.get(child.node.id)!.state !== 'missing')
    for (const name of result.names.length > 0 ? result.names : isOwn ? [node.node.name] : []) {
      if (!entries.has(name)) entries.set(name, { name, indicator: node.node.id, path: [...node.path] })
    }
  }
  for (const name of total.waiting.flatMap((each) => each.names)) {
    if (!entries.has(name)) entries.set(name, { name, path: [] })
  }
  return [...entries.values()]
}

/** What came up while scoring: of leaves, of branches, of rules on the total. Each thing once. */
function scoringErrors(results: ReadonlyMap<string, NodeResult>, total: Total): Issue[] {
  const all = [...[...results.values()].map((each) => each.issue), ...total.waiting.map((each) => each.issue)]
  return once(all.filter((each) => each !== undefined))
}

function once(issues: readonly Issue[]): Issue[] {
  const found = new Map<string, Issue>()
  for (const each of issues) {
    const key = JSON.stringify([each.code, each.pointer, each.span ?? null, each.found])
    if (!found.has(key)) found.set(key, each)
  }
  return [...found.values()]
}

/** A printed or self-given score that differs from the computed one. The claim is kept; the computation stands. */
function claimFindings(
  { claims }: Submission,
  scoreOf: Found['scoreOf'],
  compiled: CompiledScheme,
  total: Total,
): Issue[] {
  const findings: Issue[] = []
  const compare = (claim: string | undefined, computed: Exact | null, pointer: string, where: readonly string[]) => {
    if (claim === undefined || computed === null || Exact.of(claim).equals(computed)) return
    findings.push(issue('EVALUATION_CLAIM', { pointer, where, expected: computed.toText(), found: claim }))
  }
  compare(claims?.total, total.total, '/claims/total', [])
  if (claims?.grade !== undefined && total.grade !== null && claims.grade !== total.grade) {
    findings.push(issue('EVALUATION_CLAIM', { pointer: '/claims/grade', expected: total.grade, found: claims.grade }))
  }
  for (const [id, claim] of Object.entries(claims?.scores ?? {})) {
    const score = scoreOf(id)
    if (score !== undefined) compare(claim, score, `/claims/scores/${id}`, compiled.nodeById.get(id)!.path)
  }
  return findings
}

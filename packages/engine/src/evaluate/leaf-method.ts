import { Exact, entryOf, issue, type Judgement, readJudgement } from '@yardstick/model'
import type { CompiledLeaf } from '../compile/compiled.ts'
import { rulesOn, unknownRule } from './events.ts'
import { Inputs, weightedMean } from './inputs.ts'
import { evaluateMethod } from './methods/by-method.ts'
import { failed, type Outcome, placed, scored, type Unscored, unscored, worstOf } from './outcome.ts'
import { NO_RECORDS, type RecordAnswers } from './records.ts'
import type { Truths } from './rules.ts'
import type { Run } from './run.ts'
import { countsSiblings, siblingsOf } from './siblings.ts'

/** What has been found out before the methods run. */
export interface Answers {
  readonly truths: Truths
  /** The same for each subordinate unit by itself, where a judged leaf is scored unit by unit. */
  readonly unitTruths: readonly Truths[]
  /** Of a leaf, by its id. */
  readonly records: Pick<ReadonlyMap<string, RecordAnswers>, 'get'>
  readonly outcomeOf: (id: string) => Outcome
}

/** Phases 1 and 2 for one leaf: that it does not apply, or what its method gives. */
export function leafOutcome(leaf: CompiledLeaf, run: Run, answers: Answers): Outcome {
  const judgement = judgementOf(leaf, run)
  const outcome = notApplicable(leaf, judgement, run, answers.truths) ?? scoreMethod(leaf, judgement, run, answers)
  if (outcome.state !== 'error' || outcome.issue === undefined) return outcome
  const at = leaf.method.formula === undefined ? 'actual' : 'scoring/formula'
  return { ...outcome, issue: placed(outcome.issue, `${leaf.pointer}/${at}`, leaf.path) }
}

/**
 * A leaf does not apply because a rule says so or because that was entered for it, with a reason, and is permitted. What
 * says so decides, whatever rules stand undecided beside it; an entry that may not be is an error, also of a leaf that
 * is computed.
 */
function notApplicable(
  leaf: CompiledLeaf,
  judgement: Judgement,
  { compiled, inputs }: Run,
  truths: Truths,
): Unscored | undefined {
  const names = [leaf.node.name]
  const rules = rulesOn(leaf, 'items', compiled)
  const holding = rules.find((each) => truths.get(each.key) === 'true')
  if (holding !== undefined) return { state: 'not-applicable', names, reason: holding.rule.event.params.reason }
  if (judgement.state === 'not-applicable') return { state: 'not-applicable', names, reason: judgement.reason }
  if (judgement.state === 'error') return failed(judgement.issue)
  const undecided = rules.filter((each) => truths.get(each.key) === 'unknown')
  return worstOf(undecided.map((each) => unknownRule(each, compiled, inputs.read)))
}

function scoreMethod(leaf: CompiledLeaf, judgement: Judgement, run: Run, answers: Answers): Outcome {
  const { compiled, submission, inputs, group } = run
  const { broken, isUndeclared, scoring } = leaf.method
  if (broken !== undefined) return failed(broken)
  if (isUndeclared) return undeclared(leaf, run)
  const { id, weighUnitsBy } = leaf.node
  const units = submission.units ?? []
  if (
    weighUnitsBy !== undefined &&
    judgement.state === 'missing' &&
    units.some((unit) => entryOf(unit.judgements, id))
  ) {
    return scoreUnits(leaf, weighUnitsBy, run, answers)
  }
  return evaluateMethod[scoring.method]({
    compiled,
    leaf,
    inputs,
    judgement,
    subject: submission.subject,
    group,
    truth: (key) => answers.truths.get(key) ?? 'unknown',
    records: answers.records.get(id) ?? NO_RECORDS,
    siblings: countsSiblings(leaf) ? siblingsOf(leaf, compiled, inputs, answers.outcomeOf) : [],
  })
}

/** Without its target a leaf is missing, unless its value says already that it does not apply or is wrong. */
function undeclared({ node, method }: CompiledLeaf, { inputs }: Run): Outcome {
  const x = method.actual && inputs.evaluate(method.actual)
  if (x?.state === 'error' || x?.state === 'not-applicable') return unscored(x)
  return { state: 'missing', names: [node.name], reason: 'undeclared' }
}

/** Judged results of subordinate units: each scored by itself, then weighed by the declared item (domain.md 1.4 T14). */
function scoreUnits(
  leaf: CompiledLeaf,
  weightName: string,
  { compiled, submission, group }: Run,
  { unitTruths }: Answers,
): Outcome {
  const parts: { unit: string; score: Exact; weight: Exact; value: Exact }[] = []
  const absent: Unscored[] = []
  let isUnverified = false
  for (const [index, unit] of (submission.units ?? []).entries()) {
    const inputs = new Inputs(compiled, unit)
    const judgement = readJudgement(leaf.node, entryOf(unit.judgements, leaf.node.id), { scheme: compiled.scheme })
    if (judgement.state === 'not-applicable') continue
    const outcome = evaluateMethod[leaf.method.scoring.method]({
      compiled,
      leaf,
      inputs,
      judgement,
      subject: submission.subject,
      group,
      truth: (key) => unitTruths[index]?.get(key) ?? 'unknown',
      records: NO_RECORDS,
      siblings: [],
    })
    const weight = inputs.read(weightName)
    const missing = [outcome, weight.state === 'present' ? weight : unscored(weight)].filter(isUnscored)
    absent.push(...missing.map((each) => ({ ...each, names: each.names.map((name) => `${unit.name} ${name}`) })))
    if (outcome.state !== 'present' || weight.state !== 'present') continue
    if (!(weight.value instanceof Exact)) return withoutWeight(leaf)
    const score = outcome.score.clamp(Exact.zero, leaf.points)
    isUnverified ||= outcome.provisional || weight.provisional === true
    parts.push({ unit: unit.name, score, value: score, weight: weight.value })
  }
  const worst = worstOf(absent)
  if (worst !== undefined) return worst
  if (parts.length === 0) return { state: 'not-applicable', names: [leaf.node.name] }
  const score = weightedMean(parts)
  if (score === undefined) return withoutWeight(leaf)
  return scored(score, { kind: 'units', units: parts, by: weightName }, isUnverified)
}

const isUnscored = (each: { state: string }): each is Unscored => each.state !== 'present'

/** Weights that are no numbers, or add up to 0. */
function withoutWeight({ pointer, path }: CompiledLeaf): Outcome {
  const at = { pointer: `${pointer}/weighUnitsBy`, where: path }
  return failed(issue('SUBMISSION_AGGREGATE_WEIGHT', { ...at, expected: '> 0', found: '0' }))
}

/** Most leaves have no entry of their own; they need not be read. */
const NOT_JUDGED: Judgement = { state: 'missing', top: undefined, below: [], why: undefined, issues: [] }

function judgementOf({ node }: CompiledLeaf, { compiled, submission }: Run): Judgement {
  const entry = entryOf(submission.judgements, node.id)
  return entry === undefined ? NOT_JUDGED : readJudgement(node, entry, { scheme: compiled.scheme })
}

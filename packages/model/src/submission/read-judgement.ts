import { Exact } from '../exact.ts'
import { type Issue, issue } from '../issue.ts'
import { pointer } from '../json.ts'
import type { Leaf } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { ChecklistScoring, JudgementScoring, Level, LevelsScoring } from '../schema/scoring.ts'
import type { Entry, InputValue, JudgedValue } from '../schema/submission.ts'
import { type LayerStack, reasonOf, stackOf, topPointer } from './layers.ts'
import { type At, brief, isIssue, readNumber } from './read-item.ts'

/** What a person decided about a leaf, in the form its method asks for; every number is within its limits. */
export type Judged =
  | { readonly kind: 'points'; readonly points: Exact }
  | { readonly kind: 'experts'; readonly experts: readonly { readonly who: string; readonly points: Exact }[] }
  /** Judged elements by id; one that is not in the map is not judged yet. */
  | { readonly kind: 'elements'; readonly met: ReadonlyMap<string, boolean> }
  /** `share` is the level's own, or the number put into its range. */
  | { readonly kind: 'level'; readonly level: Level; readonly share: Exact }

export type JudgementState =
  | { readonly state: 'present'; readonly judged: Judged; readonly provisional?: true }
  | { readonly state: 'missing' }
  | { readonly state: 'not-applicable'; readonly reason: string }
  | { readonly state: 'error'; readonly issue: Issue }

/** The top layer's judgement of a leaf; `why` is its reason, where it gives one. */
export type Judgement = JudgementState &
  LayerStack & { readonly why: string | undefined; readonly issues: readonly Issue[] }

/** Whether people decide about this leaf, wholly or (a checklist with judged elements) in part. */
export function isJudged(leaf: Pick<Leaf, 'scoring'>): boolean {
  const { scoring } = leaf
  if (scoring.method === 'checklist') return scoring.elements.some((element) => element.met === 'judged')
  return scoring.method === 'judgement' || scoring.method === 'levels'
}

/**
 * entry    what stands under the leaf's id in `judgements`; undefined is 空缺
 * context  the scheme, whose stated policy permits 不适用 where the leaf has none; where the entry stands
 * returns  for a computed leaf `not-applicable` where that is entered and permitted, else `missing`: a value entered for
 *          it is an issue and is not used. A score below full points without a reason is an issue, yet present
 */
export function readJudgement(
  leaf: Leaf,
  entry: Entry | undefined,
  context: At & { readonly scheme?: Pick<Scheme, 'notApplicable'> } = {},
): Judgement {
  const stack = stackOf(entry)
  const issues: Issue[] = []
  const why = reasonOf(stack.top)
  const place = {
    pointer: (context.pointer ?? `/judgements${pointer(leaf.id)}`) + topPointer(entry, stack.top),
    where: context.where ?? [leaf.name],
  }
  const mayBeNotApplicable = leaf.notApplicable !== undefined || context.scheme?.notApplicable !== undefined
  const state = readState(leaf, stack, { why, mayBeNotApplicable }, place, issues)
  return { ...state, ...stack, why, issues }
}

type Place = Required<At>

function readState(
  leaf: Leaf,
  { top }: LayerStack,
  { why, mayBeNotApplicable }: { why: string | undefined; mayBeNotApplicable: boolean },
  place: Place,
  issues: Issue[],
): JudgementState {
  const value = top?.value ?? null
  const stated = top?.state
  const fail = (found: Issue): JudgementState => {
    issues.push(found)
    return { state: 'error', issue: found }
  }
  if (stated !== undefined && (stated === 'present' || stated === 'to-be-verified') === (value === null)) {
    const read = value === null ? 'missing' : stated
    issues.push(issue('SUBMISSION_STATE', { ...place, expected: { state: stated, read }, found: brief(value) }))
  }
  if (stated === 'not-applicable') {
    if (!mayBeNotApplicable) return fail(issue('SUBMISSION_NOT_APPLICABLE_REFUSED', { ...place, found: leaf.name }))
    if (why === undefined) return fail(issue('SUBMISSION_NOT_APPLICABLE_REASON', place))
    return { state: 'not-applicable', reason: why }
  }
  if (value === null || stated === 'missing') return { state: 'missing' }
  if (!isJudged(leaf)) {
    issues.push(issue('SUBMISSION_NOT_JUDGED', { ...place, expected: leaf.scoring.method, found: brief(value) }))
    return { state: 'missing' }
  }
  const judged = readJudged(leaf, value, place, issues)
  if (judged === undefined) return { state: 'missing' }
  if (isIssue(judged)) return fail(judged)
  checkReason(leaf, judged, why, place, issues)
  return { state: 'present', judged, ...(stated === 'to-be-verified' ? { provisional: true } : {}) }
}

/** Undefined where something is still to be put in: a level with a range and no number in it yet. */
function readJudged(
  leaf: Leaf,
  value: NonNullable<InputValue>,
  place: Place,
  issues: Issue[],
): Judged | Issue | undefined {
  const { scoring } = leaf
  switch (scoring.method) {
    case 'judgement':
      return readPoints(leaf, scoring, value, place, issues)
    case 'levels':
      return readLevel(scoring, value, place)
    case 'checklist':
      return readElements(scoring, value, place, issues)
    default:
      throw new TypeError(`readJudged: ${scoring.method} is not judged`)
  }
}

/** One number, also for a panel (its chair, or a published score); or the experts of a panel. */
function readPoints(
  leaf: Leaf,
  scoring: JudgementScoring,
  value: NonNullable<InputValue>,
  place: Place,
  issues: Issue[],
): Judged | Issue {
  if (typeof value === 'number' || typeof value === 'string') {
    const points = readScore(leaf, value, place)
    return isIssue(points) ? points : { kind: 'points', points }
  }
  const form = scoring.panel === undefined ? FORMS.points : FORMS.panel
  const given = onlyKeys(value, ['experts'])?.experts
  if (given === undefined || scoring.panel === undefined) return wrongForm(form, value, place)
  const experts: { who: string; points: Exact }[] = []
  let worst: Issue | undefined
  given.forEach(({ who, score }, index) => {
    const at = { pointer: place.pointer + pointer('experts', index), where: [...place.where, who] }
    const points = readScore(leaf, score, at)
    const found = isIssue(points)
      ? points
      : experts.some((each) => each.who === who)
        ? issue('SUBMISSION_EXPERT_TWICE', { ...at, found: who })
        : undefined
    if (!isIssue(points)) experts.push({ who, points })
    // All of them are reported; the last one stands for the reading and is added by the caller.
    if (worst !== undefined && found !== undefined) issues.push(worst)
    worst = found ?? worst
  })
  return worst ?? { kind: 'experts', experts }
}

function readScore(leaf: Leaf, value: unknown, place: Place): Exact | Issue {
  const points = readNumber('number', value, place)
  if (isIssue(points)) return points
  const isWithin = points.sign >= 0 && points.atMost(Exact.of(leaf.points))
  return isWithin ? points : issue('SUBMISSION_SCORE_LIMIT', { ...place, expected: leaf.points, found: brief(value) })
}

function readLevel(scoring: LevelsScoring, value: NonNullable<InputValue>, place: Place): Judged | Issue | undefined {
  const given = onlyKeys(value, ['level', 'share'])
  if (given?.level === undefined) return wrongForm(FORMS.level, value, place)
  const names = scoring.levels.map((level) => level.name)
  const level = scoring.levels[names.indexOf(given.level)]
  if (level === undefined) {
    const at = { ...place, pointer: `${place.pointer}/level` }
    return issue('SUBMISSION_LEVEL', { ...at, expected: names, found: given.level })
  }
  const at = { ...place, pointer: `${place.pointer}/share` }
  if (level.share !== undefined) {
    const fixed = Exact.of(level.share)
    if (given.share === undefined) return { kind: 'level', level, share: fixed }
    const share = readNumber('rate', given.share, at)
    if (isIssue(share) || share.equals(fixed)) return isIssue(share) ? share : { kind: 'level', level, share }
    const expected = { zh: `“${level.name}”的固定比例 ${level.share}`, en: `${level.share}, fixed for "${level.name}"` }
    return issue('SUBMISSION_SHARE', { ...at, expected, found: brief(given.share) })
  }
  if (given.share === undefined) return undefined
  const range = rangeOf(level)
  const isTop = scoring.levels.every((other) => other === level || highestOf(other).atMost(range.high))
  const share = readNumber('rate', given.share, at)
  if (isIssue(share)) return share
  const isWithin = range.low.atMost(share) && (share.lessThan(range.high) || (isTop && share.equals(range.high)))
  if (isWithin) return { kind: 'level', level, share }
  const [low, high] = [percent(range.low), percent(range.high)]
  const expected = {
    zh: `${low}（含）至 ${high}${isTop ? '（含）' : '（不含）'}`,
    en: `${low} (included) to ${high} (${isTop ? 'included' : 'not included'})`,
  }
  return issue('SUBMISSION_SHARE', { ...at, expected, found: brief(given.share) })
}

function readElements(
  scoring: ChecklistScoring,
  value: NonNullable<InputValue>,
  place: Place,
  issues: Issue[],
): Judged | Issue {
  const elements = onlyKeys(value, ['elements'])?.elements
  if (elements === undefined) return wrongForm(FORMS.elements, value, place)
  const judged = scoring.elements.filter((element) => element.met === 'judged').map((element) => element.id)
  const met = new Map<string, boolean>()
  for (const [id, isMet] of Object.entries(elements)) {
    if (judged.includes(id)) met.set(id, isMet)
    else {
      const at = { ...place, pointer: place.pointer + pointer('elements', id) }
      issues.push(issue('SUBMISSION_ELEMENT', { ...at, expected: judged, found: id }))
    }
  }
  return { kind: 'elements', met }
}

/**
 * Below full points a reason is asked for: always where points are entered, as advice where a level is chosen, whose name
 * says something already. An unmet element of a checklist is its own reason.
 */
function checkReason(leaf: Leaf, judged: Judged, why: string | undefined, place: Place, issues: Issue[]): void {
  if (why !== undefined) return
  const full = Exact.of(leaf.points)
  switch (judged.kind) {
    case 'points':
    case 'experts': {
      const given = judged.kind === 'points' ? [judged.points] : judged.experts.map((expert) => expert.points)
      const low = given.find((points) => points.lessThan(full))
      if (low === undefined) return
      issues.push(issue('SUBMISSION_REASON', { ...place, expected: leaf.points, found: low.toText() }))
      return
    }
    case 'level':
      if (judged.share.lessThan(Exact.one)) {
        const at = { ...place, severity: 'warning' as const }
        issues.push(issue('SUBMISSION_REASON', { ...at, expected: leaf.points, found: judged.level.name }))
      }
      return
    case 'elements':
      return
  }
}

/** The ends of a level's range, whichever way round they are written; an end that is not stated is 0 or 1. */
function rangeOf(level: Level): { low: Exact; high: Exact } {
  const from = level.from === undefined ? undefined : Exact.of(level.from)
  const to = level.to === undefined ? undefined : Exact.of(level.to)
  if (from !== undefined && to !== undefined) return { low: from.min(to), high: from.max(to) }
  return { low: from ?? Exact.zero, high: to ?? Exact.one }
}

function highestOf(level: Level): Exact {
  return level.share === undefined ? rangeOf(level).high : Exact.of(level.share)
}

function percent(share: Exact): string {
  return `${share.times(Exact.integer(100)).toText()}%`
}

/** A judged value with no other than these members, or undefined. */
function onlyKeys(value: NonNullable<InputValue>, keys: readonly (keyof JudgedValue)[]): JudgedValue | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  return Object.keys(value).every((key) => (keys as readonly string[]).includes(key)) ? value : undefined
}

/** What a judgement looks like, by method. */
const FORMS = {
  points: { zh: '一个分数，如 7.5', en: 'a score, such as 7.5' },
  panel: { zh: '一个分数，或各位专家的分数', en: 'a score, or the score of each expert' },
  level: { zh: '一个等级，区间等级再加比例', en: 'a level, with its share where it is a range' },
  elements: { zh: '逐项认定的各要素', en: 'the elements, each of them decided' },
}

function wrongForm(form: { zh: string; en: string }, value: unknown, place: Place): Issue {
  return issue('SUBMISSION_JUDGEMENT_FORM', { ...place, expected: form, found: brief(value) })
}

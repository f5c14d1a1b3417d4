import { printFormula } from '@yardstick/formula'
import { type ChecklistScoring, type Exact, type Language, wordIssue } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import type { Detail, Scored } from '../evaluate/outcome.ts'
import type { LeafResult } from '../evaluate/result.ts'
import { curveClauses, placeClauses } from './curve-sentence.ts'
import { shownOnCurve } from './leaf-curve.ts'
import { edgesOf, type Shown, shownFor, showPoints } from './shown.ts'
import { textsOf } from './standard.ts'
import { type Words, words as wordsOf } from './words.ts'

/** One sentence on a leaf: the value, what it met, what was taken, the points. */
export function leafSentence(result: LeafResult, compiled: CompiledScheme, language: Language): string {
  const words = wordsOf[language]
  const { node } = result
  const name = node.node.name
  if (result.isIdle === true) return sentence([words.value(name, words.idle(result.reason ?? ''))], words)
  if (result.state === 'error') return result.issue === undefined ? name : wordIssue(result.issue, language)
  if (result.state === 'not-applicable') return notApplicableSentence(result, compiled, words)
  if (result.outcome.state !== 'present' || result.score === null) return missingSentence(result, words)
  const shown = shownFor(node.method.shown, language, words)
  const clauses = outcomeClauses(node, result.outcome, compiled, language, words, shown)
  const events = result.events.map(({ effect, points, rule }) =>
    words.event(
      effect as 'zero' | 'deduct' | 'bonus',
      points === undefined ? '' : showPoints(points),
      rule.rule.event.params.reason,
    ),
  )
  return sentence([...clauses, ...events, scoreClause(result.score, node.points, words)], words)
}

function scoreClause(score: Exact, points: Exact, words: Words): string {
  if (score.sign === 0 && points.sign > 0) return words.noScore
  return score.equals(points) ? words.fullScore(score.toText()) : words.score(showPoints(score))
}

function outcomeClauses(
  leaf: CompiledLeaf,
  { detail, score }: Scored,
  compiled: CompiledScheme,
  language: Language,
  words: Words,
  shown: Shown,
): string[] {
  const name = leaf.node.name
  switch (detail.kind) {
    case 'curve':
      return [
        words.value(name, shown.value(detail.x, edgesOf(detail.curve))),
        ...curveClauses(leaf, detail, score, words, shown),
      ]
    case 'zero-target':
      return [
        words.value(name, shown.value(detail.x)),
        words.target(detail.target === undefined ? '' : shown.target(detail.target)),
        words.zeroTarget(detail.treat),
      ]
    case 'condition': {
      const condition = textsOf(leaf, compiled, language).condition ?? ''
      return [words.value(name, detail.isMet ? words.conditionMet(condition) : words.conditionUnmet(condition))]
    }
    case 'truth':
      return [words.value(name, words.truth(detail.isMet))]
    case 'formula':
      return [words.value(name, words.formula(printFormula(leaf.method.formula!.expression, language)))]
    default:
      return [words.value(name, judgedClauses(leaf, detail, language, words, shown).join(words.comma))]
  }
}

function judgedClauses(
  leaf: CompiledLeaf,
  detail: Exclude<Detail, { kind: 'curve' | 'zero-target' | 'condition' | 'truth' | 'formula' }>,
  language: Language,
  words: Words,
  shown: Shown,
): string[] {
  switch (detail.kind) {
    case 'checklist':
      return checklistClauses(leaf.method.scoring as ChecklistScoring, detail, words)
    case 'level':
      return [words.level(detail.level.name, shown.rate(detail.share)), ...reasonClause(detail.why, words)]
    case 'judgement': {
      const scores = detail.experts.map((expert) => showPoints(expert.points)).join(words.list)
      const how =
        detail.rule === undefined ? words.judged(detail.who) : words.panel(detail.experts.length, detail.rule, scores)
      return [how, ...reasonClause(detail.why, words)]
    }
    case 'table':
      return [detail.rows.length === 0 ? words.noRow : words.rows(detail.rows.map((row) => row + 1).join(words.list))]
    case 'share-met':
      return [
        words.shareMet(detail.met, detail.counted),
        ...(detail.unmet.length === 0 ? [] : [words.unmet(detail.unmet.join(words.list))]),
      ]
    case 'rank': {
      const shownAs = shownOnCurve(leaf)
      const onCurve = shownFor(shownAs, language, words)
      const by = (distance: Exact) => (shownAs === leaf.method.shown ? shown.difference : onCurve.value)(distance)
      return [
        shown.value(detail.x),
        words.place(detail.place, detail.size),
        ...(detail.best === undefined ? [] : [words.ofBest(shown.value(detail.best))]),
        ...(detail.mean === undefined ? [] : [words.fromMean(shown.value(detail.mean), by(detail.distance!))]),
        ...(detail.curve === undefined ? [] : placeClauses(detail.curve, detail.distance!, words, onCurve)),
      ]
    }
    case 'units':
      return [words.units(detail.units.length, detail.by)]
  }
}

function checklistClauses(
  scoring: ChecklistScoring,
  detail: Extract<Detail, { kind: 'checklist' }>,
  words: Words,
): string[] {
  const lacking = detail.elements.filter(({ isMet }) => !isMet).map(({ element }) => element)
  if (lacking.length === 0) return [words.allElements(scoring.elements.length)]
  const points = (text: string) => (text.endsWith('%') ? text : words.deducted(text).trim())
  const listed = lacking
    .map((element) => `${element.text}${words.bracket(points(element.score)).trimEnd()}`)
    .join(words.list)
  return [
    words.someElements(scoring.elements.length - lacking.length, scoring.elements.length),
    words.lacks(listed),
    ...(detail.failedGate === undefined ? [] : [words.gate(detail.failedGate.text)]),
    ...reasonClause(detail.why, words),
  ]
}

function reasonClause(why: string | undefined, words: Words): string[] {
  return why === undefined ? [] : [words.reason(why.replace(/[。.；;，,\s]+$/u, ''))]
}

function missingSentence(result: LeafResult, words: Words): string {
  const { node, reason, names, score } = result
  const name = node.node.name
  if (reason === 'alone') return sentence([words.alone(name)], words)
  if (reason === 'undeclared') return sentence([words.value(name, words.undeclared)], words)
  if (reason === 'no-group') return sentence([words.value(name, words.noGroup)], words)
  if (reason !== undefined && names.length === 1 && /^\d+ \/ \d+$/.test(reason))
    return sentence([words.value(name, words.quorum(reason))], words)
  const listed = names.join(words.list)
  return sentence([words.value(name, score === null ? words.missing(listed) : words.missingIsZero(listed))], words)
}

function notApplicableSentence(result: LeafResult, compiled: CompiledScheme, words: Words): string {
  const policy = policyOf(compiled.scheme, result.node.node)
  const head = words.value(result.node.node.name, words.notApplicable(result.reason ?? ''))
  const tail =
    result.score !== null && (policy === 'full' || policy === 'group-mean')
      ? words.notApplicableScore(policy, showPoints(result.score))
      : words.notApplicablePoints(policy === 'siblings' ? 'siblings' : 'rescale')
  return sentence([head, tail], words)
}

/** Clauses with commas between and a full stop behind. */
export function sentence(clauses: readonly string[], words: Words): string {
  return clauses.filter((clause) => clause !== '').join(words.comma) + words.stop
}

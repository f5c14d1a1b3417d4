import type { Formula } from '@yardstick/formula'
import { Exact, hasError, type Issue, issue, type Leaf, type StepsScoring } from '@yardstick/model'
import type { CheckedFormula } from './checked-formula.ts'
import { compileFormula, type Place } from './compile-formula.ts'
import type { CompiledMethod, CompiledTarget, ShownAs } from './compiled.ts'
import { type CurveScoringMethod, curveMethod, distanceCurve, numericTarget } from './curve-of.ts'
import { Method } from './method.ts'
import { type MethodContext, NO_KEYS } from './method-context.ts'
import { compileChecklist, compileRecords, compileTable } from './method-questions.ts'
import { inRatioUnit, ratioUnit } from './ratio-unit.ts'
import { compileTarget } from './target.ts'

/** What a method has besides its value and target. */
type Parts = Partial<Pick<CompiledMethod, 'curve' | 'formula' | 'conditionKeys' | 'records' | 'isUndeclared'>>

/**
 * A leaf's scoring method with its parameters read. What is wrong with it is reported, and the first error is kept with
 * the method: it makes this leaf an error and leaves the others alone.
 */
export function compileMethod(leaf: Leaf, points: Exact, context: MethodContext, at: Place): CompiledMethod {
  const { issues, scope } = context
  const { scoring } = leaf
  const before = issues.length
  const actual =
    leaf.actual === undefined
      ? undefined
      : compileFormula(leaf.actual, scope, { ...at, pointer: `${at.pointer}/actual` }, issues)
  const shown = shownAs(actual)
  const ownTarget =
    scoring.method === 'ratio' ? scoring.target : scoring.method === 'pass' ? scoring.threshold : undefined
  const targetAt =
    ownTarget === undefined ? 'target' : scoring.method === 'pass' ? 'scoring/threshold' : 'scoring/target'
  const known = issues.length
  const target = compileTarget(
    ownTarget ?? leaf.target,
    shown,
    needsActual(leaf),
    scope,
    { ...at, pointer: `${at.pointer}/${targetAt}` },
    issues,
  )
  // A target that is there and wrong is not also said to be missing.
  const isWrong = target === undefined && hasError(issues.slice(known))
  const parts = readMethod(leaf, { points, actual, shown, target, isWrong }, context, at)
  return new Method({
    scoring,
    broken: issues.length === before ? undefined : issues.slice(before).find((each) => each.severity === 'error'),
    isUndeclared: parts.isUndeclared === true,
    actual,
    shown,
    target,
    curve: parts.curve,
    formula: parts.formula,
    conditionKeys: parts.conditionKeys ?? NO_KEYS,
    records: parts.records,
    points,
    stepCount: context.scheme.stepCount,
  })
}

/** What has been read of a leaf before its method. */
interface Known {
  readonly points: Exact
  readonly actual: CheckedFormula | undefined
  readonly shown: ShownAs
  readonly target: CompiledTarget | undefined
  readonly isWrong: boolean
}

function readMethod(leaf: Leaf, known: Known, context: MethodContext, at: Place): Parts {
  const { issues, scope } = context
  const { actual, target, isWrong } = known
  const { scoring } = leaf
  const inScoring = { ...at, pointer: `${at.pointer}/scoring` }
  if (needsDeclaration(leaf)) return { isUndeclared: true }
  checkActual(leaf, actual, at, issues)
  switch (scoring.method) {
    case 'ratio':
    case 'steps':
      return isWrong ? {} : { curve: compileCurve(leaf, scoring, known, context, inScoring) }
    case 'bands':
    case 'curve':
      return { curve: compileCurve(leaf, scoring, known, context, inScoring) }
    case 'pass':
      if (scoring.condition !== undefined) {
        if (scoring.threshold !== undefined) {
          issues.push(issue('SCORING_PASS_TWO', { ...inScoring, expected: null, found: ['threshold', 'condition'] }))
        }
        const conditionAt = { ...inScoring, pointer: `${inScoring.pointer}/condition` }
        return { conditionKeys: new Map([['pass', context.ask(scoring.condition, conditionAt, issues)]]) }
      }
      if (isWrong || (isTruth(actual) && (target === undefined || target.kind === 'text'))) return {}
      return { curve: compileCurve(leaf, scoring, known, context, inScoring) }
    case 'checklist':
      return { conditionKeys: compileChecklist(scoring, context, inScoring) }
    case 'levels':
      checkLevels(leaf, inScoring, issues)
      return {}
    case 'judgement':
      if (scoring.panel?.rule === 'trimmed-mean' && scoring.panel.quorum < 3) {
        issues.push(
          issue('SCORING_PANEL_QUORUM', {
            ...inScoring,
            pointer: `${inScoring.pointer}/panel/quorum`,
            expected: 3,
            found: scoring.panel.quorum,
          }),
        )
      }
      return {}
    case 'formula': {
      const formulaAt = { ...inScoring, pointer: `${inScoring.pointer}/formula` }
      const formula = compileFormula(scoring.formula, scope, formulaAt, issues)
      requireNumber(formula, formulaAt, issues)
      return { formula }
    }
    case 'table':
      return { conditionKeys: compileTable(scoring, context, inScoring) }
    case 'share-met':
      return 'list' in scoring.of ? { records: compileRecords(scoring.of, context, inScoring) } : {}
    case 'rank': {
      if (scoring.rule.by !== 'mean') return {}
      const distance = distanceCurve(scoring.rule.scoring, {
        points: known.points,
        stepCount: context.scheme.stepCount,
        at: { ...inScoring, pointer: `${inScoring.pointer}/rule/scoring` },
      })
      issues.push(...distance.issues)
      return { curve: distance.curve }
    }
  }
}

/** How the value is shown: as the one item or measure it is, else as what the formula gives. */
function shownAs(formula: Formula | undefined): ShownAs {
  if (formula === undefined) return NOTHING
  const [only] = formula.names
  const info = formula.root.kind === 'name' && only !== undefined ? formula.scope.find(only) : undefined
  const { type, unit } = info ?? formula.result
  if (type === 'rate' && unit === undefined && info === undefined) return PLAIN_RATE
  return { type: type === 'choice' || type === 'list' ? 'text' : type, unit, digits: info?.digits }
}

const NOTHING: ShownAs = { type: 'number', unit: undefined, digits: undefined, isNothing: true }
const PLAIN_RATE: ShownAs = { type: 'rate', unit: undefined, digits: undefined }

const COMPUTED = ['ratio', 'steps', 'bands', 'curve', 'rank']

/** Whether the leaf is scored by its value. */
function needsActual({ scoring }: Leaf): boolean {
  return COMPUTED.includes(scoring.method) || (scoring.method === 'pass' && scoring.condition === undefined)
}

const isTruth = (formula: Formula | undefined) => formula?.result.type === 'boolean'

/** A target that a declaration sets, where none has been declared. */
function needsDeclaration({ declared, target, scoring }: Leaf): boolean {
  if (declared === undefined || target !== undefined) return false
  if (scoring.method === 'ratio') return scoring.target === undefined
  if (scoring.method === 'pass') return scoring.threshold === undefined && scoring.condition === undefined
  return scoring.method === 'steps' && (scoring.from === undefined || stepsByTarget(scoring))
}

/** Curve methods and ranks read a number or a date; without one there is nothing to score. */
function checkActual(leaf: Leaf, actual: Formula | undefined, at: Place, issues: Issue[]): void {
  const { scoring } = leaf
  if (!needsActual(leaf)) return
  if (leaf.actual === undefined) {
    issues.push(issue('SCORING_ACTUAL_MISSING', { ...at, expected: scoring.method, found: null }))
  } else if (
    actual !== undefined &&
    !isNumber(actual) &&
    actual.result.type !== 'date' &&
    !(scoring.method === 'pass' && isTruth(actual))
  ) {
    issues.push(
      issue('SCORING_VALUE_TYPE', {
        ...at,
        pointer: `${at.pointer}/actual`,
        expected: ['number', 'date'],
        found: actual.result.type,
      }),
    )
  }
}

/** What gives points must be a number. */
export function requireNumber(formula: Formula | undefined, at: Place, issues: Issue[]): void {
  if (formula !== undefined && !isNumber(formula)) {
    issues.push(issue('SCORING_VALUE_TYPE', { ...at, expected: ['number'], found: formula.result.type }))
  }
}

const isNumber = (formula: Formula) => ['number', 'money', 'rate', 'count'].includes(formula.result.type)

/** Whether the curve depends on the target at all; one that does not is drawn once and waits for no data. */
function readsTarget(scoring: CurveScoringMethod): boolean {
  if (scoring.method === 'bands' || scoring.method === 'curve') return false
  return scoring.method !== 'steps' || scoring.from === undefined || stepsByTarget(scoring)
}

function stepsByTarget({ below, above }: StepsScoring): boolean {
  return below?.per === 'percent-of-target' || above?.per === 'percent-of-target'
}

function compileCurve(
  leaf: Leaf,
  scoring: CurveScoringMethod,
  { points, target, shown }: Known,
  { scheme, issues }: MethodContext,
  at: Place,
): CompiledMethod['curve'] {
  if (target?.kind === 'text' && (scoring.method === 'ratio' || scoring.method === 'pass')) {
    issues.push(issue('SCORING_TARGET_TEXT', { ...at, expected: 'number', found: target.text }))
    return undefined
  }
  const inUnit = inRatioUnit(scoring, ratioUnit(shown))
  const { draw, issues: found } = curveMethod(
    inUnit,
    { points, stepCount: scheme.stepCount, at },
    numericTarget(target),
  )
  issues.push(...found)
  if (draw === undefined) return undefined
  if (target?.kind === 'formula' && readsTarget(scoring)) return draw
  const curve = draw(target?.kind === 'constant' ? target.resolved : undefined)
  if ('pieces' in curve) return curve
  if (target?.kind === 'constant')
    issues.push(
      issue('SCORING_TARGET_NOT_POSITIVE', {
        ...at,
        expected: '> 0',
        found: leaf.target === undefined ? null : { ...leaf.target },
      }),
    )
  return undefined
}

function checkLevels(leaf: Leaf, at: Place, issues: Issue[]): void {
  if (leaf.scoring.method !== 'levels') return
  const names = new Set<string>()
  leaf.scoring.levels.forEach((level, index) => {
    const levelAt = { ...at, pointer: `${at.pointer}/levels/${index}` }
    if (names.has(level.name)) issues.push(issue('SCHEME_ID_TWICE', { ...levelAt, expected: null, found: level.name }))
    names.add(level.name)
    const isRange = level.from !== undefined && level.to !== undefined
    const isFixed = level.share !== undefined
    if (isRange === isFixed || (level.from === undefined) !== (level.to === undefined)) {
      issues.push(issue('SCORING_LEVEL', { ...levelAt, expected: ['share', 'from + to'], found: { ...level } }))
    } else if (isRange && Exact.of(level.to!).lessThan(Exact.of(level.from!))) {
      issues.push(issue('SCORING_ORDER', { ...levelAt, expected: 'ascending', found: [level.from!, level.to!] }))
    }
  })
}

import type { Formula, Scope } from '@yardstick/formula'
import {
  type Condition,
  Exact,
  hasError,
  type Issue,
  type Item,
  issue,
  type Leaf,
  nearest,
  type Scheme,
  type StepsScoring,
  type TableScoring,
} from '@yardstick/model'
import { conditionSet } from '../evaluate/rules.ts'
import { compileFormula, type Place } from './compile-formula.ts'
import type { CompiledMethod, CompiledTarget, ShownAs } from './compiled.ts'
import { type CurveScoringMethod, curveMethod, distanceCurve } from './curve-of.ts'
import { inRatioUnit, ratioUnit } from './ratio-unit.ts'
import { compileTarget } from './target.ts'
import { typeCondition } from './typed-condition.ts'

/** What compiling a leaf needs from the scheme; `ask` hands a condition in and gives the key of its answer. */
export interface MethodContext {
  readonly scheme: Scheme
  readonly scope: Scope
  readonly itemByName: ReadonlyMap<string, Item>
  readonly points: Exact
  readonly ask: (condition: Condition, at: Place, issues: Issue[]) => string
  readonly issues: Issue[]
}

/**
 * A leaf's scoring method with its parameters read. What is wrong with it is reported, and the first error is kept with
 * the method: it makes this leaf an error and leaves the others alone.
 */
export function compileMethod(leaf: Leaf, context: MethodContext, at: Place): CompiledMethod {
  const issues: Issue[] = []
  const method = readMethod(leaf, { ...context, issues }, at)
  context.issues.push(...issues)
  const broken = issues.find((each) => each.severity === 'error')
  return broken === undefined ? method : { ...method, broken }
}

function readMethod(leaf: Leaf, context: MethodContext, at: Place): CompiledMethod {
  const { issues, scope } = context
  const { scoring } = leaf
  const inScoring = { ...at, pointer: `${at.pointer}/scoring` }
  const actual =
    leaf.actual === undefined
      ? undefined
      : compileFormula(leaf.actual, scope, { ...at, pointer: `${at.pointer}/actual` }, issues)
  const shown = shownAs(actual)
  const ownTarget =
    scoring.method === 'ratio' ? scoring.target : scoring.method === 'pass' ? scoring.threshold : undefined
  const targetAt =
    ownTarget === undefined
      ? `${at.pointer}/target`
      : `${inScoring.pointer}/${scoring.method === 'pass' ? 'threshold' : 'target'}`
  const isHeld = needsActual(leaf)
  const known = issues.length
  const target = compileTarget(ownTarget ?? leaf.target, shown, isHeld, scope, { ...at, pointer: targetAt }, issues)
  const base = {
    scoring,
    actual,
    shown,
    target,
    curve: undefined,
    formula: undefined,
    conditionKeys: new Map<string, string>(),
    isUndeclared: false,
  }
  if (needsDeclaration(leaf)) return { ...base, isUndeclared: true }
  // A target that is there and wrong is not also said to be missing.
  const isWrong = target === undefined && hasError(issues.slice(known))
  checkActual(leaf, actual, at, issues)
  switch (scoring.method) {
    case 'ratio':
    case 'steps':
      if (isWrong) return base
      return { ...base, curve: compileCurve(leaf, scoring, target, shown, context, inScoring) }
    case 'bands':
    case 'curve':
      return { ...base, curve: compileCurve(leaf, scoring, target, shown, context, inScoring) }
    case 'pass':
      if (scoring.condition !== undefined) {
        if (scoring.threshold !== undefined) {
          issues.push(issue('SCORING_PASS_TWO', { ...inScoring, expected: null, found: ['threshold', 'condition'] }))
        }
        return {
          ...base,
          conditionKeys: new Map([
            [
              'pass',
              context.ask(scoring.condition, { ...inScoring, pointer: `${inScoring.pointer}/condition` }, issues),
            ],
          ]),
        }
      }
      if (isWrong || (isTruth(actual) && (target === undefined || target.kind === 'text'))) return base
      return { ...base, curve: compileCurve(leaf, scoring, target, shown, context, inScoring) }
    case 'checklist': {
      const keys = new Map<string, string>()
      const seen = new Set<string>()
      scoring.elements.forEach((element, index) => {
        const elementAt = { ...inScoring, pointer: `${inScoring.pointer}/elements/${index}` }
        if (seen.has(element.id))
          issues.push(issue('SCHEME_ID_TWICE', { ...elementAt, expected: null, found: element.id }))
        seen.add(element.id)
        if (element.met === 'judged') return
        if ('condition' in element.met) {
          keys.set(
            element.id,
            context.ask(element.met.condition, { ...elementAt, pointer: `${elementAt.pointer}/met/condition` }, issues),
          )
        } else if ('evidence' in element.met) requireItem(element.met.evidence, undefined, context, elementAt)
        else requireItem(element.met.item, 'boolean', context, elementAt)
      })
      return { ...base, conditionKeys: keys }
    }
    case 'levels':
      checkLevels(leaf, inScoring, issues)
      return base
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
      return base
    case 'formula': {
      const formula = compileFormula(
        scoring.formula,
        scope,
        { ...inScoring, pointer: `${inScoring.pointer}/formula` },
        issues,
      )
      requireNumber(formula, { ...inScoring, pointer: `${inScoring.pointer}/formula` }, issues)
      return { ...base, formula }
    }
    case 'table':
      return { ...base, conditionKeys: compileTable(scoring, context, inScoring) }
    case 'share-met':
      return 'list' in scoring.of ? { ...base, records: compileRecords(scoring.of, context, inScoring) } : base
    case 'rank': {
      if (scoring.rule.by !== 'mean') return base
      const distance = distanceCurve(scoring.rule.scoring, {
        points: context.points,
        stepCount: context.scheme.stepCount,
        at: { ...inScoring, pointer: `${inScoring.pointer}/rule/scoring` },
      })
      issues.push(...distance.issues)
      return { ...base, curve: distance.curve }
    }
  }
}

/** How the value is shown: as the one item or measure it is, else as what the formula gives. */
function shownAs(formula: Formula | undefined): ShownAs {
  if (formula === undefined) return { type: 'number', unit: undefined, digits: undefined, isNothing: true }
  const [only] = formula.names
  const info = formula.root.kind === 'name' && only !== undefined ? formula.infos.get(only) : undefined
  const { type, unit } = info ?? formula.result
  return { type: type === 'choice' || type === 'list' ? 'text' : type, unit, digits: info?.digits }
}

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
  target: CompiledTarget | undefined,
  shown: ShownAs,
  context: MethodContext,
  at: Place,
): CompiledMethod['curve'] {
  const { points, scheme, issues } = context
  const numeric =
    target === undefined || target.kind === 'text' ? undefined : target.kind === 'constant' ? target.resolved : target
  if (target?.kind === 'text' && (scoring.method === 'ratio' || scoring.method === 'pass')) {
    issues.push(issue('SCORING_TARGET_TEXT', { ...at, expected: 'number', found: target.text }))
    return undefined
  }
  const inUnit = inRatioUnit(scoring, ratioUnit(shown))
  const { draw, issues: found } = curveMethod(inUnit, { points, stepCount: scheme.stepCount, at }, numeric)
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

/** One condition a cell, so that a row can be false by one cell while another is unknown. */
function compileTable(scoring: TableScoring, context: MethodContext, at: Place): Map<string, string> {
  const keys = new Map<string, string>()
  scoring.rows.forEach((row, rowIndex) => {
    const rowAt = { ...at, pointer: `${at.pointer}/rows/${rowIndex}/when` }
    if (row.when.length !== scoring.columns.length) {
      context.issues.push(
        issue('SCORING_TABLE_CELLS', { ...rowAt, expected: scoring.columns.length, found: row.when.length }),
      )
      return
    }
    row.when.forEach((cell, column) => {
      if (cell === null) return
      const condition: Condition = { fact: scoring.columns[column]!, operator: cell.operator, value: cell.value }
      keys.set(
        `${rowIndex}/${column}`,
        context.ask(condition, { ...rowAt, pointer: `${rowAt.pointer}/${column}` }, context.issues),
      )
    })
  })
  return keys
}

/** The condition over the records of a list reads their fields and nothing else. */
function compileRecords(
  of: { list: string; met: Condition },
  context: MethodContext,
  at: Place,
): CompiledMethod['records'] {
  const item = context.itemByName.get(of.list)
  if (item === undefined || item.type !== 'list') {
    requireItem(of.list, 'list', context, { ...at, pointer: `${at.pointer}/of/list` })
    return undefined
  }
  const fieldById = new Map((item.fields ?? []).map((field) => [field.id, field]))
  const typed = typeCondition(
    of.met,
    {
      find: (fact) => fieldById.get(fact),
      knownFacts: () => fieldById.keys(),
      shared: context.scheme.conditions ?? {},
    },
    { ...at, pointer: `${at.pointer}/of/met` },
  )
  context.issues.push(...typed.issues)
  return typed.typed && conditionSet(new Map([['met', typed.typed]]), (fact) => fieldById.get(fact))
}

function requireItem(name: string, type: Item['type'] | undefined, context: MethodContext, at: Place): void {
  const item = context.itemByName.get(name)
  if (item === undefined) {
    context.issues.push(
      issue('SCORING_ITEM', { ...at, expected: nearest(name, context.itemByName.keys()) ?? null, found: name }),
    )
  } else if (type !== undefined && item.type !== type) {
    context.issues.push(issue('SCORING_VALUE_TYPE', { ...at, expected: [type], found: item.type }))
  }
}
